"""Marks on a document: where something does not fit, and why the person thinks so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from django.utils.translation import gettext as _

from simulations.engine import marks
from simulations.engine.scenario import Act, Document, Input, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.forms.marks import MARK_KINDS, MarkForm
from simulations.runs.screens import papers


@dataclass(frozen=True)
class Noted:
    """One mark. `fits`: None until the inspection is finished."""

    pin: str
    mark: str
    where: str
    what: str
    fits: bool | None = None


@dataclass(frozen=True)
class InspectionPage:
    item: Input
    paper: papers.PaperPage
    noted: tuple[Noted, ...]
    form: MarkForm
    next_pin: str
    instead: str


@dataclass(frozen=True)
class Inspected:
    """What an inspection that is finished found, and how many odd places it passed over."""

    noted: tuple[Noted, ...]
    missed: int


def marks_input(act: Act) -> Input | None:
    return next((item for item in act.inputs if item.kind == "marks"), None)


def inspection_page(
    scenario: Scenario,
    state: State,
    act: Act,
    given: Sequence[str],
    form: MarkForm | None = None,
    instead: str = "",
    at: str = "",
) -> InspectionPage | None:
    """`instead`: a mark that is being changed; its place and kind stand in the form. `at`: a place that was chosen."""
    item = marks_input(act)
    if item is None or item.document not in state.documents:
        return None
    document = scenario.documents[item.document]
    noted = noted_on(document, given)
    place, _colon, kind = instead.partition(":")
    paper = papers.paper_page(scenario, state, item.document, marks=pins(noted), marking=True)
    return InspectionPage(
        item=item,
        paper=paper,
        noted=noted,
        form=form or MarkForm(places_of(document), initial={"place": place or at, "kind": kind}),
        next_pin=next((one.pin for one in noted if one.mark == instead), _pin(len(noted))),
        instead=instead,
    )


def inspected(document: Document, judged: Mapping[str, Sequence[str]]) -> Inspected:
    wrong = set(judged.get("wrong", ()))
    return Inspected(noted_on(document, judged.get("marks", ()), wrong), len(judged.get("missed", ())))


def noted_on(document: Document, given: Iterable[str], wrong: set[str] | None = None) -> tuple[Noted, ...]:
    names = dict(places_of(document))
    found = []
    for number, mark in enumerate(given):
        place, _colon, kind = mark.partition(":")
        if place in names and kind in MARK_KINDS:
            fits = None if wrong is None else mark not in wrong
            found.append(Noted(_pin(number), mark, names[place], str(MARK_KINDS[kind]), fits))
    return tuple(found)


def pins(noted: Iterable[Noted]) -> dict[str, str]:
    """By place, the letters of its marks."""
    found: dict[str, str] = {}
    for one in noted:
        place = one.mark.partition(":")[0]
        found[place] = f"{found[place]} {one.pin}" if place in found else one.pin
    return found


def places_of(document: Document) -> list[tuple[str, str]]:
    """Where a mark can be set, in the order of the page; fields with the number they have in the drawing."""
    other = {
        "mrz1": _("Machine readable zone, line 1"),
        "mrz2": _("Machine readable zone, line 2"),
        "mrz3": _("Machine readable zone, line 3"),
        "portrait": _("Portrait"),
        "stamp": _("Stamp or signature"),
    }
    places = enumerate(marks.sheet(document).places, start=1)
    return [(key, f"{number} {words.said(label)}" if label else other[key]) for number, (key, label) in places]


def _pin(number: int) -> str:
    return ascii_uppercase[number % len(ascii_uppercase)]
