"""Checking a log after the fact."""

from collections.abc import Mapping
from typing import Any

from simulations.engine import forms
from simulations.engine import run as engine
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario
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
    scenario = queries.scenario_of(run)
    inputs = {event.step: event.data for event in events if event.kind == "act_taken"}
    for row in SeatText.objects.filter(seat__run=run, kind=SeatText.Kind.INPUT).select_related("seat"):
        if not _fits(scenario, inputs.get(row.step, {}), row):
            return f"words changed at step {row.step}"
    return ""


def _fits(scenario: Scenario, taken: Mapping[str, Any], row: SeatText) -> bool:
    """Own words have a digest in the log; what was typed into a form has the word it was judged with."""
    given = taken.get("inputs", {})
    key, _dot, field = row.field.partition(".")
    if not field:
        return seals.fits(row.seat.secret, row.text, given.get(key, {}).get("digest", ""))
    item = next(item for item in scenario.acts[taken["act"]].inputs if item.key == key)
    judged = forms.judged(scenario.forms[item.form].fields[field], row.text)
    return judged == given.get(key, {}).get(field)
