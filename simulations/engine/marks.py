"""Marks on a document: where somebody says that something is wrong, and of what kind, against what is odd there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulations.engine.text import NO_TEXT, Text

if TYPE_CHECKING:
    from simulations.engine.scenario import Document

KINDS = ("differs", "swapped", "check_digit", "expired", "spelling", "altered", "stamp", "missing")
PLACES = ("mrz1", "mrz2", "mrz3", "portrait", "stamp")  # beside the fields, whose keys are places as well


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """What can be marked: (place, label); the label of a place that is no field is left to the screen."""

    document: Document
    places: tuple[tuple[str, Text], ...]
    kinds: tuple[str, ...] = KINDS


def sheet(document: Document) -> MarkSheet:
    fields = tuple((item.key, item.label) for item in document.fields)
    return MarkSheet(document, (*fields, *((place, NO_TEXT) for place in _beside(document))))


def _beside(document: Document) -> Iterable[str]:
    yield from PLACES[: len(document.mrz)]
    yield from ("portrait", "stamp")


def odd_places(document: Document) -> dict[str, tuple[str, ...]]:
    """Place by place, the kinds of mark that are right there."""
    fields = {item.key: item.odd for item in document.fields if item.odd}
    return {**fields, **document.odd}


def judged(document: Document, marks: Iterable[str]) -> dict[str, list[str]]:
    """The marks in the order of the page with what they found, missed and got wrong, as the log keeps them."""
    odd, given = odd_places(document), set(marks)
    places = [key for key, _ in sheet(document).places]
    ordered = [(place, kind) for place in places for kind in KINDS if f"{place}:{kind}" in given]
    finds = {mark: _found(document, odd, *mark) for mark in ordered}
    found = {place for places_found in finds.values() for place in places_found}
    return {
        "marks": [":".join(mark) for mark in ordered],
        "found": [place for place in places if place in found],
        "missed": [place for place in places if place in odd and place not in found],
        "wrong": [":".join(mark) for mark in ordered if not finds[mark]],
    }


def _found(document: Document, odd: Mapping[str, tuple[str, ...]], place: str, kind: str) -> list[str]:
    """A mark finds what is odd at its place, or in a field that its place says again, as a zone does."""
    return [about for about in (place, *document.echoes.get(place, ())) if kind in odd.get(about, ())]
