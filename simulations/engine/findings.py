"""What a task showed, for the page after it and for the debrief: fields, marks, a question, papers not opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulations.engine import forms
from simulations.engine.forms import FieldFinding, Tally
from simulations.engine.scenario import QUESTION, Act, Document, Question, Scenario
from simulations.engine.state import State


@dataclass(frozen=True, slots=True)
class FormFinding:
    """`input` names the input; its typed words lie outside the log, if they were kept at all."""

    input: str
    fields: tuple[FieldFinding, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class MarksFinding:
    """Places found and missed, and the marks (`place:kind`) that say something that is not so."""

    input: str
    document: Document
    marks: tuple[str, ...]
    found: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """`unopened`: papers on the desk that should have been looked at before, and were not opened."""

    forms: tuple[FormFinding, ...] = ()
    marks: tuple[MarksFinding, ...] = ()
    question: Question | None = None
    unopened: tuple[Document, ...] = ()


NOTHING = Findings()


def findings(scenario: Scenario, act: Act, before: State, inputs: Mapping[str, Any]) -> Findings:
    """`inputs` as the log keeps them; `before` is the state in which the act was begun."""
    return Findings(
        forms=tuple(_form(scenario, act, key, inputs[key]) for key in _inputs(act, "form") if key in inputs),
        marks=tuple(_marks(scenario, act, key, inputs[key]) for key in _inputs(act, "marks") if key in inputs),
        question=act.questions.get(inputs.get(QUESTION, "")),
        unopened=tuple(scenario.documents[key] for key in _should_see(scenario, act) if _is_unopened(before, key)),
    )


def _inputs(act: Act, kind: str) -> tuple[str, ...]:
    return tuple(item.key for item in act.inputs if item.kind == kind)


def _input(act: Act, key: str) -> Any:
    return next(item for item in act.inputs if item.key == key)


def _form(scenario: Scenario, act: Act, key: str, words: Mapping[str, str]) -> FormFinding:
    form = scenario.forms[_input(act, key).form]
    return FormFinding(key, forms.findings(form, words), forms.tally(form, words))


def _marks(scenario: Scenario, act: Act, key: str, judged: Mapping[str, list[str]]) -> MarksFinding:
    parts = (tuple(judged[part]) for part in ("marks", "found", "missed", "wrong"))
    return MarksFinding(key, scenario.documents[_input(act, key).document], *parts)


def _should_see(scenario: Scenario, act: Act) -> tuple[str, ...]:
    """What the author says should be looked at before, and what a form is filled from."""
    filled = [scenario.forms[item.form] for item in act.inputs if item.kind == "form"]
    sources = [document for form in filled for field in form.fields.values() for document, _ in field.sources]
    return tuple(dict.fromkeys((*act.looks_at, *sources)))


def _is_unopened(before: State, document: str) -> bool:
    """A paper that had not come yet could not be opened: that is no finding about the person."""
    return before.documents.get(document) == "here"
