"""What was still possible: can a pass be reached from here?

Each way the author knows is tried from the state, step by step, skipping what was done and waiting where
nothing of it can be done yet. Found means found; not found means "not by the way the author knows".
"""

from __future__ import annotations

from collections.abc import Sequence

from simulations.engine.check.reach import reach_from
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.refusal import Refused
from simulations.engine.run import WAIT, Command, Step, decide
from simulations.engine.scenario import Move, Scenario
from simulations.engine.scoring import score
from simulations.engine.state import State

_MOST_WAITS = 12
_WORTH_WAITING = ("not_yet", "office_closes", "input_invalid")


def pass_in_reach(scenario: Scenario, state: State, played: Sequence[Step]) -> bool:
    """Whether one of the author's ways, taken up from this state, still ends in a pass."""
    past = [event for step in played for event in step.events]
    if state.has_ended:
        return score(scenario, past).passed
    if is_out_of_reach(scenario, state):
        return False
    ways = scenario.models.values()
    return any(score(scenario, [*past, *follow(scenario, state, way)]).passed for way in ways)


def is_out_of_reach(scenario: Scenario, state: State) -> bool:
    """Certain when true: no passing ending can become true any more, whatever is done."""
    if any(scenario.safeguards[key].critical for key in state.breaches):
        return True
    ahead = reach_from(scenario, state)
    return not any(ahead.may_hold(item.when) for item in scenario.endings.values() if item.kind == "pass")


def last_step_in_reach(scenario: Scenario, played: Sequence[Step]) -> int:
    """The last step after which a pass was still in reach; -1 when it never was.

    What is in reach later was in reach before, so the turning point is found by halving.
    """
    low, high = -1, len(played) - 1
    if score(scenario, [event for step in played for event in step.events]).passed:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if pass_in_reach(scenario, played[middle].after, played[: middle + 1]):
            low = middle
        else:
            high = middle - 1
    return low


def follow(scenario: Scenario, state: State, way: Sequence[Move]) -> list[Event]:
    """The events of playing this way from here as far as it goes."""
    events: list[Event] = []
    for move in way:
        if state.has_ended:
            break
        new = _sooner_or_later(scenario, state, Command(move.act, move.inputs, judged=True))
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
