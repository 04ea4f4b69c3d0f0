"""What has to follow in time: an inject's expectation, or a safeguard's “after this, do that within so long”."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from simulations.engine.calendar import ONE_DAY
from simulations.engine.conditions import Condition, holds
from simulations.engine.deadlines import due_dates
from simulations.engine.scenario import Safeguard, Scenario, Within
from simulations.engine.state import State

OPEN, MET, MISSED = "open", "met", "missed"
INJECTS, SAFEGUARDS = "injects", "safeguards"


def too_late_at(scenario: Scenario, within: Within, since: datetime) -> datetime:
    """The first moment that is too late; of a legal length the end of its latest reading."""
    if within.minutes is not None:
        return since + timedelta(minutes=within.minutes + 1)
    day = since.date()
    if within.days is not None:
        last = day + within.days * ONE_DAY
    elif within.open_days is not None:
        last = scenario.calendars[within.calendar].after_open_days(day, within.open_days)
    else:
        table = scenario.calendars[within.calendar]
        last = due_dates(day, scenario.values[within.value], table, table).latest
    return datetime.combine(last + ONE_DAY, time())


def opened_by(scenario: Scenario, state: State, act: str) -> tuple[Safeguard, ...]:
    """Safeguards whose time begins with this act: the first time only."""
    return tuple(item for item in _waiting(scenario, state) if act in item.after)


def waiting_for_a_moment(scenario: Scenario, state: State) -> list[tuple[Safeguard, Condition]]:
    """Safeguards whose time begins when a condition holds, with that condition."""
    return [(item, item.after_when) for item in _waiting(scenario, state) if item.after_when is not None]


def _waiting(scenario: Scenario, state: State) -> list[Safeguard]:
    return [
        item
        for item in scenario.safeguards.values()
        if item.within is not None and f"{SAFEGUARDS}.{item.key}" not in state.duties
    ]


def met_by(
    scenario: Scenario, state: State, before: State, act: str, inputs: Mapping[str, Any]
) -> tuple[tuple[str, str], ...]:
    """The open duties this act fulfils: (injects or safeguards, key)."""
    found = []
    for name, duty in state.duties.items():
        kind, _, key = name.partition(".")
        if duty.status == OPEN and _fulfils(scenario, before, kind, key, act, inputs):
            found.append((kind, key))
    return tuple(found)


def _fulfils(scenario: Scenario, before: State, kind: str, key: str, act: str, inputs: Mapping[str, Any]) -> bool:
    if kind == INJECTS:
        expects = scenario.injects[key].expects
        return expects is not None and act in expects.acts
    guard = scenario.safeguards[key]
    return act in guard.acts and holds(guard.where, scenario, before, inputs)
