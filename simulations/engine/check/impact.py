"""Replay impact: what a changed case would say of the runs that were played before the change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, decide, steps
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import score


@dataclass(frozen=True, slots=True)
class Impact:
    """`refused`: runs with a move that is no longer possible. `changed`: another result;

    `mean` is the mean change of these in percent of the points."""

    runs: int
    refused: int
    changed: int
    passes_lost: int
    passes_won: int
    mean: float

    def as_dict(self) -> dict[str, Any]:
        names = ("runs", "refused", "changed", "passes_lost", "passes_won", "mean")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Past:
    """A run as it was played, with what was said of it then."""

    events: tuple[Event, ...]
    percent: int
    passed: bool


def impact(scenario: Scenario, past: Iterable[Past]) -> Impact:
    """The commands of each log decided again on this case."""
    runs = refused = lost = won = 0
    changes: list[int] = []
    for run in past:
        runs += 1
        again = _again(scenario, run.events)
        if again is None:
            refused += 1
            continue
        result = score(scenario, again)
        if result.percent != run.percent or result.passed != run.passed:
            changes.append(result.percent - run.percent)
        lost += run.passed and not result.passed
        won += result.passed and not run.passed
    mean = round(sum(changes) / len(changes), 1) if changes else 0.0
    return Impact(runs, refused, len(changes), lost, won, mean)


def _again(scenario: Scenario, log: Sequence[Event]) -> tuple[Event, ...] | None:
    """The same commands on this case; None where one of them is refused now."""
    events: list[Event] = []
    state = None
    for step in steps(log):
        try:
            if step.number == 0:
                new = begin(scenario, str(step.taken.data.get("seed", "")), styles=step.after.styles)
            elif state is None or state.has_ended:
                break
            else:
                by = str(step.taken.data.get("by", ""))
                new = decide(scenario, state, Command(step.act, step.inputs, judged=True, by=by))
        except Refused:
            return None
        events += new
        state = replay(new, state)
    return tuple(events)
