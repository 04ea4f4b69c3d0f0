"""The safeguard certificate of a case: what a machine has shown about each stop rule, and how far it looked.

It rests on the authored conditions alone: that a critical breach keeps a run from passing whatever the author wrote is
left out of account here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from simulations.engine.bots import Bot
from simulations.engine.check.budget import Budget, Progress, Spent
from simulations.engine.check.logs import Walk, authored, models, mutants, played, told, walks
from simulations.engine.check.proofs import NOT_PROVED, PROVED, WAIVED, Proof, Prover, Seen, look
from simulations.engine.check.variations import variations
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.compiled.machine import Machine, Move
from simulations.engine.fingerprint import SEMANTICS
from simulations.engine.run import steps
from simulations.engine.scenario import Scenario

TIME_MODEL = "abstract time, counter-examples confirmed with the exact clock"
SOLO, FACILITATED = "solo", "with facilitator moves"
MOST_WALKS = 30
MOST_MUTANTS = 4_000
BOT_RUNS, MOST_OF_BOTS = 40, 2
FOR_WALKS = 0.2  # of the seconds


@dataclass(frozen=True, slots=True)
class Certificate:
    """`logs` is how many were compared with the trace predicate; `mode` whether a facilitator's moves were allowed."""

    safeguards: tuple[Proof, ...]
    logic_hash: str
    semantics: int
    time_model: str
    mode: str
    states: int
    seconds: float
    logs: int

    @property
    def ok(self) -> bool:
        return all(proof.status in (PROVED, WAIVED) for proof in self.safeguards)

    def as_dict(self) -> dict[str, Any]:
        return {
            "safeguards": [proof.as_dict() for proof in self.safeguards],
            "logic_hash": self.logic_hash,
            "semantics": self.semantics,
            "time_model": self.time_model,
            "mode": self.mode,
            "states": self.states,
            "seconds": round(self.seconds, 2),
            "logs": self.logs,
            "ok": self.ok,
        }


def certify(scenario: Scenario, *, seconds: float, states: int, progress: Progress | None = None) -> Certificate:
    """Within `seconds` and `states`, but for the step under way; a proof that was cut short says so."""
    budget = Budget(seconds=seconds, states=states, progress=progress)
    mode = FACILITATED if any(inject.by for inject in scenario.injects.values()) else SOLO
    try:
        machine = Machine(scenario)
    except Unsupported as unknown:
        words = f"Not proved: the checker does not know {unknown.what}."
        found = tuple(Proof(key, NOT_PROVED, 0, words) for key in scenario.safeguards)
        logs = 0
    else:
        seen = Seen()
        logs = _look_at_logs(scenario, machine, seen, budget)
        left = len(scenario.safeguards)
        proofs = []
        for number, key in enumerate(scenario.safeguards):
            proofs.append(_proved(scenario, machine, seen, key, budget.part(1 / (left - number))))
        found = tuple(proofs)
    return Certificate(found, scenario.logic_hash, SEMANTICS, TIME_MODEL, mode, budget.used, budget.seconds, logs)


def _look_at_logs(scenario: Scenario, machine: Machine, seen: Seen, budget: Budget) -> int:
    """The author's ways first, then runs that leave them, as many as a part of the time allows."""
    ways, count = authored(machine) or _passed_by_a_bot(machine), 0
    for log in models(scenario):
        trace = tuple(
            {"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in steps(log) if step.number
        )
        look(scenario, seen, trace, log)
        count += 1
    part = budget.part(FOR_WALKS)
    try:
        for walk in walks(machine, ways, MOST_WALKS):
            count += 1
            _look_at(scenario, machine, seen, walk)
            part.spend(len(walk.moves), "logs")
        count += _look_around(scenario, machine, seen, ways, part)
    except Spent:
        pass
    return count


def _passed_by_a_bot(machine: Machine) -> list[tuple[Move, ...]]:
    """Ways to go on from where the author wrote none."""
    bot = Bot(machine, "careful")
    runs = (bot.walk(f"way:{number}") for number in range(BOT_RUNS))
    endings = machine.scenario.endings
    passed = (run.moves for run in runs if run.ending in endings and endings[run.ending].kind == "pass")
    return list(islice(passed, MOST_OF_BOTS))


def _look_around(scenario: Scenario, machine: Machine, seen: Seen, ways: list[tuple[Move, ...]], budget: Budget) -> int:
    """The author's ways with little changed, then with more as long as some safeguard was never broken.

    Of the runs that pass after a breach the shortest counts.
    """
    count, shortest = 0, dict[str, Walk]()
    try:
        for walk in chain(variations(machine, ways), _if_needed(scenario, machine, seen, ways)):
            for key in _passed_broken(scenario, machine, walk):
                if key not in shortest or len(walk.moves) < len(shortest[key].moves):
                    shortest[key] = walk
            if _is_news(scenario, machine, seen, walk):
                count += 1
                _look_at(scenario, machine, seen, walk)
            budget.spend(1, "logs")
    finally:
        for key, walk in shortest.items():
            count += 1
            seen.passed_broken.pop(key, None)
            _look_at(scenario, machine, seen, walk)
    return count


def _passed_broken(scenario: Scenario, machine: Machine, walk: Walk) -> frozenset[str]:
    ending = machine.ending(walk.state)
    passed = bool(ending) and scenario.endings[ending].kind == "pass"
    return machine.breaches(walk.state) if passed else frozenset()


def _if_needed(scenario: Scenario, machine: Machine, seen: Seen, ways: list[tuple[Move, ...]]) -> Iterator[Walk]:
    """Ways changed in several places: as long as some safeguard was never broken."""
    for walk in mutants(machine, ways, MOST_MUTANTS):
        if set(scenario.safeguards) <= set(seen.broken):
            return
        yield walk


def _look_at(scenario: Scenario, machine: Machine, seen: Seen, walk: Walk) -> None:
    trace = told(machine, walk.moves)
    look(scenario, seen, trace, played(scenario, trace))


def _is_news(scenario: Scenario, machine: Machine, seen: Seen, walk: Walk) -> bool:
    """Whether this walk shows something about a safeguard that no log has shown."""
    broken = machine.breaches(walk.state)
    ending = machine.ending(walk.state)
    if ending and scenario.endings[ending].kind == "pass":
        return bool(broken - set(seen.passed_broken) or set(scenario.safeguards) - broken - set(seen.kept))
    return bool(broken - set(seen.broken))


def _proved(scenario: Scenario, machine: Machine, seen: Seen, key: str, budget: Budget) -> Proof:
    waiver = scenario.safeguards[key].waived
    if waiver is not None:
        return Proof(key, WAIVED, 0, f"Waived by {waiver.by}: {waiver.because.say()}")
    try:
        return Prover(scenario, machine, seen, key, budget).prove()
    except Spent:
        return Proof(key, NOT_PROVED, budget.used, f"Not proved: explored {budget.used} states, and the time was over.")
    except Unsupported as unknown:
        return Proof(key, NOT_PROVED, budget.used, f"Not proved: the checker does not know {unknown.what}.")
