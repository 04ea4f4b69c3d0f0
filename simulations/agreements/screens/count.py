"""A limit counted: every reading, and each counted and skipped day with its reason."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from simulations.agreements import words
from simulations.agreements.screens.months import Month, Sides, months
from simulations.engine.deadlines import Day, Explanation, Reading
from simulations.engine.reference import Value

__all__ = ["Count", "ListRow", "Month", "ReadingRow", "Sides", "counted", "legal_word", "office_word"]

# A list of a whole year helps nobody: of a longer limit the days around its ends are shown.
LONGEST_LIST = timedelta(days=70)
AROUND = timedelta(days=21)


@dataclass(frozen=True)
class ReadingRow:
    due: date
    receipt: str
    roll_over: str
    extension: str
    working_days: str
    is_shown: bool


@dataclass(frozen=True)
class ListRow:
    day: date
    legal: str
    own: str
    other: str


@dataclass(frozen=True)
class Count:
    value: Value
    mark: str
    sides: Sides
    explained: Explanation
    months: tuple[Month, ...]
    readings: tuple[ReadingRow, ...]
    rows: tuple[ListRow, ...]
    starts_late: bool

    @property
    def one_day(self) -> bool:
        return self.explained.earliest == self.explained.latest

    @property
    def is_in_working_days(self) -> bool:
        return self.explained.value.unit == "working_days"

    def judge(self, day: date) -> str:
        """right, working_days or wrong."""
        if self.explained.earliest <= day <= self.explained.latest:
            return "right"
        return "working_days" if day == self.explained.in_working_days else "wrong"


def counted(explained: Explanation, sides: Sides) -> Count:
    first = shown_from(explained)
    return Count(
        value=explained.value,
        mark=str(words.MARKS[explained.mark]),
        sides=sides,
        explained=explained,
        months=months(explained, sides, first),
        readings=tuple(_reading(item, sides, n == 0) for n, item in enumerate(explained.readings)),
        rows=_rows(explained, first),
        starts_late=first > explained.received,
    )


def shown_from(explained: Explanation) -> date:
    """The first day that is drawn and listed."""
    if explained.latest - explained.received <= LONGEST_LIST:
        return explained.received
    return explained.earliest - AROUND


def _reading(item: Reading, sides: Sides, is_shown: bool) -> ReadingRow:
    receipt = _("counted") if item.receipt_counted else _("not counted")
    extension = {
        "last_day": _("from the last day of the first limit"),
        "moved": _("from the open day it moved to"),
    }.get(item.extension_from, "")
    whose = {"requested": sides.own_name, "requesting": sides.other_name}.get(item.working_days_of, "")
    return ReadingRow(item.due, receipt, _moves(item, sides), extension, whose, is_shown)


def _moves(item: Reading, sides: Sides) -> str:
    if item.roll_over == "none":
        return _("stays where it ends")
    place = sides.own_name if item.roll_over == "requested" else sides.other_name
    return _("moves to the next open day in %(place)s") % {"place": place}


def _rows(explained: Explanation, first: date) -> tuple[ListRow, ...]:
    return tuple(
        ListRow(
            item.day,
            legal_word(item, explained.earliest, explained.latest),
            office_word(item.requested_closed),
            office_word(item.requesting_closed),
        )
        for item in explained.days
        if item.day >= first
    )


def legal_word(day: Day, clock_earliest: date, clock_latest: date) -> str:
    """What the legal clock does on this day, in words, under the reading that is shown."""
    if "received" in day.why:
        return _("Received, not counted")
    if day.day > clock_latest:
        return ""
    number = _("Day %(number)d") % {"number": day.number} if day.number else _("Not counted")
    if day.day == clock_latest:
        return _("%(day)s · last reading ends") % {"day": number}
    if day.day == clock_earliest:
        return _("%(day)s · first reading ends") % {"day": number}
    return number


def office_word(reasons: tuple[str, ...]) -> str:
    return _("Closed: %(reasons)s") % {"reasons": words.closed(reasons)} if reasons else _("Open")
