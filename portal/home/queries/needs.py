"""Who needs a trainer or a coordinator: exceptions only, the most pressing first."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.cohorts import api as cohorts
from portal.accounts import api as accounts
from portal.accounts.api import Role
from portal.home.queries.shapes import Need

STAFF = (Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)
INVITERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
JUDGES = (Role.TRAINER, Role.COORDINATOR)
EDITORS = (Role.AUTHOR, Role.TRANSLATOR, Role.ADMINISTRATOR)


def needs_of(user: Any, leads: Iterable[cohorts.Attention]) -> tuple[Need, ...]:
    """Across all cohorts by kind: who failed twice in any cohort comes before who has not begun in any."""
    by_kind = zip(*(_in_cohort(cohort) for cohort in leads), strict=True)
    found = [need for kind in by_kind for need in kind if need]
    return (*found, *(_invitations(user) if accounts.has_role(user, *INVITERS) else ()))


def places_of(user: Any) -> tuple[tuple[str, str], ...]:
    """Where staff begin something."""
    places = (
        (STAFF, _("All cohorts"), "cohorts:index"),
        (JUDGES, _("Texts that wait for you"), "runs:texts"),
        (INVITERS, _("People"), "accounts:people"),
        (INVITERS, _("Invitations"), "accounts:invitations"),
        (EDITORS, _("Write courses"), "wagtailadmin_home"),
        ((Role.ADMINISTRATOR,), _("Audit trail"), "audit:trail"),
    )
    return tuple((words, reverse(name)) for roles, words, name in places if accounts.has_role(user, *roles))


def _in_cohort(cohort: cohorts.Attention) -> tuple[Need | None, ...]:
    return (
        _need(
            cohort,
            cohort.failed_twice,
            ngettext(
                "%(n)s person has failed the test twice", "%(n)s people have failed the test twice", cohort.failed_twice
            ),
        ),
        _need(
            cohort,
            cohort.not_started,
            ngettext("%(n)s person has not started", "%(n)s people have not started", cohort.not_started),
        ),
        _need(
            cohort,
            cohort.idle,
            ngettext(
                "%(n)s person has not gone on for a week", "%(n)s people have not gone on for a week", cohort.idle
            ),
        ),
        _need(
            cohort,
            cohort.not_joined,
            ngettext(
                "%(n)s person has not followed the invitation",
                "%(n)s people have not followed the invitation",
                cohort.not_joined,
            ),
        ),
    )


def _need(cohort: cohorts.Attention, count: int, title: str) -> Need | None:
    if not count:
        return None
    facts = {"cohort": cohort.name, "done": cohort.finished, "people": cohort.people}
    text = _("%(cohort)s. %(done)s of %(people)s have finished.") % facts
    return Need(title % {"n": count}, text, cohort.url, _("See who"))


def _invitations(user: Any) -> Iterator[Need]:
    standing = accounts.invitations_standing(user)
    url = reverse("accounts:invitations")
    if standing.expired:
        title = ngettext(
            "%(n)s invitation has expired unused", "%(n)s invitations have expired unused", standing.expired
        )
        text = _("A link works for 14 days. Sending it again makes a new one.")
        yield Need(title % {"n": standing.expired}, text, url, _("See who"))
    if standing.unsent:
        title = ngettext("%(n)s mail waits to leave", "%(n)s mails wait to leave", standing.unsent)
        yield Need(title % {"n": standing.unsent}, _("They are kept and go out by themselves."), url, _("See the list"))
