"""What was done, as a person says it. A verb without words is shown as it stands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise] = {
    "account.address_changed": _("changed an address"),
    "account.closed": _("closed an account"),
    "account.erased": _("erased an account"),
    "account.opened": _("opened an account again"),
    "certificate.revoked": _("withdrew a certificate"),
    "cohort.created": _("made a cohort"),
    "cohort.people_added": _("added people to a cohort"),
    "cohort.reminded": _("reminded people of a cohort"),
    "cohort.try_granted": _("granted a further try"),
    "course.published": _("published a course"),
    "institution.added": _("added an institution"),
    "invitation.accepted": _("accepted an invitation"),
    "invitation.closed": _("closed an invitation"),
    "invitation.issued": _("invited somebody"),
    "invitation.issued_again": _("sent an invitation again"),
    "network.member_admitted": _("admitted somebody to the network"),
    "network.member_dismissed": _("took somebody out of the network"),
    "note.published": _("published a note"),
    "role.granted": _("granted a role"),
    "role.revoked": _("took a role away"),
    "run.locked": _("locked a run whose record had been changed"),
    "scenario.check_asked": _("asked for the long check of a case"),
    "scenario.published": _("published a case"),
    "scenario.withdrawn": _("withdrew a case"),
    "signin.codes_renewed": _("renewed recovery codes"),
    "signin.factor_added": _("added a second factor"),
    "signin.factor_removed": _("removed a second factor"),
    "signin.factors_removed_for": _("removed somebody's second factors"),
    "signin.password_changed": _("changed the password"),
    "signin.password_reset": _("set a new password by mail"),
    "signin.password_set": _("set a password"),
}
