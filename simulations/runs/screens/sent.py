"""What was sent with an act, to be read again: it cannot be changed any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulations.engine.scenario import Act, Input, Scenario
from simulations.engine.state import State
from simulations.engine.text import Text
from simulations.runs import words
from simulations.runs.models import FormCheck, RunEvent, SeatText, WrittenWork
from simulations.runs.screens.fill import FillPage, form_input, sent_form, summary
from simulations.runs.screens.interview import InterviewPage, interview_page
from simulations.runs.screens.workspace import chosen


@dataclass(frozen=True)
class Judgement:
    """What a trainer said: each criterion, and whether the text meets it."""

    criteria: tuple[tuple[Text, bool], ...]
    comment: str


@dataclass(frozen=True)
class SentPage:
    act: Act
    at: datetime
    chosen: str
    texts: tuple[tuple[str, str], ...]
    fill: FillPage | None
    checked: str
    interview: InterviewPage | None
    waits: bool
    judgement: Judgement | None


Texts = Mapping[tuple[str, int, str], str]


def sent_page(
    scenario: Scenario,
    state: State,
    taken: RunEvent,
    kept: Texts,
    work: WrittenWork | None,
    check: FormCheck | None = None,
) -> SentPage:
    """`kept`: the person's own words by kind, step and field."""
    act = scenario.acts[taken.data["act"]]
    inputs = taken.data["inputs"]
    own = {
        field: text for (kind, step, field), text in kept.items() if (kind, step) == (SeatText.Kind.INPUT, taken.step)
    }
    return SentPage(
        act=act,
        at=datetime.fromisoformat(taken.at),
        chosen=chosen(act, inputs),
        texts=tuple((words.said(item.label), own[item.key]) for item in act.inputs if item.key in own),
        fill=_fill(scenario, state, form_input(act), inputs, own),
        checked=told_of(scenario, act, check),
        interview=interview_page(state, act),
        waits=work is not None and work.judged_at is None,
        judgement=judgement(act, work) if work and work.judged_at else None,
    )


def told_of(scenario: Scenario, act: Act, check: FormCheck | None) -> str:
    """Of the one look before a form was sent, if it was asked for."""
    item = form_input(act)
    return summary(scenario.forms[item.form], check) if item and check else ""


def judgement(act: Act, work: WrittenWork) -> Judgement:
    return Judgement(tuple((text, number in work.met) for number, text in enumerate(act.criteria)), work.comment)


def _fill(
    scenario: Scenario, state: State, item: Input | None, inputs: Mapping[str, Any], own: Mapping[str, str]
) -> FillPage | None:
    if item is None:
        return None
    typed = {field.partition(".")[2]: text for field, text in own.items() if field.startswith(f"{item.key}.")}
    return sent_form(scenario, state, item, inputs.get(item.key, {}), typed)
