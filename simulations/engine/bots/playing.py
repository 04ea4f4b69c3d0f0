"""One bot plays one run to its end: pure, from a seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine import forms, marks
from simulations.engine.bots.habits import HABITS, Habit
from simulations.engine.bots.traits import traits
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.compiled.dice import Dice
from simulations.engine.compiled.tally import Result
from simulations.engine.scenario import END_DAY, READ, WAIT, Scenario
from simulations.engine.scenario import Move as Wanted

MOST_STEPS = 250  # a sound case is over long before; waiting ends each
UNIT, SECOND = 1e6, 1e3  # so that the first part of a weight counts before the second
MOST_WAITS = 12  # for one step of an author's way


@dataclass(frozen=True, slots=True)
class Walk:
    """A run of a bot. Its moves can be played again by `scenario play`."""

    bot: str
    moves: tuple[Move, ...]
    ending: str
    result: Result
    acts: frozenset[str]

    def trace(self, machine: Machine) -> tuple[dict[str, Any], ...]:
        return tuple(machine.act_of(move) for move in self.moves)


class Bot:
    """A habit on a machine, ready to play any number of runs."""

    def __init__(self, machine: Machine, name: str) -> None:
        self.machine = machine
        self.name = name
        self.habit: Habit = HABITS[name]
        self.weights, self.keys = _weights(machine, self.habit)
        self.risky = frozenset(number for number, trait in enumerate(traits(machine)) if trait.may_breach)
        scenario = machine.scenario
        self.ways = tuple(tuple(in_full(scenario, step) for step in way) for way in scenario.models.values())

    def walk(self, seed: str) -> Walk:
        machine, dice = self.machine, Dice(f"{self.name}:{seed}")
        state, earned, waited = machine.start(), 0, 0
        done: dict[str, int] = {}
        moves: list[Move] = []
        plan = list(dice.one(self.ways)) if self.habit.follows and self.ways else []
        while len(moves) < MOST_STEPS and (open_ := machine.moves(state)):
            move = self._planned(plan, state, open_, waited) or self._heeding(state, open_, done, dice)
            key = machine.key_of(move)
            waited = waited + 1 if key in (END_DAY, WAIT) else 0
            done[key] = done.get(key, 0) + 1
            earned |= machine.earned(state, move)
            state = machine.step(state, move)
            moves.append(move)
        acts = frozenset(key for key in done if key not in (END_DAY, WAIT, READ))
        return Walk(self.name, tuple(moves), machine.ending(state), machine.result(state, earned), acts)

    def _planned(self, plan: list[Wanted], state: State, open_: Sequence[Move], waited: int) -> Move | None:
        """The next step of the author's way, or waiting for it; nothing when there is no way to go."""
        while plan:
            wanted = self.machine.move_of(plan[0].act, plan[0].inputs)
            if wanted is not None and self._is_open(wanted, open_):
                plan.pop(0)
                return wanted
            is_ahead = waited < MOST_WAITS and (wanted is not None or self._is_due(plan[0], state))
            if is_ahead and (wait := self._waiting(open_)):
                return wait
            plan.pop(0)
        return None

    def _is_due(self, step: Wanted, state: State) -> bool:
        """A letter that the author reads next and that has not come; opening it is no move of the machine."""
        letter = self.machine.places.messages.get(step.inputs.get("message", "")) if step.act == READ else None
        return letter is not None and not state[0] & letter.mask

    def _is_open(self, wanted: Move, open_: Sequence[Move]) -> bool:
        return any(move.number == wanted.number for move in open_)

    def _waiting(self, open_: Sequence[Move]) -> Move | None:
        return next((move for move in open_ if self.machine.key_of(move) == WAIT), None)

    def _heeding(self, state: State, open_: Sequence[Move], done: Mapping[str, int], dice: Dice) -> Move:
        """The choice, unless it would break a safeguard and this bot looks before it leaps."""
        left = list(open_)
        while len(left) > 1:
            move = self._chosen(left, done, dice)
            if not (self.habit.heeds and move.number in self.risky and self._breaks(state, move)):
                return move
            left.remove(move)
        return left[0]

    def _breaks(self, state: State, move: Move) -> bool:
        return bool(self.machine.breaches(self.machine.step(state, move)) - self.machine.breaches(state))

    def _chosen(self, open_: Sequence[Move], done: Mapping[str, int], dice: Dice) -> Move:
        if self.habit.slips and dice.share() < self.habit.slips:
            return dice.one(open_)
        weights, keys, again = self.weights, self.keys, self.habit.again * UNIT
        lost = {key: times * again for key, times in done.items()}
        best, found = float("-inf"), list[Move]()
        for move in open_:
            weight = weights[move.number] - lost.get(keys[move.number], 0.0)
            if weight > best:
                best, found = weight, [move]
            elif weight == best:
                found.append(move)
        return dice.one(found)


def in_full(scenario: Scenario, step: Wanted) -> Wanted:
    """A step of an author's way with every field of its forms and its marks in the words of the log."""
    act, given = scenario.acts.get(step.act), dict(step.inputs)
    for item in act.inputs if act else ():
        value = given.get(item.key)
        if item.kind == "form":
            fields, told = scenario.forms[item.form].fields, value if isinstance(value, Mapping) else {}
            given[item.key] = {key: told.get(key, forms.judged(field, "")) for key, field in fields.items()}
        elif item.kind == "marks" and not isinstance(value, Mapping):
            given[item.key] = marks.judged(scenario.documents[item.document], value or ())
    return Wanted(step.act, given)


def _weights(machine: Machine, habit: Habit) -> tuple[list[float], list[str]]:
    """By the number of a move its weight and its act; letting time pass and reading tire nobody."""
    seen = traits(machine)
    weights = [first * UNIT + second * SECOND + third for first, second, third in map(habit.act, seen)]
    papers = len(machine.scenario.documents)
    weights += [habit.waits * UNIT, habit.waits * UNIT, *[habit.reads * UNIT] * papers]
    return weights, [*(trait.act for trait in seen), *[""] * (papers + 2)]


def walks(machine: Machine, runs: int, seed: str = "bots") -> Iterator[Walk]:
    """So many runs of each bot."""
    for name in HABITS:
        bot = Bot(machine, name)
        for number in range(runs):
            yield bot.walk(f"{seed}:{number}")
