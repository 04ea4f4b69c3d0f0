"""Where letting time pass leads: the next office morning, or the next moment at which something is new."""

from __future__ import annotations

from datetime import datetime

from simulations.engine.ahead import occurrences
from simulations.engine.scenario import Scenario
from simulations.engine.state import State


def next_morning(scenario: Scenario, state: State) -> datetime:
    table = scenario.calendars[scenario.office.calendar]
    return datetime.combine(table.next_open(state.now.date()), scenario.office.opens)


def next_news(scenario: Scenario, state: State) -> datetime | None:
    """When the person is next at the desk with something new, or on the last open day of a running clock.

    None when nothing comes before the last day: waiting alone never ends a case.
    """
    table, opens = scenario.calendars[scenario.office.calendar], scenario.office.opens
    ahead = [at for at, kind, _ in occurrences(scenario, state, state.now) if kind != "duty"]  # that would warn
    moments = [_at_desk(scenario, at) for at in ahead]
    for clock in state.clocks.values():
        if clock.status == "running":
            moments.append(datetime.combine(table.open_on_or_before(clock.earliest), opens))
    coming = (moment for moment in moments if moment > state.now and moment.date() < scenario.ends_on)
    return min(coming, default=None)


def _at_desk(scenario: Scenario, at: datetime) -> datetime:
    """The first moment from then on at which the office is open."""
    table, office = scenario.calendars[scenario.office.calendar], scenario.office
    if at.time() > office.closes:
        return datetime.combine(table.next_open(at.date()), office.opens)
    if table.is_open(at.date()) and at.time() > office.opens:
        return at
    return datetime.combine(table.open_on_or_after(at.date()), office.opens)


def news_until(scenario: Scenario, state: State, until: datetime) -> tuple[tuple[datetime, str, str], ...]:
    """What falls due on the way there, in order: (when, message|contested|expired|inject|end, key)."""
    return tuple(sorted(item for item in occurrences(scenario, state, state.now) if item[0] <= until))
