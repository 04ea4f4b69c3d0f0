"""The one place that writes to a log: events, the run's copy of the state, and the news that a run ended."""

from collections.abc import Sequence

from django.db import transaction

from portal.competencies import api as competencies
from portal.core import clock
from simulations.engine import scoring
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import queries, signals
from simulations.runs.engine import snapshot
from simulations.runs.models import Run, RunEvent


def append(run: Run, scenario: Scenario, events: Sequence[Event], *, state: State, client_key: str = "") -> State:
    """Writes the events that follow from `state` and returns where they lead. The run must be locked."""
    now = clock.now()
    rows = [
        RunEvent(
            run=run,
            seq=event.seq,
            step=event.step,
            kind=event.kind,
            at=event.at.isoformat(),
            data=event.data,
            prev=event.prev,
            hash=event.hash,
            client_key=client_key if position == 0 else "",
            recorded_at=now,
        )
        for position, event in enumerate(events)
    ]
    RunEvent.objects.bulk_create(rows)
    after = replay(events, state)
    run.seq, run.head, run.state, run.moved_at = after.seq, after.head, snapshot.taken(after), now
    if after.has_ended and run.ended_at is None:
        _close(run, scenario, after)
    run.save()
    return after


def _close(run: Run, scenario: Scenario, state: State) -> None:
    """The result is a fold of the log like everything else; the row keeps a copy for lists."""
    result = scoring.score(scenario, queries.events_of(run))
    run.ended_at, run.ending = run.moved_at, state.ending
    run.outcome = _outcome(scenario, state, passed=result.passed)
    run.percent = result.percent
    _note_evidence(run, result)
    transaction.on_commit(lambda: _announce(run))


def _note_evidence(run: Run, result: scoring.Score) -> None:
    """What the run showed, for each competency of the framework; a share of nothing shows nothing."""
    known = {competency.key for competency in competencies.framework()}
    for found in result.by_competency:
        if found.competency in known and found.possible:
            for seat in run.seats.all():
                competencies.record_evidence(
                    user_id=seat.user_id,
                    competency=found.competency,
                    source=f"run:{run.uuid}",
                    score=found.share,
                    at=run.moved_at,
                )


def _outcome(scenario: Scenario, state: State, *, passed: bool) -> str:
    if passed:
        return Run.Outcome.PASS
    is_neutral = scenario.endings[state.ending].kind == "neutral" and not state.breaches
    return Run.Outcome.NEUTRAL if is_neutral else Run.Outcome.FAIL


def _announce(run: Run) -> None:
    signals.run_ended.send(
        sender=Run,
        run_uuid=run.uuid,
        scenario_key=run.version.key,
        passed=run.outcome == Run.Outcome.PASS,
        context=run.context,
    )
