"""When what a case sends arrives, and when what it counts runs out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from simulations.engine.calendar import last_open
from simulations.engine.deadlines import DueDates, due_dates
from simulations.engine.scenario import Deadline, Delay, Scenario


def arrival(scenario: Scenario, delay: Delay, since: datetime) -> datetime:
    """When something sent at that moment is on the desk."""
    if delay.moment is not None:
        return max(delay.moment, since)
    if not delay.calendar:
        return since + timedelta(minutes=delay.minutes)
    day = scenario.calendars[delay.calendar].after_open_days(since.date(), delay.open_days)
    return datetime.combine(day, delay.at or scenario.office.opens)


def limit(scenario: Scenario, deadline: Deadline, since: date, *, extended: bool = False) -> DueDates:
    """Every reading of a clock that started on that day."""
    values, tables = scenario.values, scenario.calendars
    return due_dates(
        since,
        values[deadline.value],
        tables[deadline.requested],
        tables[deadline.requesting],
        values[deadline.extension] if extended else None,
    )


def safe_day(scenario: Scenario, deadline: str, earliest: date) -> date:
    """The last day, in time on every reading, on which both the own office and the side that is asked are open."""
    item = scenario.deadlines[deadline]
    return last_open(earliest, scenario.calendars[scenario.office.calendar], scenario.calendars[item.requested])


def counted_from(deadline: Deadline, moment: datetime) -> date:
    """The day from which the length is counted; a clock may have been running before the case begins."""
    return deadline.started_on or moment.date()
