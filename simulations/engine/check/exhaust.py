"""Every run there is, with the exact clock: for a case so small that all of them can be looked at.

In abstract time an answer may come while any act is being done. Where only the hour keeps a case sound (it comes
overnight, and no act lasts that long) nothing short of the real clock shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.confirm import way_to
from simulations.engine.check.logs import Trace
from simulations.engine.check.places import conditions
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.compiled.dates import AFTER, BEFORE, asked
from simulations.engine.compiled.interplay import read_by
from simulations.engine.conditions import InputDate
from simulations.engine.due import counted_from
from simulations.engine.scenario import Act, Rule, Scenario

Parents = dict[State, tuple[State, Move] | None]
FAR = 21  # days beyond the last that is named, open and closed ones among them
MOST_RUNS = 60_000  # states that are kept


@dataclass(frozen=True, slots=True)
class Exhausted:
    """`whole`: every run was looked at, so without a trace there is no run that comes to the goal."""

    whole: bool = False
    trace: Trace | None = None


def bare(scenario: Scenario, safeguard: str) -> Scenario:
    """The same play without what only judges it: points, other safeguards, words, papers nobody asks about."""
    guard = replace(scenario.safeguards[safeguard], at_risk=None)
    acts = {key: replace(act, rules=_with_effects(act)) for key, act in scenario.acts.items()}
    small = replace(scenario, acts=acts, safeguards={safeguard: guard}, rubric={}, models={}, stages={})
    needed = {key for spot in conditions(small) for kind, key in read_by(spot.condition) if kind == "document"}
    needed |= {act.document for act in acts.values()} | {item.document for act in acts.values() for item in act.inputs}
    return replace(small, documents={key: item for key, item in small.documents.items() if key in needed})


def _with_effects(act: Act) -> tuple[Rule, ...]:
    """Up to the last rule of each group that does something."""
    last = {rule.group: index for index, rule in enumerate(act.rules) if rule.effects}
    return tuple(rule for index, rule in enumerate(act.rules) if index <= last.get(rule.group, -1))


def exhaust(machine: Machine, goal: Callable[[State], bool], budget: Budget) -> Exhausted:
    """Breadth first; nothing is claimed where answers were left out, or days may be told apart that no move names."""
    if machine.sampled or not tells_all_days(machine):
        return Exhausted()
    parents: Parents = dict.fromkeys(starts(machine))
    ahead = list(parents)
    try:
        while ahead and len(parents) <= MOST_RUNS:
            fresh: list[State] = []
            for state in ahead:
                if goal(state):
                    return Exhausted(trace=way_to(machine, parents, state))
                fresh += _after(machine, parents, state)
            budget.spend(len(ahead))
            ahead = fresh
    except Spent:
        return Exhausted()
    return Exhausted(whole=not ahead)


def tells_all_days(machine: Machine) -> bool:
    """Whether the days that moves name stand for all there are: everything that tells days apart lies well within."""
    tests = {test for way in machine.ways for key in way.days for test in asked(way, key)}
    first = machine.timetable.number(machine.scenario.starts_at.date())
    last = machine.timetable.number(machine.scenario.ends_on)
    turns = [first, last]
    for key in {test.deadline for test in tests if isinstance(test, InputDate) and test.deadline}:
        turns += _turns(machine, key, last)
    return not tests or (min(turns) >= last - BEFORE + FAR and max(turns) <= first + AFTER - FAR)


def _turns(machine: Machine, deadline: str, last: int) -> list[int]:
    """Every day a clock can name, whenever in the case it starts; the working day lies among them or is added."""
    timetable, item = machine.timetable, machine.scenario.deadlines[deadline]
    index, above = timetable.deadlines.index(deadline), machine.places.since[deadline].most + 1
    first = timetable.number(counted_from(item, machine.scenario.starts_at))
    keys = [day | more for day in range(first, last + 1) for more in ((0, above) if item.extension else (0,))]
    tables = (timetable.earliest, timetable.latest, timetable.working)
    return [day for table in tables for key in keys if (day := table[index][key]) is not None]


def _after(machine: Machine, parents: Parents, state: State) -> list[State]:
    fresh: list[State] = []
    for move in machine.moves(state, facilitated=True):
        after = machine.step(state, move)
        if after not in parents:
            parents[after] = (state, move)
            fresh.append(after)
    return fresh


def starts(machine: Machine) -> list[State]:
    """Every combination of styles."""
    people: dict[str, Any] = {key: list(item.styles) for key, item in machine.scenario.counterparts.items()}
    return [machine.start(styles=dict(zip(people, row, strict=True))) for row in product(*people.values())]
