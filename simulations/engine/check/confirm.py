"""From abstract time to the real clock: is there a run that does what the abstract way says?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import Any

from simulations.engine.check.blame import stands_for
from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.logs import Trace, starts, told
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.compiled.abstract import Abstract, Label
from simulations.engine.compiled.layout import CONTESTED, EXPIRED, HERE, IS_MISSED
from simulations.engine.scenario import END_DAY, FIRE, WAIT

Reached = Callable[[State], bool]
MOST_WAITS = 40  # without anything of the way being done
MOST_TRIED = 6_000
STATUS = {"contested": CONTESTED, "expired": EXPIRED}


class Follower:
    """Goes an abstract way with the exact clock, waiting where it has to; tries the furthest attempt first."""

    def __init__(self, machine: Machine, model: Abstract, labels: Sequence[Label], goal: Reached) -> None:
        self.machine = machine
        self.labels = labels
        self.goal = goal
        self.moves = [self._meant(model, label) for label in labels]

    def _meant(self, model: Abstract, label: Label) -> frozenset[int]:
        """The ways of the machine that this step of the abstract way stands for."""
        if label.kind != "act":
            return frozenset()
        ways = enumerate(self.machine.ways)
        return frozenset(
            number for number, way in ways if way.act == label.key and stands_for(model.scenario, label, way.seen)
        )

    def follow(self, starts: Iterable[State], budget: Budget) -> Trace | None:
        """The acts of a real run that reaches the goal, or None where none was found."""
        heap: list[tuple[int, int, int, State, tuple[Any, ...] | None]] = []
        tried = 0
        for state in starts:
            heappush(heap, (0, 0, len(heap), state, None))
        seen: set[tuple[int, State]] = set()
        while heap and tried < MOST_TRIED:
            left, waited, _, state, path = heappop(heap)
            if self.goal(state):
                return self.told(path, state)
            tried += 1
            budget.spend(1)
            for further, move, after in self.next(-left, state):
                if (further, after) not in seen and (further > -left or waited < MOST_WAITS):
                    seen.add((further, after))
                    steps = (path, move) if move is not None else path
                    waits = 0 if further > -left else waited + 1
                    heappush(heap, (-further, waits, len(seen), after, steps))
        return None

    def next(self, done: int, state: State) -> Iterable[tuple[int, Move | None, State]]:
        machine = self.machine
        moves = machine.moves(state, facilitated=True)
        if done < len(self.labels):
            label = self.labels[done]
            if label.kind in ("act", "read", "inject"):
                for move in moves:
                    if self.is_meant(done, label, move):
                        yield done + 1, move, machine.step(state, move)
            if self.has_come(label, state):
                yield done + 1, None, state
        for move in moves:
            if machine.key_of(move) in (WAIT, END_DAY):
                yield done, move, machine.step(state, move)

    def is_meant(self, done: int, label: Label, move: Move) -> bool:
        if label.kind == "act":
            return move.number in self.moves[done]
        told = self.machine.act_of(move)
        wanted = {"document": label.key} if label.kind == "read" else {"inject": label.key}
        return told["act"] in ("read", FIRE) and told["inputs"] == wanted

    def has_come(self, label: Label, state: State) -> bool:
        """Whether what the way waits for has happened, or need not be done any more."""
        places, f = self.machine.places, state[0]
        match label.kind:
            case "message":
                return bool(f & places.messages[label.key].mask)
            case "clock":
                return places.status[label.key].of(f) >= STATUS[label.status]
            case "duty":
                return places.duties[label.key].of(f) == IS_MISSED
            case "time":
                return self.machine.now(state).isoformat() >= label.key
            case "read":
                return places.documents[label.key].of(f) > HERE
        return False

    def told(self, path: tuple[Any, ...] | None, state: State) -> Trace:
        moves: list[Move] = []
        while path is not None:
            path, move = path
            moves.append(move)
        return told(self.machine, moves[::-1], state)


def confirmed(
    machine: Machine, model: Abstract, labels: Sequence[Label], goal: Reached, budget: Budget
) -> Trace | None:
    return Follower(machine, model, labels, goal).follow(starts(machine), budget)


def searched(machine: Machine, goal: Reached, budget: Budget) -> Trace | None:
    """Breadth first with the exact clock, as far as the budget goes."""
    parents: dict[State, tuple[State, Move] | None] = dict.fromkeys(starts(machine))
    ahead = list(parents)
    try:
        while ahead:
            fresh: list[State] = []
            for state in ahead:
                if goal(state):
                    return way_to(machine, parents, state)
                for move in machine.moves(state):
                    after = machine.step(state, move)
                    if after not in parents:
                        parents[after] = (state, move)
                        fresh.append(after)
                budget.spend(1)
            ahead = fresh
    except Spent:
        return None
    return None


def way_to(machine: Machine, parents: dict[State, tuple[State, Move] | None], state: State) -> Trace:
    moves, here = list[Move](), state
    while (step := parents[here]) is not None:
        here, move = step
        moves.append(move)
    return told(machine, moves[::-1], state)
