"""What logs have shown of the safeguards before anything is asked of abstract time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulations.engine.check.hindsight import breaches
from simulations.engine.check.logs import Trace
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario


@dataclass(slots=True)
class Seen:
    """What logs have shown beforehand: by safeguard a run that breaks it, one that keeps it and passes, and so on."""

    broken: dict[str, Trace] = field(default_factory=dict)
    kept: dict[str, Trace] = field(default_factory=dict)
    passed_broken: dict[str, Trace] = field(default_factory=dict)
    disagree: dict[str, Trace] = field(default_factory=dict)


def look(scenario: Scenario, seen: Seen, trace: Trace, events: Sequence[Event]) -> None:
    """What one log shows about each safeguard."""
    state = replay(events)
    said = breaches(scenario, events)
    passed = state.ending in scenario.endings and scenario.endings[state.ending].kind == "pass"
    for key in scenario.safeguards:
        is_broken = key in state.breaches
        if is_broken != (key in said):
            seen.disagree.setdefault(key, trace)
        if is_broken:
            seen.broken.setdefault(key, trace)
        if passed:
            (seen.passed_broken if is_broken else seen.kept).setdefault(key, trace)
