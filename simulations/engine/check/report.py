"""A file checked: every problem with its place, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulations.engine.check.certain import known
from simulations.engine.check.dead_ends import dead_ends
from simulations.engine.check.played import logs
from simulations.engine.check.rules import RULES, sizes
from simulations.engine.check.ways import ways
from simulations.engine.compiled import machine
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.loader import load
from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.reference import Reference
from simulations.engine.scenario import Scenario
from simulations.engine.source import Source, read, spell


@dataclass(frozen=True, slots=True)
class Report:
    """`problems` refuse the case; `warnings` are worth a look and refuse nothing."""

    key: str
    problems: tuple[Problem, ...]
    logic_hash: str = ""
    warnings: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "ok": self.ok,
            "logic_hash": self.logic_hash,
            "problems": [problem.as_dict() for problem in self.problems],
            "warnings": [problem.as_dict() for problem in self.warnings],
        }


BOT_RUNS = 3  # of each bot; enough to walk into what stands open
MOST_KEPT = 64
_played_already: dict[str, tuple[Problem, ...]] = {}


def check(scenario: Scenario) -> tuple[Problem, ...]:
    """Everything the lint, the author's own ways and the bots say about a loaded case, warnings included."""
    if large := tuple(sizes(scenario)):
        return large
    found = known(scenario)
    problems = [problem for rule in RULES for problem in rule(scenario, found)]
    return (*dict.fromkeys(problems), *ways(scenario), *_played(scenario))


def _played(scenario: Scenario) -> tuple[Problem, ...]:
    """What bots walk into; the same logic is played once in the life of a process."""
    key = scenario.logic_hash
    if key not in _played_already:
        while len(_played_already) >= MOST_KEPT:
            del _played_already[next(iter(_played_already))]
        try:
            _played_already[key] = tuple(dead_ends(scenario, logs(machine(scenario), BOT_RUNS)))
        except Unsupported:
            _played_already[key] = ()
    return _played_already[key]


def check_file(raw: bytes | str | Source, reference: Reference, *, key: str) -> Report:
    """Never raises for what is in the file."""
    try:
        source = raw if isinstance(raw, Source) else read(raw)
        scenario = load(source, reference, key=key)
    except ScenarioInvalid as invalid:
        return Report(key, invalid.problems)
    lines = {spell(path): line for path, line in source.lines.items()}
    found = [_placed(item, lines) for item in check(scenario)]
    return Report(
        key,
        tuple(item for item in found if item.refuses),
        scenario.logic_hash,
        tuple(item for item in found if not item.refuses),
    )


def _placed(problem: Problem, lines: Mapping[str, int]) -> Problem:
    where = problem.where
    while where and where not in lines:
        where = where.rpartition(".")[0]
    return replace(problem, where=f"{problem.where} (line {lines[where]})") if where else problem
