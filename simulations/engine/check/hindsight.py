"""What each safeguard says of a finished log, worked out from the log alone and not by the monitors that wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from simulations.engine.atoms import DOCUMENT_STAGES
from simulations.engine.calendar import ONE_DAY
from simulations.engine.conditions import holds
from simulations.engine.deadlines import due_dates
from simulations.engine.log import Event
from simulations.engine.run import Step, steps
from simulations.engine.scenario import Safeguard, Scenario
from simulations.engine.state import State

RANK = ("none", "prima_facie", "proof")


def breaches(scenario: Scenario, events: Sequence[Event]) -> frozenset[str]:
    """Safeguards broken somewhere in this log."""
    taken = [step for step in steps(events) if step.taken.kind == "act_taken"]
    end = events[-1].at
    return frozenset(
        key for key, guard in scenario.safeguards.items() if _is_broken(scenario, guard, taken, events, end)
    )


def _is_broken(
    scenario: Scenario, guard: Safeguard, taken: Sequence[Step], events: Sequence[Event], end: datetime
) -> bool:
    if guard.template == "after_do_within":
        return _was_too_late(scenario, guard, taken, events, end)
    about = (
        step for step in taken if step.act in guard.acts and holds(guard.where, scenario, step.before, step.inputs)
    )
    return any(_is_wrong(scenario, guard, step) for step in about)


def _is_wrong(scenario: Scenario, guard: Safeguard, step: Step) -> bool:
    """Whether the act should not have been begun as things stood."""
    match guard.template:
        case "needs_evidence":
            return not _has_evidence(scenario, guard, step.before)
        case "never_while":
            return holds(guard.guard, scenario, step.before, step.inputs)
        case _:
            return not holds(guard.guard, scenario, step.before, step.inputs)


def _has_evidence(scenario: Scenario, guard: Safeguard, state: State) -> bool:
    """A genuine paper of at least that class had been opened."""
    opened = {key for key, stage in state.documents.items() if stage in DOCUMENT_STAGES[1:]}
    papers = (scenario.documents[key] for key in guard.of or scenario.documents if key in opened)
    least = RANK.index(guard.evidence)
    return any(paper.authenticity == "genuine" and RANK.index(paper.evidence) >= least for paper in papers)


def _was_too_late(
    scenario: Scenario, guard: Safeguard, taken: Sequence[Step], events: Sequence[Event], end: datetime
) -> bool:
    """The time began, it ran out before the case ended, and nothing of what was demanded was done in it."""
    begun = _begun(guard, taken, events)
    if begun is None:
        return False
    seq, since = begun
    until = _too_late(scenario, guard, since)
    done = (
        step
        for step in taken
        if step.act in guard.acts and step.taken.seq > seq and holds(guard.where, scenario, step.before, step.inputs)
    )
    if any(step.taken.at < until for step in done):
        return False
    over = next((event.seq for event in events if event.kind == "ended"), None)
    missed = next((event.seq for event in events if event.kind == "safeguard_breached" and event.at >= until), None)
    return until <= end and (over is None or until < events[-1].at or missed is not None)


def _begun(guard: Safeguard, taken: Sequence[Step], events: Sequence[Event]) -> tuple[int, datetime] | None:
    """When the time began: the first such act, or the moment at which the log says that the condition held."""
    acts = [(step.taken.seq, step.taken.at) for step in taken if step.act in guard.after]
    noted = [(e.seq, e.at) for e in events if e.kind == "duty_opened" and e.data.get("safeguard") == guard.key]
    found = [*acts[:1], *(noted[:1] if guard.after_when is not None else [])]
    return min(found, default=None)


def _too_late(scenario: Scenario, guard: Safeguard, since: datetime) -> datetime:
    within = guard.within
    if within is None:
        return datetime.max  # noqa: DTZ901 - simulated time has no zone
    if within.minutes is not None:
        return since + timedelta(minutes=within.minutes + 1)
    table = scenario.calendars.get(within.calendar)
    last = since.date()
    if within.days is not None:
        last += within.days * ONE_DAY
    elif within.open_days is not None and table is not None:
        last = table.after_open_days(last, within.open_days)
    elif table is not None:
        last = due_dates(last, scenario.values[within.value], table, table).latest
    return datetime.combine(last + ONE_DAY, time())
