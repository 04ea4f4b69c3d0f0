"""Invented papers, drawn. Whatever State issued them in the story: state code UTO, and the word SPECIMEN across."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulations.runs.engine.specimens.care import fit_to_fly, medical
from simulations.runs.engine.specimens.identity import card, passport, travel_document
from simulations.runs.engine.specimens.letters import decision, interview, letter
from simulations.runs.engine.specimens.paper import Line, Paper, Words
from simulations.runs.engine.specimens.registers import birth, form, record
from simulations.runs.engine.specimens.travel import ticket

__all__ = ["KINDS", "Line", "Paper", "Words", "draw"]

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


def draw(paper: Paper) -> str:
    """The paper as an SVG; a kind that is not known is drawn as a letter."""
    return KINDS.get(paper.kind, letter)(paper)
