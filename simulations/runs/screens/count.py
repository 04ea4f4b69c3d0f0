"""A limit counted: every reading, and each counted and skipped day with its reason."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from simulations.engine.calendar import ONE_DAY, DayTable, days
from simulations.engine.deadlines import Explanation, Reading
from simulations.engine.reference import Value
from simulations.runs import words
from simulations.runs.screens.clocks import legal_word, office_word


@dataclass(frozen=True)
class Sides:
    """The State that is asked and the one that asks, each with its days."""

    own: DayTable
    other: DayTable
    own_name: str
    other_name: str


@dataclass(frozen=True)
class Cell:
    """kind: out, rec, cnt, skip or due."""

    day: date
    kind: str
    number: str
    words: tuple[str, ...]
    is_before: bool = False
    names_month: bool = False


@dataclass(frozen=True)
class Month:
    title: str
    is_rule: bool
    weeks: tuple[tuple[Cell, ...], ...]
    ends: date
    skipped: str


@dataclass(frozen=True)
class ReadingRow:
    due: date
    receipt: str
    roll_over: str
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

    @property
    def one_day(self) -> bool:
        return self.explained.earliest == self.explained.latest

    def judge(self, day: date) -> str:
        """right, working_days or wrong."""
        if self.explained.earliest <= day <= self.explained.latest:
            return "right"
        return "working_days" if day == self.explained.in_working_days else "wrong"


def counted(explained: Explanation, sides: Sides) -> Count:
    names = sides.own_name, sides.other_name
    return Count(
        value=explained.value,
        mark=str(words.MARKS[explained.mark]),
        sides=sides,
        explained=explained,
        months=_months(explained, sides),
        readings=tuple(_reading(item, *names, n == 0) for n, item in enumerate(explained.readings)),
        rows=_rows(explained),
    )


def _reading(item: Reading, own: str, other: str, is_shown: bool) -> ReadingRow:
    roll_overs = {
        "none": _("stays where it ends"),
        "requested": _("moves to the next open day in %(place)s") % {"place": own},
        "requesting": _("moves to the next open day in %(place)s") % {"place": other},
    }
    receipt = _("counted") if item.receipt_counted else _("not counted")
    return ReadingRow(item.due, receipt, roll_overs[item.roll_over], is_shown)


def _rows(explained: Explanation) -> tuple[ListRow, ...]:
    return tuple(
        ListRow(
            item.day,
            legal_word(item, explained.earliest, explained.latest),
            office_word(item.requested_closed),
            office_word(item.requesting_closed),
        )
        for item in explained.days
    )


def _months(explained: Explanation, sides: Sides) -> tuple[Month, ...]:
    """The rule first; beside a count of calendar days, what a count of working days would have done."""
    value = explained.value
    end = max(explained.latest, explained.in_working_days or explained.latest)
    found = [_rule(explained, value, end)]
    if value.unit == "calendar_days" and value.number and not explained.extension:
        for table, place in ((sides.own, sides.own_name), (sides.other, sides.other_name)):
            found.append(_working(explained.received, value.number, table, place, end))
    return tuple(found)


def _rule(explained: Explanation, value: Value, end: date) -> Month:
    ends: dict[date, list[str]] = {}
    for reading in explained.readings:
        ends.setdefault(reading.due, [])
    cells = {}
    for item in explained.days:
        said = [_short(name) for name in item.requested_closed if name not in _WEEKEND]
        if item.day in ends and item.day != explained.default:
            said.append(_("reading ends"))
        if item.day == explained.in_time_by:
            said.append(_("safe by now"))
        kind = _rule_kind(item.day, item.number, explained)
        cells[item.day] = Cell(item.day, kind, str(item.number or ""), tuple(said))
    title = words.said(value.text)
    return Month(title, True, _weeks(explained.received, end, cells), explained.default, "")


def _rule_kind(day: date, number: int | None, explained: Explanation) -> str:
    if day == explained.received:
        return "rec"
    if day == explained.default:
        return "due"
    if day > explained.latest:
        return "out"
    return "cnt" if number else "skip"


def _working(received: date, length: int, table: DayTable, place: str, end: date) -> Month:
    cells, number, skipped = {received: Cell(received, "rec", "", ())}, 0, []
    for day in days(received + ONE_DAY, end):
        if number == length:
            break
        reasons = table.reasons_closed(day)
        number += not reasons
        named = tuple(_short(name) for name in reasons if name not in _WEEKEND)
        skipped += [f"{_short(name)} {day.day}" for name in reasons if name not in _WEEKEND and day.weekday() < 5]
        kind = "skip" if reasons else "due" if number == length else "cnt"
        cells[day] = Cell(day, kind, "" if reasons else str(number), named)
    ends = max(cells)
    title = _("%(count)d working days, %(place)s") % {"count": length, "place": place}
    return Month(title, False, _weeks(received, end, cells), ends, words.listed(skipped))


_WEEKEND = ("Saturday", "Sunday")


def _short(name: str) -> str:
    """A name that fits into a day's box where a shorter one is known."""
    return gettext(_SHORT[name]) if name in _SHORT else words.closed((name,))


_SHORT = {
    "Good Friday": gettext_noop("Good Fri"),
    "Holy Saturday": gettext_noop("Holy Sat"),
    "Easter Sunday": gettext_noop("Easter Sun"),
    "Easter Monday": gettext_noop("Easter Mon"),
}


def _weeks(first: date, last: date, cells: dict[date, Cell]) -> tuple[tuple[Cell, ...], ...]:
    start = first - first.weekday() * ONE_DAY
    finish = last + (6 - last.weekday()) * ONE_DAY
    every = [
        cells.get(day) or Cell(day, "out", "", (), is_before=day < first, names_month=day == start)
        for day in days(start, finish)
    ]
    return tuple(tuple(every[n : n + 7]) for n in range(0, len(every), 7))
