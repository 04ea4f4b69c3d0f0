"""Endings that rest on law which may not decide, and come before one that fails a person.

Where both hold at one moment it is the law that says who fails. What is found here was played, as its trace shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from simulations.engine.check.logs import authored, played, told
from simulations.engine.check.played import Log
from simulations.engine.check.possible import firmly
from simulations.engine.check.variations import variations
from simulations.engine.compiled import Machine
from simulations.engine.conditions import holds
from simulations.engine.evolve import replay
from simulations.engine.problems import Problem
from simulations.engine.run import steps
from simulations.engine.scenario import Ending, Scenario
from simulations.engine.taint import loose_atoms, marks_of_facts

MOST_VARIATIONS = 1_500


def forestalled(machine: Machine, logs: Iterable[Log]) -> Iterator[Problem]:
    """For each failing ending that firm facts bring about, and that unreviewed law keeps from somebody."""
    scenario = machine.scenario
    loose = _Loose(scenario)
    suspects = {key for key in scenario.endings if loose.comes_before_a_fail(key)}
    told_of: set[str] = set()
    for log in (*logs, *_varied(machine, suspects)) if suspects else ():
        first = replay(log).ending
        fails = loose.forestalls(first, log) if first in suspects - told_of else None
        if fails is not None:
            told_of.add(first)
            yield from _named(scenario, scenario.endings[first], fails, log)


def _named(scenario: Scenario, first: Ending, fails: Ending, log: Log) -> Iterator[Problem]:
    words = (
        f"“{first.key}” comes before “{fails.key}” and rests on unreviewed law: by that law this person does not fail"
    )
    trace = tuple({"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in steps(log) if step.number)
    for key in (first.key, fails.key):
        yield Problem("unreviewed_decides", f"endings.{key}", f"{words}, and another does", trace)


def _varied(machine: Machine, suspects: set[str]) -> Iterator[Log]:
    """One for each state in which such an ending came; the state alone tells."""
    seen: set[int] = set()
    for walk in islice(variations(machine, authored(machine)), MOST_VARIATIONS):
        if machine.ending(walk.state) in suspects and walk.state[0] not in seen:
            seen.add(walk.state[0])
            yield tuple(played(machine.scenario, told(machine, walk.moves, walk.state)))


class _Loose:
    """What of the endings rests on unreviewed law."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.is_loose = loose_atoms(scenario, marks_of_facts(scenario))

    def comes_before_a_fail(self, key: str) -> bool:
        ending = self.scenario.endings[key]
        return (
            ending.kind != "fail"
            and self.is_loose(ending.when)
            and any(item.kind == "fail" for item in self._after(key))
        )

    def _after(self, key: str) -> list[Ending]:
        """The endings behind this one."""
        keys = list(self.scenario.endings)
        return [self.scenario.endings[name] for name in keys[keys.index(key) + 1 :] if name != self.scenario.falls_to]

    def forestalls(self, key: str, log: Log) -> Ending | None:
        """The failing ending this run would have met without that law."""
        state = replay(log)
        if holds(firmly(self.scenario.endings[key].when, self.is_loose), self.scenario, state):
            return None
        others = (item for item in self._after(key) if holds(item.when, self.scenario, state))
        met = next(others, None)
        return met if met is not None and met.kind == "fail" and not self.is_loose(met.when) else None
