"""The drill "When is it due?": any limit of an agreement whose days we hold, from any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from simulations.agreements import api as agreements
from simulations.agreements.api import NoDayTable, Pack, Value
from simulations.runs import words
from simulations.runs.screens.count import Count, Sides, counted
from simulations.runs.screens.deadline import Attempt

# Those who ask, among the day tables we hold.
REQUESTING = "DE"
# What is commonly asked first; a limit without a name here is not drilled.
EVENTS = {
    "reply": _("Reply, normal procedure"),
    "accelerated": _("Reply, accelerated procedure"),
    "transfer": _("Transfer"),
}
PLACES = {"RS": pgettext_lazy("State", "Serbia"), "DE": pgettext_lazy("State", "Germany")}


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
    """Limits with a length, of agreements for which both calendars are there."""
    return tuple(
        Question(value.token, f"{EVENTS[name]}. {words.said(pack.title)}")
        for pack in agreements.packs()
        if pack.requested in PLACES
        for name in EVENTS
        if (value := _value(pack, name)) is not None
    )


def answer(token: str, received: date, said: date | None) -> Answer:
    """Raises NoDayTable where the days are not known for that year."""
    own = agreements.pack(token.partition(".")[0]).requested
    explained = agreements.explain_deadline(token, received=received, requested=own, requesting=REQUESTING)
    count = counted(explained, _sides(own))
    return Answer(count, Attempt(said, count.judge(said), ()) if said else None)


def _sides(own: str) -> Sides:
    tables = agreements.calendar(own), agreements.calendar(REQUESTING)
    return Sides(*tables, str(PLACES[own]), str(PLACES[REQUESTING]))


def _value(pack: Pack, name: str) -> Value | None:
    value = pack.values.get(f"{pack.key}.{name}")
    return value if value is not None and value.number and value.unit != "none" else None


__all__ = ["Answer", "NoDayTable", "Question", "answer", "questions"]
