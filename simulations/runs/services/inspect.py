"""Checking a log after the fact."""

from simulations.engine import run as engine
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.runs import queries
from simulations.runs.engine import seals
from simulations.runs.models import Run, SeatText
from simulations.scenarios import queries as scenarios


def verify(run: Run) -> str:
    """What does not fit, in a few words; empty when the log is what the engine would have written, to its end."""
    events = queries.events_of(run)
    if problem := engine.verify(scenarios.scenario_of(run.version), events):
        return problem
    if (run.seq, run.head) != (len(events), replay(events).head):
        return f"log ends at {len(events)}, the run at {run.seq}"
    return _words_that_do_not_fit(run, events)


def _words_that_do_not_fit(run: Run, events: tuple[Event, ...]) -> str:
    inputs = {event.step: event.data.get("inputs", {}) for event in events if event.kind == "act_taken"}
    for row in SeatText.objects.filter(seat__run=run, kind=SeatText.Kind.INPUT).select_related("seat"):
        digest = inputs.get(row.step, {}).get(row.field, {}).get("digest", "")
        if not seals.fits(row.seat.secret, row.text, digest):
            return f"words changed at step {row.step}"
    return ""
