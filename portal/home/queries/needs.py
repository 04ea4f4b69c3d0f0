"""Who needs a trainer or a coordinator: exceptions only, the most pressing first."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts import api as accounts
from portal.accounts.api import Role
from portal.home.queries.shapes import Need

STAFF = (Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)
INVITERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


def needs_of(user: Any) -> tuple[Need, ...]:
    return tuple(_invitations(user)) if accounts.has_role(user, *INVITERS) else ()


def places_of(user: Any) -> tuple[tuple[str, str], ...]:
    """Where staff begin something new."""
    return ((_("Invite people"), reverse("accounts:invite")),) if accounts.has_role(user, *INVITERS) else ()


def _invitations(user: Any) -> list[Need]:
    standing = accounts.invitations_standing(user)
    url = reverse("accounts:invitations")
    found = []
    if standing.expired:
        title = ngettext(
            "%(n)s invitation has expired unread", "%(n)s invitations have expired unread", standing.expired
        )
        found.append(
            Need(
                title % {"n": standing.expired},
                _("The link works for 14 days. Sending it again makes a new one."),
                url,
                _("See who"),
            )
        )
    if standing.unsent:
        title = ngettext("%(n)s mail waits to leave", "%(n)s mails wait to leave", standing.unsent)
        found.append(
            Need(
                title % {"n": standing.unsent},
                _("They are kept and go out by themselves."),
                url,
                _("See the list"),
            )
        )
    return found
