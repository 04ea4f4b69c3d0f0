"""Logs to look at: the author's ways, and seeded walks that leave them at any point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine.compiled import Machine, Move, State
from simulations.engine.compiled.dice import Dice
from simulations.engine.compiled.layout import CONTESTED, RUNNING
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import FACILITATOR, FIRE, Command, begin, decide, steps
from simulations.engine.scenario import BEGIN, END_DAY, WAIT, Scenario

Trace = tuple[dict[str, Any], ...]
MOST_STEPS = 160
MOST_WAITS = 12


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk of the machine: its moves and where it came to."""

    moves: tuple[Move, ...]
    state: State


def models(scenario: Scenario) -> tuple[tuple[Event, ...], ...]:
    """The author's ways as logs."""
    events = begin(scenario)
    start = replay(events)
    return tuple((*events, *follow(scenario, start, way)) for way in scenario.models.values())


def moves_of(machine: Machine, events: Sequence[Event]) -> tuple[Move, ...]:
    found = (machine.move_of(step.act, step.inputs) for step in steps(events) if step.number)
    return tuple(move for move in found if move is not None)


def authored(machine: Machine) -> list[tuple[Move, ...]]:
    """The author's ways as moves, without the waiting that `go` puts in."""
    ways = [[machine.move_of(step.act, step.inputs) for step in way] for way in machine.scenario.models.values()]
    return [tuple(move for move in way if move is not None) for way in ways]


def walks(machine: Machine, ways: Sequence[tuple[Move, ...]], count: int) -> Iterator[Walk]:
    """Each goes one of the ways to some point and does whatever the dice say from there."""
    for number in range(count):
        dice = Dice(f"walk:{number}")
        way = dice.one(ways) if ways and dice.number(4) else ()
        start = go(machine, way[: dice.number(len(way) + 1)], machine.start())
        yield _stray(machine, start, dice)


def mutants(machine: Machine, ways: Sequence[tuple[Move, ...]], count: int) -> Iterator[Walk]:
    """The author's ways with several things changed by the dice: left out, done otherwise, put in, or done too late."""
    alike: dict[str, list[int]] = {}
    for number, way in enumerate(machine.ways):
        if not way.days:
            alike.setdefault(way.act, []).append(number)
    for number in range(count if ways else 0):
        dice = Dice(f"mutant:{number}")
        walk = Walk((), machine.start())
        for move in dice.one(ways):
            walk = go(machine, _changed(machine, alike, move, dice), walk)
            if dice.number(25) == 0:
                walk = _let_time_pass(machine, walk)
        yield walk


def _changed(machine: Machine, alike: dict[str, list[int]], move: Move, dice: Dice) -> tuple[Move, ...]:
    fate = dice.number(20)
    if fate < 3:
        return ()
    if fate < 6:
        others = alike.get(machine.key_of(move), [])
        return (Move(dice.one(others)),) if others else (move,)
    if fate == 6:
        return (Move(dice.number(len(machine.ways))), move) if machine.ways else (move,)
    return (move,)


def go(machine: Machine, way: Sequence[Move], start: Walk | State) -> Walk:
    """As far along this way as it can be gone, waiting where something is not possible yet."""
    done, state = (list(start.moves), start.state) if isinstance(start, Walk) else ([], start)
    for move in way:
        if machine.ways[move.number : move.number + 1] and len(move.days) != len(machine.ways[move.number].days):
            continue
        waited, here = list[Move](), state
        while not machine.can(here, move) and len(waited) < MOST_WAITS:
            wait = next((item for item in machine.moves(here) if machine.key_of(item) == WAIT), None)
            if wait is None:
                break
            waited.append(wait)
            here = machine.step(here, wait)
        if machine.can(here, move):
            done += [*waited, move]
            state = machine.step(here, move)
    return Walk(tuple(done), state)


def _let_time_pass(machine: Machine, walk: Walk) -> Walk:
    """Until every clock that runs has ended, or the case has."""
    done, state = list(walk.moves), walk.state
    live = [(slot.mask, (slot.at(RUNNING), slot.at(CONTESTED))) for slot in machine.places.status.values()]
    while len(done) < MOST_STEPS and any(state[0] & mask in running for mask, running in live):
        wait = next((item for item in machine.moves(state) if machine.key_of(item) == WAIT), None)
        if wait is None:
            break
        done.append(wait)
        state = machine.step(state, wait)
    return Walk(tuple(done), state)


def _stray(machine: Machine, start: Walk, dice: Dice) -> Walk:
    done, state = list(start.moves), start.state
    while len(done) < MOST_STEPS and (moves := machine.moves(state)):
        acts = sorted({machine.key_of(move) for move in moves})
        act = dice.one(acts)
        if act == END_DAY and dice.number(2):
            act = dice.one(acts)
        move = dice.one([move for move in moves if machine.key_of(move) == act])
        state = machine.step(state, move)
        done.append(move)
    return Walk(tuple(done), state)


def shortened(
    machine: Machine, start: State, moves: Sequence[Move], goal: Callable[[State], bool]
) -> tuple[list[Move], State]:
    """These moves without those that can be left out, the last first, as long as the goal is still met."""
    kept, before, reached = list(moves), -1, start
    while len(kept) != before:
        before = len(kept)
        for index in reversed(range(len(kept))):
            shorter = kept[:index] + kept[index + 1 :]
            end = walked(machine, start, shorter)
            if end is not None and goal(end):
                kept, reached = shorter, end
    return kept, reached


def walked(machine: Machine, start: State, moves: Sequence[Move]) -> State | None:
    """Where these moves lead; None where one of them is not possible."""
    state = start
    for move in moves:
        if not machine.can(state, move):
            return None
        state = machine.step(state, move)
    return state


def told(machine: Machine, moves: Sequence[Move], state: State) -> Trace:
    """The acts of a run that came to this state, as `scenario play` reads them, unusual styles first."""
    styles = machine.styles(state)
    usual = {key: next(iter(item.styles)) for key, item in machine.scenario.counterparts.items()}
    begins = ({"act": BEGIN, "inputs": styles},) if styles != usual else ()
    return (*begins, *(machine.act_of(move) for move in moves))


def styles_of(scenario: Scenario, trace: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Those that a trace begins with."""
    is_begun = bool(trace) and trace[0]["act"] == BEGIN and BEGIN not in scenario.acts
    return dict(trace[0]["inputs"]) if is_begun else {}


def played(scenario: Scenario, trace: Sequence[Mapping[str, Any]]) -> list[Event]:
    """The log of these acts as the engine that judges every run decides it; stops at the first refusal."""
    styles = styles_of(scenario, trace)
    events = list(begin(scenario, styles=styles))
    state = replay(events)
    for row in trace[1:] if styles else trace:
        by = FACILITATOR if row["act"] == FIRE else ""
        try:
            new = decide(scenario, state, Command(row["act"], row["inputs"], judged=row.get("judged", False), by=by))
        except Refused:
            break
        events += new
        state = replay(new, state)
    return events


def starts(machine: Machine) -> list[State]:
    """With the default styles first, then with each other style of each counterpart."""
    found = [machine.start()]
    for key, item in machine.scenario.counterparts.items():
        found += [machine.start(styles={key: style}) for style in list(item.styles)[1:]]
    return found
