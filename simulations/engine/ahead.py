"""What lies ahead of a run."""

from __future__ import annotations

from datetime import datetime, time

from simulations.engine import duties
from simulations.engine.calendar import ONE_DAY
from simulations.engine.scenario import Scenario
from simulations.engine.state import State


def occurrences(scenario: Scenario, state: State, since: datetime) -> list[tuple[datetime, str, str]]:
    """What lies ahead whatever the person does: messages, clocks, duties, timed injects, the last day."""
    found = [(item.due, "message", item.message) for item in state.pending]
    for key, clock in state.clocks.items():
        if clock.status == "running":
            found.append((datetime.combine(clock.earliest + ONE_DAY, time()), "contested", key))
        elif clock.status == "contested":
            found.append((datetime.combine(clock.latest + ONE_DAY, time()), "expired", key))
    found += [(duty.until, "duty", key) for key, duty in state.duties.items() if duty.status == duties.OPEN]
    for inject in scenario.injects.values():
        if inject.at is not None and inject.key not in state.injects and inject.at > since:
            found.append((inject.at, "inject", inject.key))
    last = datetime.combine(scenario.ends_on, time())
    if last > since:
        found.append((last, "end", ""))
    return found
