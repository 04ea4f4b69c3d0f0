"""A file checked: every problem with its place, what was proved of each safeguard, or why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulations.engine.check.budget import Budget, Progress
from simulations.engine.check.certain import known
from simulations.engine.check.certificate import certify
from simulations.engine.check.dead_ends import dead_ends
from simulations.engine.check.forestalling import forestalled
from simulations.engine.check.mending import further
from simulations.engine.check.played import logs
from simulations.engine.check.rules import RULES, sizes
from simulations.engine.check.settled import out_of_reach, styles_without_pass
from simulations.engine.check.silence import silence
from simulations.engine.check.ways import walk, ways
from simulations.engine.compiled import machine
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.loader import load
from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.reference import Reference
from simulations.engine.refusal import Refused
from simulations.engine.scenario import Scenario
from simulations.engine.source import Source, read, spell

Limits = tuple[float, int]
QUICK: Limits = (2.0, 400_000)  # seconds and states: while an author waits
LONG: Limits = (60.0, 5_000_000)
SHALLOW: Limits = (0.0, 0)  # nothing is played and nothing proved
OF_A_FAULTY_CASE: Limits = (8.0, 400_000)  # enough to name a way round a safeguard beside what else is wrong
# What is asked of an input that cannot answer, or comes again without end, leaves nothing to play.
UNPLAYABLE = frozenset(
    {
        *("too_many", "unknown_input", "unknown_row", "unknown_option", "wrong_input_kind", "input_out_of_place"),
        *("unknown_place", "unknown_question", "not_an_interview", "message_loop", "negative_time", "ends_at_once"),
        *("task_incomplete", "repeatable_without_time"),
    }
)
BOT_RUNS = 3  # of each bot; enough to walk into what stands open
FOR_QUESTIONS = 0.05  # of the limits: is what nobody came to out of reach?
MOST_KEPT = 64
ASSURED = ("proved", "waived")
_REFUSED = {
    "refuted": ("safeguard_refuted", "a run that breaks it can pass all the same"),
    "vacuous": ("safeguard_vacuous", "no run can break it"),
    "not_proved": ("safeguard_not_proved", "the search reached its bound before it was complete"),
}
_played_already: dict[str, tuple[Problem, ...]] = {}
_proved_already: dict[str, dict[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Report:
    """`problems` refuse the case; `warnings` are worth a look and refuse nothing. `proofs` is the certificate."""

    key: str
    problems: tuple[Problem, ...]
    logic_hash: str = ""
    warnings: tuple[Problem, ...] = ()
    proofs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def is_only_unproved(self) -> bool:
        """Nothing is wrong with it, and somebody with more time may prove it."""
        return not self.ok and all(item.code == "safeguard_not_proved" for item in self.problems)

    def as_dict(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "ok": self.ok,
            "logic_hash": self.logic_hash,
            "problems": [problem.as_dict() for problem in self.problems],
            "warnings": [problem.as_dict() for problem in self.warnings],
            "safeguards": list(self.proofs.get("safeguards", ())),
            "states": self.proofs.get("states", 0),
            "seconds": self.proofs.get("seconds", 0.0),
            **{name: self.proofs[name] for name in ("semantics", "time_model", "mode", "logs") if name in self.proofs},
        }


def check(scenario: Scenario, limits: Limits = LONG) -> tuple[Problem, ...]:
    """Everything the lint, the author's own ways and the bots say about a loaded case, warnings included."""
    if large := tuple(sizes(scenario)):
        return large
    found = known(scenario)
    lint = dict.fromkeys(problem for rule in RULES for problem in rule(scenario, found))
    problems = (*lint, *ways(scenario))
    if limits == SHALLOW or any(problem.code in UNPLAYABLE for problem in problems):
        return problems
    named = {(problem.code, problem.where) for problem in problems}
    return (*problems, *(item for item in _played(scenario, limits) if (item.code, item.where) not in named))


def _played(scenario: Scenario, limits: Limits) -> tuple[Problem, ...]:
    """What bots walk into and what nobody can; the same logic is played once in the life of a process."""
    key = scenario.logic_hash
    if key not in _played_already:
        _make_room(_played_already)
        try:
            model = machine(scenario)
            found = [*logs(model, BOT_RUNS), *(walk(scenario, way).events for way in scenario.models.values())]
            budget = Budget(seconds=limits[0] * FOR_QUESTIONS, states=int(limits[1] * FOR_QUESTIONS))
            _played_already[key] = (
                *dead_ends(model, found),
                *forestalled(model, found),
                *silence(model),
                *out_of_reach(model, found, budget),
                *styles_without_pass(scenario, budget),
            )
        except (Unsupported, Refused):
            _played_already[key] = ()
    return _played_already[key]


def _make_room(kept: dict[str, Any]) -> None:
    while len(kept) >= MOST_KEPT:
        del kept[next(iter(kept))]


def forget() -> None:
    """What was played and proved of cases that were seen before."""
    _played_already.clear()
    _proved_already.clear()


def proofs_of(scenario: Scenario, limits: Limits, progress: Progress | None = None) -> dict[str, Any]:
    """The certificate as plain data. What was proved once of this logic stays proved."""
    key = scenario.logic_hash
    if key not in _proved_already:
        seconds, states = limits
        found = certify(scenario, seconds=seconds, states=states, progress=progress)
        if not found.ok:
            return found.as_dict()
        _make_room(_proved_already)
        _proved_already[key] = found.as_dict()
    return _proved_already[key]


def check_file(raw: bytes | str | Source, reference: Reference, *, key: str, limits: Limits = LONG) -> Report:
    """Never raises for what is in the file. Safeguards are proved where nothing else is wrong."""
    try:
        source = raw if isinstance(raw, Source) else read(raw)
    except ScenarioInvalid as invalid:
        return Report(key, invalid.problems)
    lines = {spell(path): line for path, line in source.lines.items()}
    try:
        scenario = load(source, reference, key=key)
    except ScenarioInvalid as invalid:
        beside = further(source, invalid.problems, reference, key=key)
        return Report(key, (*invalid.problems, *(_placed(item, lines) for item in beside)))
    found = check(scenario, limits)
    proofs = _proofs(scenario, found, limits)
    named = {(item.code, item.where) for item in found}
    unproved = [item for item in _not_assured(proofs) if (item.code, item.where) not in named]
    placed = [_placed(item, lines) for item in (*found, *unproved)]
    return Report(
        key,
        tuple(item for item in placed if item.refuses),
        scenario.logic_hash,
        tuple(item for item in placed if not item.refuses),
        proofs,
    )


def _proofs(scenario: Scenario, found: tuple[Problem, ...], limits: Limits) -> dict[str, Any]:
    """Also of a case with other faults, for these must not hide a way round a safeguard; then with less time."""
    if limits == SHALLOW or any(item.code in UNPLAYABLE for item in found):
        return {}
    if not any(item.refuses for item in found):
        return proofs_of(scenario, limits)
    try:
        return proofs_of(scenario, min(limits, OF_A_FAULTY_CASE))
    except (Unsupported, Refused, LookupError):
        return {}  # What is wrong is named already, and this case cannot be played.


def _not_assured(proofs: Mapping[str, Any]) -> tuple[Problem, ...]:
    """A safeguard that is not proved, as a problem with its place and the run that shows it."""
    return tuple(
        Problem(_REFUSED[row["status"]][0], f"safeguards.{row['id']}", _words(row), tuple(row.get("trace") or ()))
        for row in proofs.get("safeguards", ())
        if row["status"] not in ASSURED
    )


def _words(row: Mapping[str, Any]) -> str:
    return str(row.get("words") or f"“{row['id']}”: {_REFUSED[row['status']][1]}")


def _placed(problem: Problem, lines: Mapping[str, int]) -> Problem:
    where = problem.where
    while where and where not in lines:
        where = where.rpartition(".")[0]
    return replace(problem, where=f"{problem.where} (line {lines[where]})") if where else problem
