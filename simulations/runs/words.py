"""Words that belong to the desk and not to one case."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from django.utils.dateformat import format as formatted
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from simulations.engine.reference import Mark
from simulations.engine.refusal import Refused
from simulations.engine.text import SOURCE_LOCALE, Text

GROUPS: dict[str, str | Promise] = {"look": _("Look"), "find_out": _("Find out"), "decide": _("Decide")}
LEVELS: dict[str, str | Promise] = {
    "beginner": _("Beginner"),
    "intermediate": _("Independent"),
    "demanding": _("Demanding"),
}
MARKS: dict[Mark, str | Promise] = {
    Mark.PRINCIPLE: _("Principle"),
    Mark.REVIEWED: _("Reviewed"),
    Mark.SOURCED: _("Not reviewed"),
    Mark.ASSUMPTION: _("Assumption: never decides"),
    Mark.GENERAL: _("General knowledge: never scored"),
    Mark.GENERAL_UNSURE: _("Unsure: never scored"),
    Mark.ABSENT: _("No value known"),
}
_REFUSALS: dict[str, str | Promise] = {
    "ended": _("The case has ended."),
    "already_done": _("You have done this already."),
    "office_closes": _("This takes longer than the office is open today."),
    "not_yet": _("This is not possible yet."),
    "unknown_act": _("This case has no such act."),
    "too_few_words": _("Your reasons are too short to stand on their own."),
    "too_long": _("Something in the form cannot be used."),
    "not_text": _("Something in the form cannot be used."),
    "input_missing": _("Something is still missing in the form."),
    "input_invalid": _("Something in the form cannot be used."),
    "input_unknown": _("Something in the form cannot be used."),
    "nothing_ahead": _("Nothing more is on its way. End the day instead."),
    "stale": _("The file has changed since this page was shown."),
}


def said(text: Text) -> str:
    return text.say(get_language() or SOURCE_LOCALE)


@lru_cache(maxsize=4096)
def _spelled(value: date, pattern: str, language: str | None) -> str:
    return formatted(value, pattern)


def spelled(value: date, pattern: str) -> str:
    """A date in Django's letters. A desk spells the same few days over and over, in the same few ways."""
    return _spelled(value, pattern, get_language())


def day(value: date) -> str:
    return spelled(value, "D j F")


def day_long(value: date) -> str:
    return spelled(value, "l j F")


def moment(value: datetime) -> str:
    return spelled(value, "D j F, H:i")


def refusal(refused: Refused) -> str:
    return said(refused.because) if refused.because else str(_REFUSALS[refused.code])


def effort(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return gettext("No case time")
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if rest:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts)


def closed(reasons: Iterable[str]) -> str:
    """Why an office is closed; the named day says it better than the weekend."""
    # Two reasons for one day stand in one cell of the table.
    names = [gettext(name) for reason in reasons for name in reason.split("; ")]
    return ", ".join(names)


def listed(items: Iterable[str]) -> str:
    return ", ".join(item for item in items if item)


# Names of closed days come from frozen tables; here they are known to the translators.
_CLOSED_DAYS = (
    _("Saturday"),
    _("Sunday"),
    _("Good Friday"),
    _("Holy Saturday"),
    _("Easter Sunday"),
    _("Easter Monday"),
    _("Labour Day"),
    _("Labor Day"),
    _("Labor Day (observed)"),
    _("New Year's Day"),
    _("Orthodox Christmas Day"),
    _("Christmas Day"),
    _("Second Day of Christmas"),
    _("Statehood Day"),
    _("Statehood Day (observed)"),
    _("Armistice Day"),
    _("German Unity Day"),
    _("Ascension Day"),
    _("Whit Monday"),
    _("Pentecost Monday"),
)
