"""What the long check of a version does, in this order. Each stage gives plain JSON and needs nothing of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulations.engine.bots import curves_of, walks
from simulations.engine.check.budget import Budget
from simulations.engine.check.certain import known
from simulations.engine.check.impact import Past, impact
from simulations.engine.check.mutation import idle
from simulations.engine.check.played import log_of
from simulations.engine.check.points import bounds_of
from simulations.engine.check.prospects import outlook_table
from simulations.engine.check.report import proofs_of
from simulations.engine.check.untested import untested
from simulations.engine.compiled import machine
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.scenario import Scenario

PROSPECTS_SECONDS = 20.0
FOR_MUTATION = 0.25  # of the seconds of a proof
LOGS_EACH = 12  # runs of each bot that are decided by the readable engine as well


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a proof may look and over how many states; how many runs each bot plays."""

    seconds: float
    states: int
    runs: int


@dataclass(frozen=True, slots=True)
class Given:
    """`own` are the ended runs of this version, `older` those of earlier ones."""

    scenario: Scenario
    own: tuple[Past, ...]
    older: tuple[Past, ...]
    limits: Limits
    progress: Callable[[int], None]


def _proofs(given: Given) -> dict[str, Any]:
    """The safeguard certificate, with as much time as there is."""
    limits = given.limits
    return proofs_of(given.scenario, (limits.seconds, limits.states), lambda _, states: given.progress(states))


def _bots(given: Given) -> dict[str, Any]:
    """Score curves, what nothing ever came to, and what could be taken out without anybody noticing."""
    try:
        compiled = machine(given.scenario)
    except Unsupported as unknown:
        return {"unsupported": str(unknown)}
    walked = tuple(walks(compiled, given.limits.runs))
    given.progress(len(walked))
    by_bot: dict[str, int] = {}
    logs = []
    for walk in walked:
        by_bot[walk.bot] = by_bot.get(walk.bot, 0) + 1
        if by_bot[walk.bot] <= LOGS_EACH:
            logs.append(log_of(compiled, walk))
    every = (*logs, *(run.events for run in given.own))
    budget = Budget(seconds=given.limits.seconds * FOR_MUTATION, states=given.limits.states)
    found = (*untested(given.scenario, every), *idle(compiled, every, budget))
    return {**curves_of(compiled, walked).as_dict(), "untested": [problem.as_dict() for problem in found]}


def _points(given: Given) -> list[dict[str, Any]]:
    """Outer bounds: what one run can lose and earn of each competency."""
    rows = bounds_of(given.scenario, known(given.scenario))
    return [
        {"competency": row.competency, "least": row.least, "most": row.most, "possible": row.possible} for row in rows
    ]


def _prospects(given: Given) -> dict[str, Any]:
    """What was still possible after each step: the table that a debrief looks up."""
    try:
        seconds = min(PROSPECTS_SECONDS, given.limits.seconds)
        return outlook_table(given.scenario, seconds=seconds).as_dict()
    except Unsupported as unknown:
        return {"unsupported": str(unknown)}


def _replays(given: Given) -> dict[str, Any]:
    """What this version would say of runs that were played on earlier ones."""
    return impact(given.scenario, given.older).as_dict()


STAGES: dict[str, Callable[[Given], Any]] = {
    "proofs": _proofs,
    "bots": _bots,
    "points": _points,
    "prospects": _prospects,
    "replays": _replays,
}
