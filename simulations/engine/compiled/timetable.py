"""Days and seconds as numbers, and the two tables that turn a day into another: open days and clocks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from simulations.engine.calendar import ONE_DAY, DayTable
from simulations.engine.compiled.layout import MOST_DAYS
from simulations.engine.deadlines import DueDates, due_dates
from simulations.engine.due import limit
from simulations.engine.scenario import Scenario

DAY = 86_400
EXTENDED = 1 << MOST_DAYS


class Lookup(dict[Any, Any]):
    """A table that works a value out the first time it is asked for."""

    __slots__ = ("work_out",)

    def __init__(self, work_out: Callable[[Any], Any]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self.work_out(key)
        return value


class Timetable:
    """Day 0 is the first day anything is counted from; seconds count from its midnight."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        begun = [item.started_on for item in scenario.deadlines.values() if item.starts_at_begin and item.started_on]
        self.first = min([scenario.starts_at.date(), *begun])
        self.calendars = tuple(scenario.calendars)
        self.deadlines = tuple(scenario.deadlines)
        self.is_open = Lookup(lambda key: self._table(key[0]).is_open(self.day(key[1])))
        self.nth_open = Lookup(self._nth_open)
        self.at_desk = Lookup(self._at_desk)
        self.open_before = Lookup(lambda day: self.number(self._office.open_on_or_before(self.day(day))))
        self.in_value = Lookup(self._in_value)
        self.values = tuple(scenario.values)
        self.due = [Lookup(partial(self._due, key)) for key in self.deadlines]
        self.earliest = [Lookup(partial(self._day_of, "earliest", due)) for due in self.due]
        self.latest = [Lookup(partial(self._day_of, "latest", due)) for due in self.due]
        self.working = [Lookup(partial(self._day_of, "in_working_days", due)) for due in self.due]

    def number(self, day: date) -> int:
        return (day - self.first).days

    def day(self, number: int) -> date:
        return self.first + number * ONE_DAY

    def seconds(self, moment: datetime) -> int:
        since = moment - datetime.combine(self.first, time())
        return since.days * DAY + since.seconds

    def moment(self, seconds: int) -> datetime:
        days, rest = divmod(seconds, DAY)
        return datetime.combine(self.day(days), time(rest // 3600, rest // 60 % 60, rest % 60))

    def _table(self, index: int) -> DayTable:
        return self.scenario.calendars[self.calendars[index]]

    @property
    def _office(self) -> DayTable:
        return self.scenario.calendars[self.scenario.office.calendar]

    def _at_desk(self, seconds: int) -> int:
        """The first moment from then on at which the office is open."""
        day, clock = divmod(seconds, DAY)
        opens, closes = seconds_of(self.scenario.office.opens), seconds_of(self.scenario.office.closes)
        today = self.day(day)
        if clock > closes:
            return self.number(self._office.next_open(today)) * DAY + opens
        if self._office.is_open(today) and clock > opens:
            return seconds
        return self.number(self._office.open_on_or_after(today)) * DAY + opens

    def _nth_open(self, key: tuple[int, int, int]) -> int:
        """(calendar, number of open days, day): the n-th open day after it."""
        calendar, count, day = key
        return self.number(self._table(calendar).after_open_days(self.day(day), count))

    def _in_value(self, key: tuple[int, int, int]) -> int:
        """(value, calendar, day): the last day of a legal length, on its latest reading."""
        value, calendar, day = key
        table = self._table(calendar)
        return self.number(due_dates(self.day(day), self.scenario.values[self.values[value]], table, table).latest)

    def _due(self, key: str, since: int) -> DueDates:
        received = self.day(since & (EXTENDED - 1))
        return limit(self.scenario, self.scenario.deadlines[key], received, extended=bool(since & EXTENDED))

    def _day_of(self, name: str, due: Lookup, since: int) -> int | None:
        day = getattr(due[since], name)
        return None if day is None else self.number(day)


def seconds_of(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
