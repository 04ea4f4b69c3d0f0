"""The drill "When is it due?": any limit of an agreement whose days we hold, from any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulations.agreements import api as agreements
from simulations.agreements.api import NoDayTable
from simulations.agreements.screens.count import Count, Sides, counted
from simulations.agreements.words import CLOCKS, place
from simulations.runs import words
from simulations.runs.screens.deadline import Attempt

# What is commonly asked first; the others stand on the page that explains any limit.
EVENTS = ("reply", "accelerated", "transfer")


@dataclass(frozen=True)
class Question:
    """One limit that can be asked about, by its token."""

    token: str
    label: str


@dataclass(frozen=True)
class Answer:
    count: Count
    attempt: Attempt | None


def questions() -> tuple[Question, ...]:
    """Limits with a length, of every agreement."""
    return tuple(
        Question(value.token, f"{CLOCKS[name].label}. {words.said(pack.title)}")
        for pack in agreements.packs()
        if pack.kind == "agreement"
        for name in EVENTS
        if (value := pack.value(name)) is not None and value.number
    )


def answer(token: str, received: date, said: date | None) -> Answer:
    """Raises NoDayTable where the days are not known for that year."""
    pack = agreements.pack(token.partition(".")[0])
    own, other = pack.requested, pack.requesting[0]
    explained = agreements.explain_deadline(token, received=received, requested=own, requesting=other)
    tables = agreements.calendar(own), agreements.calendar(other)
    count = counted(explained, Sides(*tables, place(own), place(other)))
    return Answer(count, Attempt(said, count.judge(said), ()) if said else None)


__all__ = ["Answer", "NoDayTable", "Question", "answer", "questions"]
