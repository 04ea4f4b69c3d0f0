"""The mutation test: what could be taken out of a case without any run going otherwise.

Each rule is taken out in turn, and the moves of the runs in which it was at work are made again. The first run in
which something is refused, or that ends, is scored or keeps its safeguards otherwise shows that the rule matters. A
rule is named only where all were looked at: bots, past runs, and the author's ways with one thing changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, islice
from operator import or_

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.logs import authored
from simulations.engine.check.mutants import mutants
from simulations.engine.check.played import Log
from simulations.engine.check.playing import Node, moves_to
from simulations.engine.check.variations import Varied
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.problems import Problem, warning
from simulations.engine.steps import steps

MOST_VARIATIONS = 800  # of each way
_SAME = "without this every run of the bots and every past run would have gone the same"


@dataclass(frozen=True, slots=True)
class Made:
    """A run of the machine: its moves, the states around them, and what each move earned."""

    moves: tuple[Move, ...]
    states: tuple[State, ...]
    earned: tuple[int, ...]


def idle(machine: Machine, logs: Iterable[Log], budget: Budget) -> Iterator[Problem]:
    """Effects and events on which nothing depended; only what a run came to is asked about."""
    runs = [*_of_logs(machine, logs), *_varied(machine)]
    for mutant in mutants(machine.scenario):
        compared = _Compared(machine, Machine(mutant.without()), mutant.act, budget)
        try:
            if compared.is_alike and not any(map(compared.differs, runs)) and compared.was_there:
                yield warning(f"{mutant.kind}_idle", mutant.where, _SAME)
        except Spent:
            return


def _of_logs(machine: Machine, logs: Iterable[Log]) -> Iterator[Made]:
    for log in logs:
        played = tuple(steps(log))
        moves = (machine.move_of(step.act, step.inputs) for step in played[1:])
        yield _made(machine, machine.state_of(played[0].after), [move for move in moves if move is not None])


def _varied(machine: Machine) -> Iterator[Made]:
    """The author's ways with one thing changed: in each something else goes wrong, and nothing more."""
    for way in authored(machine):
        player = _Whole(machine, way, machine.start())
        for run in islice(chain.from_iterable(player.kinds_of_one()), MOST_VARIATIONS):
            yield _made(machine, machine.start(), moves_to(run[-1].path))


class _Whole(Varied):
    """Plays every run to its end, wherever others have been."""

    def is_new(self, node: Node) -> bool:
        return True


def _made(machine: Machine, start: State, moves: Sequence[Move]) -> Made:
    states, earned = [start], list[int]()
    for move in moves:
        if not machine.can(states[-1], move):
            break
        earned.append(machine.earned(states[-1], move))
        states.append(machine.step(states[-1], move))
    return Made(tuple(moves[: len(earned)]), tuple(states), tuple(earned))


class _Compared:
    """A case and one without a rule, run by run. `act`: the only one at which they can part; empty: any time."""

    def __init__(self, machine: Machine, without: Machine, act: str, budget: Budget) -> None:
        self.machine = machine
        self.without = without
        self.act = act
        self.budget = budget
        self.is_alike = machine.places == without.places  # else the states of one say nothing to the other
        self.was_there = False
        self.stepped: dict[tuple[State, Move], State] = {}

    def differs(self, run: Made) -> bool:
        """The same moves: something is refused that was not, something is not, or the result differs."""
        state, earned = self.start(run), 0
        for index, move in enumerate(run.moves):
            before, after = run.states[index], run.states[index + 1]
            if state == before and self.act and self.machine.key_of(move) != self.act:
                state, earned = after, earned | run.earned[index]
                continue
            if state != before and not self.without.can(state, move):
                return True
            earned |= run.earned[index] if state == before else self.without.earned(state, move)
            state = self.step(state, move)
            if state != after:
                self.was_there = True
                if self.without.offers(state) != self.machine.offers(after):
                    return True
        whole = reduce(or_, run.earned, 0)
        return _result(self.machine, run.states[-1], whole) != _result(self.without, state, earned)

    def start(self, run: Made) -> State:
        first = run.states[0]
        own = first if self.act else self.without.start(styles=self.machine.styles(first))
        self.was_there = self.was_there or own != first
        return own

    def step(self, state: State, move: Move) -> State:
        if (state, move) not in self.stepped:
            self.budget.spend(1, "mutants")
            self.stepped[state, move] = self.without.step(state, move)
        return self.stepped[state, move]


def _result(machine: Machine, state: State, earned: int) -> tuple[object, ...]:
    return (
        machine.ending(state),
        machine.breaches(state),
        machine.risks(state),
        earned | machine.earned_at_end(state),
    )
