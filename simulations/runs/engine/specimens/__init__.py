"""Invented papers, drawn. Whatever State issued them in the story: state code UTO, and the word SPECIMEN across."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulations.runs.engine.specimens.care import fit_to_fly, medical
from simulations.runs.engine.specimens.identity import card, passport, travel_document
from simulations.runs.engine.specimens.letters import decision, interview, letter
from simulations.runs.engine.specimens.paper import ZONE_PLACES, Line, Paper, Words
from simulations.runs.engine.specimens.parts import stamp_says
from simulations.runs.engine.specimens.registers import birth, form, record
from simulations.runs.engine.specimens.travel import ticket

__all__ = ["KINDS", "Line", "Paper", "Words", "draw", "places", "stamp_says"]

KINDS: Mapping[str, Callable[[Paper], str]] = {
    "passport": passport,
    "card": card,
    "travel_document": travel_document,
    "letter": letter,
    "form": form,
    "record": record,
    "decision": decision,
    "medical": medical,
    "fit_to_fly": fit_to_fly,
    "birth": birth,
    "ticket": ticket,
    "interview": interview,
}

# What else there is to look at on each kind, besides its fields and its zone.
PLACES: Mapping[str, tuple[str, ...]] = {
    "passport": ("portrait",),
    "card": ("portrait",),
    "travel_document": ("portrait", "stamp"),
    "ticket": (),
    "interview": (),
}
ELSEWHERE = ("stamp",)


def places(paper: Paper) -> tuple[str, ...]:
    """Everything on the paper that can be pointed at, in reading order."""
    fields = tuple(line.key for line in paper.lines)
    others = (*PLACES.get(paper.kind, ELSEWHERE), *ZONE_PLACES[: len(paper.zone)])
    return (*fields, *(place for place in others if not paper.is_field(place)))


def draw(paper: Paper) -> str:
    """The paper as an SVG; a kind that is not known is drawn as a letter."""
    return KINDS.get(paper.kind, letter)(paper)
