"""Conditions that read inputs: does the act have them, and can that kind of input answer?"""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.certain import Known
from simulations.engine.check.places import Spot, conditions
from simulations.engine.conditions import InputDate, InputGiven, InputHas, InputIs, InputOpen, atoms
from simulations.engine.problems import Problem
from simulations.engine.scenario import Scenario

_InputAtom = InputIs | InputHas | InputGiven | InputDate | InputOpen


def known(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, _InputAtom):
                yield from _known(spot, atom)


def _known(spot: Spot, atom: _InputAtom) -> Iterator[Problem]:
    name, _, row = atom.input.partition(".")
    if not spot.acts:
        yield Problem("input_out_of_place", spot.where, f"there is no act here whose input “{name}” could be read")
        return
    found = [item for act in spot.acts for item in act.inputs if item.key == name]
    if not found:
        acts = ", ".join(act.key for act in spot.acts)
        yield Problem("unknown_input", spot.where, f"no input “{name}” in: {acts}")
        return
    if row and not any(line.key == row for item in found for line in item.rows):
        yield Problem("unknown_row", spot.where, f"the table “{name}” has no row “{row}”")
    if isinstance(atom, InputIs | InputHas):
        options = {option.key for item in found for option in item.options}
        for value in sorted(atom.values - options):
            yield Problem("unknown_option", spot.where, f"“{name}” has no option “{value}”")


def fitting(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Each condition asks an input in the way that kind of input can answer."""
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, InputIs | InputHas | InputDate | InputOpen):
                name, _dot, row = atom.input.partition(".")
                kinds = {item.kind for act in spot.acts for item in act.inputs if item.key == name}
                fits = _KIND_FOR[type(atom)] if not row else {"table"}
                if kinds and not kinds & fits:
                    words = f"“{atom.input}” is of kind {', '.join(sorted(kinds))} and cannot be asked so"
                    yield Problem("wrong_input_kind", spot.where, words)


_KIND_FOR: dict[type, set[str]] = {
    InputIs: {"choice"},
    InputHas: {"many"},
    InputDate: {"date"},
    InputOpen: {"date"},
}


def whole_tasks(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        kinds = {item.kind for item in act.inputs}
        lacks = {
            "compute": not act.deadline or "date" not in kinds,
            "inspect": not act.document,
            "compare": "table" not in kinds,
        }
        if lacks.get(act.task):
            yield Problem("task_incomplete", f"acts.{key}", f"a task of kind {act.task} lacks what it is about")
