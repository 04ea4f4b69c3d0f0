"""Conditions that read inputs: does the act have them, and can that kind of input answer?"""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine import forms
from simulations.engine.check.certain import Known
from simulations.engine.check.places import Spot, conditions
from simulations.engine.conditions import (
    Asked,
    InputCount,
    InputDate,
    InputFirst,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    InputOrder,
    MarksFalse,
    MarksFound,
    atoms,
)
from simulations.engine.marks import odd_places, sheet
from simulations.engine.problems import Problem
from simulations.engine.scenario import Input, Scenario

_InputAtom = (
    InputIs
    | InputHas
    | InputGiven
    | InputDate
    | InputOpen
    | InputFirst
    | InputOrder
    | InputCount
    | MarksFound
    | MarksFalse
)
_KIND_FOR: dict[type, set[str]] = {
    InputIs: {"choice"},
    InputHas: {"many"},
    InputDate: {"date"},
    InputOpen: {"date"},
    InputFirst: {"order"},
    InputOrder: {"order"},
    InputCount: {"form"},
    MarksFound: {"marks"},
    MarksFalse: {"marks"},
}


def known(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, _InputAtom):
                yield from _known(scenario, spot, atom)
            elif isinstance(atom, Asked):
                yield from _asked(scenario, spot, atom)


def _known(scenario: Scenario, spot: Spot, atom: _InputAtom) -> Iterator[Problem]:
    name, _, row = atom.input.partition(".")
    if not spot.acts:
        yield Problem("input_out_of_place", spot.where, f"there is no act here whose input “{name}” could be read")
        return
    found = [item for act in spot.acts for item in act.inputs if item.key == name]
    if not found:
        acts = ", ".join(act.key for act in spot.acts)
        yield Problem("unknown_input", spot.where, f"no input “{name}” in: {acts}")
        return
    if row and not any(row in _rows(scenario, item) for item in found):
        yield Problem("unknown_row", spot.where, f"“{name}” has no row or field “{row}”")
    elif isinstance(atom, InputIs | InputHas | InputFirst | InputOrder | InputCount):
        answers = {word for item in found for word in _answers(scenario, item, row)}
        for value in sorted(set(atom.values) - answers):
            yield Problem("unknown_option", spot.where, f"“{atom.input}” has no option “{value}”")
    elif isinstance(atom, MarksFound):
        yield from _marked(scenario, spot, atom, found)


def _rows(scenario: Scenario, item: Input) -> set[str]:
    fields = set(scenario.forms[item.form].fields) if item.kind == "form" else set()
    return fields | {line.key for line in item.rows}


def _answers(scenario: Scenario, item: Input, row: str) -> tuple[str, ...]:
    if item.kind != "form":
        return tuple(option.key for option in item.options)
    field = scenario.forms[item.form].fields.get(row)
    return forms.possible(field) if field else forms.WORDS


def _marked(scenario: Scenario, spot: Spot, atom: MarksFound, found: list[Input]) -> Iterator[Problem]:
    papers = [scenario.documents[item.document] for item in found if item.kind == "marks"]
    places = {place for paper in papers for place, _ in sheet(paper).places}
    for place in atom.places if papers else ():
        if place not in places:
            yield Problem("unknown_place", spot.where, f"there is no place “{place}” to mark")
    odd = {place for paper in papers for place in odd_places(paper) if not atom.places or place in atom.places}
    if papers and not atom.every and atom.at_least > len(odd):
        words = f"{atom.at_least} marks are to be found, and {len(odd)} of these places are odd"
        yield Problem("too_few_odd_places", spot.where, words)


def _asked(scenario: Scenario, spot: Spot, atom: Asked) -> Iterator[Problem]:
    questions = scenario.acts[atom.act].questions
    if not questions:
        yield Problem("not_an_interview", spot.where, f"“{atom.act}” is no interview")
    for key in sorted(atom.questions - set(questions)) if questions else ():
        yield Problem("unknown_question", spot.where, f"“{atom.act}” has no question “{key}”")


def fitting(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Each condition asks an input in the way that kind of input can answer."""
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if type(atom) in _KIND_FOR and isinstance(atom, _InputAtom):
                name, _dot, row = atom.input.partition(".")
                kinds = {item.kind for act in spot.acts for item in act.inputs if item.key == name}
                fits = _KIND_FOR[type(atom)] if not row else {"table", "form"}
                if kinds and not kinds & fits:
                    words = f"“{atom.input}” is of kind {', '.join(sorted(kinds))} and cannot be asked so"
                    yield Problem("wrong_input_kind", spot.where, words)


def whole_tasks(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        kinds = {item.kind for item in act.inputs}
        lacks = {
            "compute": not act.deadline or "date" not in kinds,
            "inspect": not act.document,
            "compare": "table" not in kinds,
            "fill": "form" not in kinds,
            "interview": not act.questions,
            "write": "text" not in kinds,
        }
        if lacks.get(act.task):
            yield Problem("task_incomplete", f"acts.{key}", f"a task of kind {act.task} lacks what it is about")
