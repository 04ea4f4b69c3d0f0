"""Choices after which nothing but the passing of time ends the case.

Whoever lets time run out meets the ending that time brings. An act must not lead there: then somebody clicks from
morning to morning and nothing can come of it. What is found is certain, and its trace can be played.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from simulations.engine.check.logs import Trace, played
from simulations.engine.check.logs import told as moves_told
from simulations.engine.check.played import Log
from simulations.engine.check.probing import counted, probes
from simulations.engine.check.reach import reach_from
from simulations.engine.compiled import Machine
from simulations.engine.problems import Problem
from simulations.engine.run import Step, steps
from simulations.engine.scenario import Scenario
from simulations.engine.state import State


def dead_ends(machine: Machine, logs: Sequence[Log]) -> Iterator[Problem]:
    """One for each act that leads into one."""
    scenario = machine.scenario
    ways_out = _WaysOut(scenario)
    told: set[str] = set()
    for log in (*logs, *_strayed(machine, logs)):
        went = tuple(steps(log))
        index = ways_out.closed_by(went)
        act = went[index].act if index else ""
        if act in scenario.acts and act not in told:
            told.add(act)
            words = f"after “{act}” no ending but “{scenario.falls_to}” is left, which only time brings"
            trace = _trace(went[: index + 1])
            yield Problem("dead_end", f"acts.{act}", words, trace)
            for other in ways_out.needed_for(trace):
                if other not in told:
                    told.add(other)
                    yield Problem("dead_end", f"acts.{other}", f"{words}, where “{other}” came before", trace)


def _strayed(machine: Machine, logs: Sequence[Log]) -> Iterator[Log]:
    """Runs that left a way once and met no ending but that of time."""
    for walk in probes(machine, logs):
        if not machine.has_ended(walk.state) or machine.ending(walk.state) == machine.scenario.falls_to:
            yield tuple(played(machine.scenario, moves_told(machine, walk.moves, walk.state)))


def _trace(went: Sequence[Step]) -> Trace:
    return tuple({"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in went if step.number)


class _WaysOut:
    """Whether an ending of the author's can still be reached, remembered by what that depends on."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.counts = counted(scenario)
        self._known: dict[tuple[Any, ...], bool] = {}

    def closed_by(self, went: Sequence[Step]) -> int:
        """The step after which no way is left, or 0. What is shut stays shut, so a few states tell."""
        last = went[-1].after
        if last.has_ended and last.ending != self.scenario.falls_to:
            return 0
        going = [step for step in went[1:] if not step.after.has_ended]  # the first is the beginning
        if not going or self._are_open(going[-1].after) or not self._are_open(going[0].before):
            return 0
        return 1 + bisect_left(going, True, key=lambda step: not self._are_open(step.after))

    def needed_for(self, trace: Trace) -> Iterator[str]:
        """Acts without which the last of these would have left a way."""
        for act in dict.fromkeys(move["act"] for move in trace[:-1] if move["act"] in self.scenario.acts):
            others = [move for move in trace if move["act"] != act]
            went = tuple(steps(played(self.scenario, others)))
            if len(went) == len(others) + 1 and not went[-1].after.has_ended and self._are_open(went[-1].after):
                yield act

    def _are_open(self, state: State) -> bool:
        key = (*_told_apart(state), self._often(state))
        if key not in self._known:
            ahead = reach_from(self.scenario, state)
            endings = (item for name, item in self.scenario.endings.items() if name != self.scenario.falls_to)
            self._known[key] = any(ahead.may_hold(item.when) for item in endings)
        return self._known[key]

    def _often(self, state: State) -> tuple[int, ...]:
        """How often was done what the case counts."""
        return tuple(min(most, len(state.done.get(act, ()))) for act, most in self.counts.items())


def _told_apart(state: State) -> tuple[Any, ...]:
    clocks = tuple(sorted((key, clock.status, clock.extended) for key, clock in state.clocks.items()))
    return (
        tuple(sorted(state.facts.items())),
        tuple(sorted(state.documents.items())),
        tuple(sorted(state.done)),
        clocks,
        frozenset(item.message for item in state.pending),
        state.injects,
        tuple(sorted((act, frozenset(asked)) for act, asked in state.asked.items())),
        tuple(sorted((key, duty.status) for key, duty in state.duties.items())),
        state.now.date(),
    )
