"""Frozen day tables: which days an office is open, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "Saturday", 6: "Sunday"}


@dataclass(frozen=True, slots=True)
class DayTable:
    """Closed days of one jurisdiction. Weekends are closed everywhere in this table's world."""

    jurisdiction: str
    first: date
    last: date
    closed: Mapping[date, str] = field(default_factory=dict)
    confirmed_by: str = ""

    @property
    def estimated(self) -> frozenset[date]:
        """Closed days whose date is only expected: a moon has to be seen first."""
        return frozenset(day for day, reason in self.closed.items() if "estimated" in reason)

    def reasons_closed(self, day: date) -> tuple[str, ...]:
        """Why the office is closed, named day first; empty when it is open."""
        named = self.closed.get(day)
        weekend = _WEEKEND.get(day.weekday())
        return tuple(reason for reason in (named, weekend) if reason and not (named and weekend == named))

    def is_open(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.closed

    def next_open(self, day: date) -> date:
        """The first open day after this one."""
        day += ONE_DAY
        while not self.is_open(day):
            day += ONE_DAY
        return day

    def open_on_or_after(self, day: date) -> date:
        return day if self.is_open(day) else self.next_open(day)

    def open_on_or_before(self, day: date) -> date:
        while not self.is_open(day):
            day -= ONE_DAY
        return day

    def after_open_days(self, day: date, count: int) -> date:
        """The count-th open day after this day; the day itself is not counted."""
        for _ in range(count):
            day = self.next_open(day)
        return day

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


def last_open(day: date, *tables: DayTable) -> date:
    """The last day not after this one on which all of these offices are open."""
    while not all(table.is_open(day) for table in tables):
        day -= ONE_DAY
    return day


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY


def add_months(day: date, months: int) -> date:
    """Same day of a later month; the last day of that month where it has no such day."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + (day.day - 1) * ONE_DAY, first_of_next - ONE_DAY)
