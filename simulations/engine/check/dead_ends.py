"""Choices after which nothing but the passing of time ends the case.

Whoever lets time run out meets the ending that time brings. An act must not lead there: then somebody clicks from
morning to morning and nothing can come of it. What is found is certain, and its trace can be played.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from simulations.engine.check.played import Log
from simulations.engine.check.reach import reach_from
from simulations.engine.problems import Problem
from simulations.engine.run import Step, steps
from simulations.engine.scenario import Scenario
from simulations.engine.state import State


def dead_ends(scenario: Scenario, logs: Iterable[Log]) -> Iterator[Problem]:
    """One for each act that leads into one."""
    ways_out = _WaysOut(scenario)
    told: set[str] = set()
    for log in logs:
        played = tuple(steps(log))
        index = ways_out.closed_by(played)
        act = played[index].act if index else ""
        if act in scenario.acts and act not in told:
            told.add(act)
            words = f"after “{act}” no ending but “{scenario.falls_to}” is left, which only time brings"
            yield Problem("dead_end", f"acts.{act}", words, _trace(played[: index + 1]))


def _trace(played: Sequence[Step]) -> tuple[dict[str, Any], ...]:
    return tuple({"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in played if step.number)


class _WaysOut:
    """Whether an ending of the author's can still be reached, remembered by what that depends on."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._known: dict[tuple[Any, ...], bool] = {}

    def closed_by(self, played: Sequence[Step]) -> int:
        """The step after which no way is left, or 0. What is shut stays shut, so a few states tell."""
        last = played[-1].after
        if last.has_ended and last.ending != self.scenario.falls_to:
            return 0
        going = [step for step in played[1:] if not step.after.has_ended]  # the first is the beginning
        if not going or self._are_open(going[-1].after) or not self._are_open(going[0].before):
            return 0
        return 1 + bisect_left(going, True, key=lambda step: not self._are_open(step.after))

    def _are_open(self, state: State) -> bool:
        key = _told_apart(state)
        if key not in self._known:
            ahead = reach_from(self.scenario, state)
            endings = (item for name, item in self.scenario.endings.items() if name != self.scenario.falls_to)
            self._known[key] = any(ahead.may_hold(item.when) for item in endings)
        return self._known[key]


def _told_apart(state: State) -> tuple[Any, ...]:
    clocks = tuple(sorted((key, clock.status, clock.extended) for key, clock in state.clocks.items()))
    return (
        tuple(sorted(state.facts.items())),
        tuple(sorted(state.documents.items())),
        tuple(sorted(state.done)),
        clocks,
        frozenset(item.message for item in state.pending),
        state.injects,
        state.now.date(),
    )
