"""A case in abstract time as one Python function from a packed int to all ints that may follow.

Clocks that run may turn at any moment, what is on its way may arrive at any moment, days pass at any moment. So
whatever the exact clock reaches is reached here as well; what is not reached here cannot happen at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import product
from typing import Any

from simulations.engine.compiled.abstract_doings import Doings
from simulations.engine.compiled.guesses import TooManyGuesses
from simulations.engine.compiled.labels import Label, Plain, Told
from simulations.engine.compiled.layout import HERE, RUNNING, Tracked
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.ways import Way, ways
from simulations.engine.conditions import Condition
from simulations.engine.scenario import Act, Scenario

__all__ = ["Abstract", "Label", "TooManyGuesses"]


class Abstract(Doings):
    """`follow(state)`: all that may come next; `told(state)`: the same with labels."""

    def __init__(self, scenario: Scenario, tracked: Tracked = None) -> None:
        super().__init__(scenario, tracked)
        self.sampled: set[str] = set()
        self.disturbed: dict[str, int] = {}
        self.ways = {key: self._ways(act) for key, act in scenario.acts.items()}
        scope = self._functions(Plain(self.labels))
        self.follow: Callable[[int], list[int]] = scope["follow"]
        self._settle: Callable[[int, list[int]], None] = scope["settle"]

    def start(self) -> tuple[int, ...]:
        f, places, scenario = 0, self.places, self.scenario
        for key, slot in places.facts.items():
            f |= slot.at(scenario.facts[key].values.index(scenario.facts[key].initial))
        for key, slot in places.documents.items():
            f |= slot.at(HERE) if scenario.documents[key].at_start else 0
        for key, slot in places.status.items():
            f |= slot.at(RUNNING) if scenario.deadlines[key].starts_at_begin else 0
        found: list[int] = []
        styles = [
            [slot.at(n) for n in range(len(scenario.counterparts[key].styles))] for key, slot in places.styles.items()
        ]
        for given in product(*styles):
            self._settle(f | sum(given), found)
        return tuple(dict.fromkeys(found))

    def told(self, state: int) -> Iterator[tuple[Label, int]]:
        return ((self.labels[index], after) for index, after in self._told(state))

    @cached_property
    def _told(self) -> Callable[[int], list[tuple[int, int]]]:
        """Written only when somebody wants to know the way: it is longer than `follow`, one line for each way."""
        told: Callable[[int], list[tuple[int, int]]] = self._functions(Told(self.labels))["follow"]
        return told

    def test(self, condition: Condition) -> Callable[[int], bool]:
        """Whether a condition without inputs may hold in a state."""
        out = Source()
        with out.under("def test(s):"):
            out.put(f"return bool({self.say.text(condition, 's')})")
        answer: Callable[[int], bool] = out.become({})["test"]
        return answer

    def _ways(self, act: Act) -> tuple[Way, ...]:
        found, whole = ways(self.scenario, act)
        if not whole:
            self.sampled.add(act.key)
        return found

    def _functions(self, emit: Plain) -> dict[str, Any]:
        out = Source()
        self._write_settle(out)
        for number, act in enumerate(self.scenario.acts.values()):
            self._meanwhile(out, number, act)
        with out.under("def follow(s):"):
            out.put("out = []")
            with out.under(f"if s & {self.ended}:"):
                out.put("return out")
            for act in self.scenario.acts.values():
                self._act(out, act, emit)
            self._papers(out, emit)
            self._environment(out, emit)
            out.put("return out")
        return out.become({})
