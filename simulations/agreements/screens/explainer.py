"""One limit explained to anybody: its readings, its days, its tables, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.engine.confirming import (
    SignedYear,
    Stands,
    signed_year,
    value_statement,
    year_statement,
)
from simulations.agreements.engine.packs import Pack
from simulations.agreements.screens.count import Count, ReadingRow, Sides, counted
from simulations.agreements.words import CLOCKS, Clock, closed_day, place, spelled
from simulations.engine.reference import Value


@dataclass(frozen=True)
class Question:
    agreement: str
    clock: str
    received: date
    requested: str = ""
    requesting: str = ""


@dataclass(frozen=True)
class Estimated:
    day: date
    name: str


@dataclass(frozen=True)
class TableNote:
    """Whose days were counted with, and who stands for them."""

    name: str
    key: str
    years: tuple[SignedYear, ...]
    estimated: tuple[Estimated, ...]


@dataclass(frozen=True)
class Answer:
    """`count` is None where the agreement names no length: then `missing` is what it says instead, if anything."""

    question: Question
    pack: Pack
    clock: Clock
    count: Count | None
    missing: Value | None
    tables: tuple[TableNote, ...]
    stands: Mapping[str, Stands] = field(default_factory=dict)

    @property
    def value(self) -> Value | None:
        return self.count.explained.value if self.count else self.missing

    @property
    def extension(self) -> Value | None:
        return self.count.explained.extension if self.count else None

    @property
    def value_stands(self) -> Stands | None:
        return self._stands(self.value)

    @property
    def extension_stands(self) -> Stands | None:
        return self._stands(self.extension)

    def _stands(self, value: Value | None) -> Stands | None:
        return self.stands.get(value_statement(self.pack, value).subject) if value else None

    @property
    def earliest(self) -> ReadingRow | None:
        # Of readings that end together, the last in the list is the plainest: it does not move.
        return min(reversed(self.count.readings), key=lambda row: row.due) if self.count else None

    @property
    def latest(self) -> ReadingRow | None:
        return max(self.count.readings, key=lambda row: row.due) if self.count else None


def answer(question: Question) -> Answer:
    """Raises NoDayTable outside the tables; the same question in the same language is worked out once."""
    return _answer(question, get_language())


def signed(found: Answer) -> Answer:
    """With whoever stands for days and values: that may change any minute, so it is asked each time, in one query."""
    values = [value_statement(found.pack, value) for value in (found.value, found.extension) if value]
    years = [year_statement(year.table) for note in found.tables for year in note.years]
    stands = queries.stands([*values, *years])
    notes = (replace(note, years=tuple(_signed(year, stands) for year in note.years)) for note in found.tables)
    return replace(found, tables=tuple(notes), stands=stands)


def _signed(year: SignedYear, stands: Mapping[str, Stands]) -> SignedYear:
    return signed_year(year.table, stands[year_statement(year.table).subject])


def out_of_tables() -> str:
    first, last = queries.covered()
    pattern = "j F Y"
    return _("The tables of closed days reach from %(first)s to %(last)s; this limit lies outside") % {
        "first": spelled(first, pattern),
        "last": spelled(last, pattern),
    }


@lru_cache(maxsize=500)
def _answer(question: Question, _language: str | None) -> Answer:
    pack, clock = shelf.packs()[question.agreement], CLOCKS[question.clock]
    own, other = question.requested or pack.requested, question.requesting or pack.requesting[0]
    try:
        explained = queries.explain_clock(
            pack.key, question.clock, received=question.received, requested=own, requesting=other
        )
    except queries.NoLength as unknown:
        return Answer(question, pack, clock, None, unknown.value, ())
    tables = queries.calendar(own), queries.calendar(other)
    count = counted(explained, Sides(*tables, place(own), place(other)))
    last = explained.days[-1].day
    notes = tuple(_table_note(key, question.received, last) for key in (own, other))
    return Answer(question, pack, clock, count, None, notes)


def _table_note(key: str, first: date, last: date) -> TableNote:
    table = queries.calendar(key)
    years = tuple(signed_year(year) for year in queries.tables_of(key) if first.year <= year.year <= last.year)
    expected = sorted(day for day in table.estimated if first <= day <= last)
    page = years[0].table.table.jurisdiction.lower() if years else ""
    return TableNote(place(key), page, years, tuple(Estimated(day, closed_day(table.closed[day])) for day in expected))
