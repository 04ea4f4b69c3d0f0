"""Month pictures of a limit: the rule, and what a count of working days does at either side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from simulations.agreements import words
from simulations.engine.calendar import ONE_DAY, DayTable, add_months, days
from simulations.engine.deadlines import Explanation


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


def months(explained: Explanation, sides: Sides, first: date) -> tuple[Month, ...]:
    """The rule first; then the same number as working days of each side, where that says anything more."""
    value = explained.value
    end = max(explained.latest, explained.in_working_days or explained.latest)
    found = [_rule(explained, first, end)]
    if value.unit == "months" or explained.extension or not value.number:
        return tuple(found)
    places = [(sides.own, sides.own_name), (sides.other, sides.other_name)]
    for table, place in places if value.unit == "calendar_days" else places[1:]:
        found.append(_working(explained.received, value.number, table, place, end))
    return tuple(found)


def _rule(explained: Explanation, first: date, end: date) -> Month:
    cells = {item.day: _rule_cell(explained, item.day, item.number, item.requested_closed) for item in explained.days}
    title = words.said(explained.value.text)
    if explained.extension:
        title = f"{title} + {words.said(explained.extension.text)}"
    return Month(title, True, _weeks(first, end, cells), explained.default, "")


def _rule_cell(explained: Explanation, day: date, number: int | None, closed: tuple[str, ...]) -> Cell:
    said = [short_name(name) for name in closed if name not in _WEEKEND]
    if day != explained.default and any(reading.due == day for reading in explained.readings):
        said.append(_("reading ends"))
    if day == explained.in_time_by:
        said.append(_("safe by now"))
    # Months are not counted in days, so a number would mean nothing.
    shown = "" if explained.value.unit == "months" else str(number or "")
    return Cell(day, _rule_kind(day, number, explained), shown, tuple(said))


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
    for day in days(received + ONE_DAY, max(end, table.after_open_days(received, length))):
        if number == length:
            break
        reasons = table.reasons_closed(day)
        number += not reasons
        named = tuple(short_name(name) for name in reasons if name not in _WEEKEND)
        skipped += [f"{short_name(name)} {day.day}" for name in reasons if name not in _WEEKEND and day.weekday() < 5]
        kind = "skip" if reasons else "due" if number == length else "cnt"
        cells[day] = Cell(day, kind, "" if reasons else str(number), named)
    ends = max(cells)
    title = _("%(count)d working days, %(place)s") % {"count": length, "place": place}
    return Month(title, False, _weeks(received, max(end, ends), cells), ends, words.listed(skipped))


_WEEKEND = ("Saturday", "Sunday")


def short_name(name: str) -> str:
    """A name that fits into a day's box where a shorter one is known."""
    return gettext(_SHORT[name]) if name in _SHORT else words.closed((name,))


_SHORT = {
    "Good Friday": gettext_noop("Good Fri"),
    "Holy Saturday": gettext_noop("Holy Sat"),
    "Easter Sunday": gettext_noop("Easter Sun"),
    "Easter Monday": gettext_noop("Easter Mon"),
}


def _weeks(first: date, last: date, cells: Mapping[date, Cell]) -> tuple[tuple[Cell, ...], ...]:
    start = first - first.weekday() * ONE_DAY
    finish = last + (6 - last.weekday()) * ONE_DAY
    every = [
        cells.get(day) or Cell(day, "out", "", (), is_before=day < first, names_month=day == start)
        for day in days(start, finish)
    ]
    return tuple(tuple(every[n : n + 7]) for n in range(0, len(every), 7))


def year_months(table: DayTable) -> tuple[Month, ...]:
    """A year at a glance: which days are closed, and which of them are only expected."""
    starts = [date(table.first.year, month, 1) for month in range(table.first.month, table.last.month + 1)]
    return tuple(_plain(first, table) for first in starts)


def _plain(first: date, table: DayTable) -> Month:
    last = add_months(first, 1) - ONE_DAY
    cells = {day: Cell(day, _plain_kind(day, table), "", ()) for day in days(first, last)}
    return Month(words.spelled(first, "F"), False, _weeks(first, last, cells), last, "")


def _plain_kind(day: date, table: DayTable) -> str:
    if day in table.closed:
        return "rec" if day in table.estimated else "due"
    return "cnt" if table.is_open(day) else "skip"
