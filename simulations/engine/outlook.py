"""What was still possible: can a pass be reached from here?

The author's model path is tried from the state, step by step, skipping what was done and waiting where
nothing of it can be done yet. Found means found; not found means "not by the way the author knows".
"""

from __future__ import annotations

from collections.abc import Sequence

from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.refusal import Refused
from simulations.engine.run import WAIT, Command, Step, decide
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import score
from simulations.engine.state import State

_MOST_WAITS = 12
_WORTH_WAITING = ("not_yet", "office_closes", "input_invalid")


def pass_in_reach(scenario: Scenario, state: State, played: Sequence[Step]) -> bool:
    """Whether the model path, taken up from this state, still ends in a pass."""
    if any(scenario.safeguards[key].critical for key in state.breaches):
        return False
    events = [event for step in played for event in step.events]
    events += follow_model(scenario, state)
    return score(scenario, events).passed


def follow_model(scenario: Scenario, state: State) -> list[Event]:
    """The events of playing the model path from here as far as it goes."""
    events: list[Event] = []
    for move in scenario.model:
        if state.has_ended:
            break
        new = _sooner_or_later(scenario, state, Command(move.act, move.inputs))
        events += new
        state = replay(new, state)
    return events


def _sooner_or_later(scenario: Scenario, state: State, command: Command) -> list[Event]:
    """The command after as much waiting as it takes; nothing at all when no waiting makes it possible."""
    events: list[Event] = []
    for _ in range(_MOST_WAITS):
        try:
            return [*events, *decide(scenario, state, command)]
        except Refused as refusal:
            if refusal.code not in _WORTH_WAITING or state.has_ended:
                return []
        new = _try(scenario, state, Command(WAIT))
        if new is None:
            return []
        events += new
        state = replay(new, state)
    return []


def _try(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...] | None:
    try:
        return decide(scenario, state, command)
    except Refused:
        return None
