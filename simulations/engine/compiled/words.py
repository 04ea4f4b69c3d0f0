"""A machine's states and moves in the words of the case, and the other way round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from simulations.engine import state as run
from simulations.engine.compiled.answers import as_seen
from simulations.engine.compiled.exact import Exact
from simulations.engine.compiled.moves import Move, State
from simulations.engine.compiled.packing import packed
from simulations.engine.compiled.parts import Parts
from simulations.engine.compiled.tally import Result, Tally
from simulations.engine.conditions import Condition
from simulations.engine.scenario import END_DAY, FIRE, READ, WAIT


class Words(Parts):
    """Reads what the machine packs."""

    def ending(self, state: State) -> str:
        return self.places.endings[self.places.ending.of(state[0])]

    def has_ended(self, state: State) -> bool:
        return bool(state[0] & self.places.ending.mask)

    def has_passed(self, state: State) -> bool:
        ending = self.ending(state)
        return bool(ending) and self.scenario.endings[ending].kind == "pass"

    def breaches(self, state: State) -> frozenset[str]:
        return frozenset(key for key, slot in self.places.breaches.items() if state[0] & slot.mask)

    def risks(self, state: State) -> frozenset[str]:
        return frozenset(key for key, slot in self.places.risks.items() if state[0] & slot.mask)

    def test(self, condition: Condition) -> Callable[[int, int, tuple[int, ...]], bool]:
        """Whether a condition without inputs holds in a state."""
        return Exact(self.scenario, self.places, self.timetable, self.ways).test(condition)

    def styles(self, state: State) -> dict[str, str]:
        """How each counterpart answers in this run."""
        people = self.scenario.counterparts
        return {key: list(people[key].styles)[slot.of(state[0])] for key, slot in self.places.styles.items()}

    def now(self, state: State) -> datetime:
        return self.timetable.moment(state[1])

    def key_of(self, move: Move) -> str:
        """The act's key, or that of a built-in act."""
        if move.number < len(self.ways):
            return self.ways[move.number].act
        if move.number > self._last_paper:
            return FIRE
        return {0: END_DAY, 1: WAIT}.get(move.number - len(self.ways), READ)

    def act_of(self, move: Move) -> dict[str, Any]:
        """The move as `scenario play` reads it."""
        key = self.key_of(move)
        if key == READ:
            document = list(self.places.documents)[move.number - self._wait.number - 1]
            return {"act": READ, "inputs": {"document": document}}
        if key == FIRE:
            return {"act": FIRE, "inputs": {"inject": list(self.scenario.injects)[move.number - self._last_paper - 1]}}
        if move.number >= len(self.ways):
            return {"act": key, "inputs": {}}
        way = self.ways[move.number]
        named = {key: self.timetable.day(day).isoformat() for key, day in zip(way.days, move.days, strict=True)}
        row = {"act": key, "inputs": {**way.inputs, **named}}
        forms = any(item.kind == "form" for item in self.scenario.acts[key].inputs)
        return {**row, "judged": True} if forms else row

    def state_of(self, state: run.State) -> State:
        """Where a real run stands, as this machine sees it."""
        return packed(self.scenario, self.places, self.timetable, state)

    def move_of(self, act: str, inputs: Mapping[str, Any]) -> Move | None:
        """The move that does the same as this command, its inputs as typed (forms in words) or as a log keeps them.

        None where there is none, such as opening a message.
        """
        if act in (END_DAY, WAIT):
            return self._end_day if act == END_DAY else self._wait
        if act == READ:
            papers = list(self.places.documents)
            document = inputs.get("document")
            return Move(self._wait.number + 1 + papers.index(document)) if document in papers else None
        if act == FIRE:
            return Move(self._last_paper + 1 + list(self.scenario.injects).index(inputs["inject"]))
        given = as_seen(self.scenario, self.scenario.acts[act], inputs)
        days = {item.key for item in self.scenario.acts[act].inputs if item.kind == "date"} & set(given)
        told = self._told[act].known(self.scenario, given)
        number = self._numbers.get((act, told, frozenset(days)))
        if number is None:
            return None
        return Move(
            number, tuple(self.timetable.number(date.fromisoformat(given[key])) for key in self.ways[number].days)
        )

    def earned(self, state: State, move: Move) -> int:
        """The items this move earns, as a mask: judged by the state before it."""
        if move.number >= len(self._items):
            return 0
        return self._items[move.number](*state, *move.days)  # type: ignore[no-any-return]

    def earned_at_end(self, state: State) -> int:
        """The items without an act of their own, when the run has ended."""
        return self._items_at_end(*state) if self.has_ended(state) else 0

    def items_of(self, earned: int) -> frozenset[str]:
        return frozenset(key for index, key in enumerate(self.scenario.rubric) if earned >> index & 1)

    def result(self, state: State, earned: int) -> Result:
        return self._tally.result(earned | self.earned_at_end(state), self.ending(state), self.breaches(state))

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.scenario)
