"""The safeguard certificate of a case: what a machine has shown about each stop rule, and how far it looked.

It rests on the authored conditions alone: that a critical breach keeps a run from passing whatever the author wrote is
left out of account here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from simulations.engine.check.budget import Budget, Progress, Spent
from simulations.engine.check.looking import Looking
from simulations.engine.check.proofs import NOT_PROVED, PROVED, WAIVED, Proof, Prover
from simulations.engine.compiled import machine
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.fingerprint import SEMANTICS
from simulations.engine.scenario import Scenario

TIME_MODEL = "abstract time, counter-examples confirmed with the exact clock"
SOLO, FACILITATED = "solo", "with facilitator moves"
FOR_LOGS = 0.3  # of the seconds
AT_ONCE = 0.5  # of what is left, for each small question; most need next to nothing


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
        model = machine(scenario)
    except Unsupported as unknown:
        words = f"Not proved: the checker does not know {unknown.what}."
        found = tuple(Proof(key, NOT_PROVED, 0, words) for key in scenario.safeguards)
        logs = 0
    else:
        looking = Looking(scenario, model)
        looking.first(budget.part(FOR_LOGS))
        found, logs = tuple(_proofs(looking, budget)), looking.logs
    return Certificate(found, scenario.logic_hash, SEMANTICS, TIME_MODEL, mode, budget.used, budget.seconds, logs)


def _proofs(looking: Looking, budget: Budget) -> Iterator[Proof]:
    """The small question of each first, so that all the time that is left goes to those that it does not settle."""
    provers = {key: Prover(looking, key, budget) for key in looking.scenario.safeguards}
    found = {key: _proved(prover, prover.at_once, budget.part(AT_ONCE)) for key, prover in provers.items()}
    left = [key for key, proof in found.items() if proof is None]
    for number, key in enumerate(left):
        found[key] = _proved(provers[key], provers[key].at_length, budget.part(1 / (len(left) - number)))
    return (proof for proof in found.values() if proof is not None)


def _proved(prover: Prover, ask: Callable[[], Proof | None], part: Budget) -> Proof | None:
    if (waiver := prover.guard.waived) is not None:
        return Proof(prover.key, WAIVED, 0, f"Waived by {waiver.by}: {waiver.because.say()}")
    prover.budget = part
    try:
        return ask()
    except Spent:
        words = f"Not proved: explored {part.used} states, and the time was over."
        return Proof(prover.key, NOT_PROVED, part.used, words) if ask == prover.at_length else None
    except Unsupported as unknown:
        return Proof(prover.key, NOT_PROVED, part.used, f"Not proved: the checker does not know {unknown.what}.")
