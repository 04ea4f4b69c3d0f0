"""A case played along the way its author knows, by the same services as a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from simulations.engine import forms
from simulations.engine.forms import FormField
from simulations.engine.outlook import follow
from simulations.engine.run import END_DAY, READ, WAIT, steps
from simulations.engine.scenario import Input, Scenario
from simulations.runs import queries, services
from simulations.runs.models import Run

Click = tuple[str, dict[str, Any]]


def way(run: Run, name: str = "") -> list[Click]:
    """What to do, step by step, waiting included; inputs as a person would type them."""
    state = queries.state_of(run)
    scenario = queries.scenario_of(run, state)
    moves = scenario.models[name or next(iter(scenario.models))]
    played = steps(follow(scenario, state, moves))
    return [(step.act, dict(typed(scenario, step.act, step.inputs))) for step in played if step.act]


def typed(scenario: Scenario, act: str, inputs: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    kinds = {item.key: item for item in scenario.acts[act].inputs} if act in scenario.acts else {}
    for key, value in inputs.items():
        yield key, _as_typed(scenario, kinds[key], value) if key in kinds else value


def _as_typed(scenario: Scenario, item: Input, value: Any) -> Any:
    if item.kind == "form":
        fields = scenario.forms[item.form].fields
        return {key: _line(fields[key], word) for key, word in value.items()}
    if item.kind == "marks":
        return value["marks"]
    return "word " * value["words"] if item.kind == "text" else value


def _line(item: FormField, word: str) -> str:
    """Something to type that is judged so."""
    if word == forms.FITS:
        return item.fits[0] if item.needed else ""
    return "" if word == forms.EMPTY else "?"


def walk(user: Any, key: str, name: str = "", *, until: str = "") -> Run:
    """The run at its end, or before it does the act `until`."""
    run = services.start_run(user=user, scenario_key=key)
    for act, inputs in way(run, name):
        if until and act == until:
            break
        click(user, run, act, inputs)
    return queries.runs_of(user).get(pk=run.pk)


def click(user: Any, run: Run, act: str, inputs: Mapping[str, Any]) -> None:
    if act == READ:
        if "document" in inputs:
            services.open_document(user=user, run_uuid=run.uuid, document=inputs["document"])
        return
    seen = queries.runs_of(user).get(pk=run.pk).seq
    where: dict[str, Any] = {"user": user, "run_uuid": run.uuid, "expected_seq": seen, "client_key": f"{act}-{seen}"}
    if act in (END_DAY, WAIT):
        (services.end_day if act == END_DAY else services.wait)(**where)
    else:
        services.take_act(act=act, inputs=inputs, **where)
