"""The practice case in hand, from the front door of runs."""

from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from portal.core.dates import spelled
from portal.home.queries.shapes import CaseCard
from simulations.runs import api as runs

SHORT_DAY = "D j F Y"


def case_card(user: Any) -> CaseCard | None:
    found = runs.case_card(user)
    if found is None:
        return None
    standing, locale = found.standing, get_language() or "en"
    scenario = standing.scenario
    return CaseCard(
        title=scenario.title.say(locale),
        text=scenario.summary.say(locale),
        url=found.url,
        action=_("Resume the case"),
        facts=_facts(standing, locale),
        lang=scenario.title.said_in(locale),
        **_state(standing),
    )


def _facts(standing: Any, locale: str) -> tuple[tuple[str, str], ...]:
    person = standing.scenario.people.get(standing.scenario.subject)
    facts = [(_("Person (fictional)"), person.name.say(locale))] if person else []
    facts.append((_("Day in the case"), _day(standing.now.date())))
    # Before the person has worked a date out, showing it would do the task for them.
    if standing.clock and standing.clock.worked_out:
        due = standing.clock.due
        facts.append((_("%(what)s, safe by") % {"what": due.title.say(locale)}, _day(due.in_time_by)))
    return tuple(facts)


def _state(standing: Any) -> dict[str, str]:
    if standing.unread:
        words = ngettext("%(n)s new message", "%(n)s new messages", standing.unread) % {"n": standing.unread}
        return {"state": words, "state_kind": "due"}
    words = ngettext("About %(n)s minute left", "About %(n)s minutes left", standing.minutes_left)
    return {"state": words % {"n": standing.minutes_left}, "state_kind": "progress"}


def _day(day: date) -> str:
    return spelled(day, SHORT_DAY)
