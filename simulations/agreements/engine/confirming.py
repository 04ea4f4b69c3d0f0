"""What a person signs: the closed days of one year, or one value of a pack, as one text with one digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.packs import Pack
from simulations.engine.calendar import DayTable
from simulations.engine.reference import Mark, Value
from simulations.engine.text import Text

# An assumption has no text to compare with, and what is absent or a principle claims none.
_CLAIMED = (Mark.SOURCED, Mark.GENERAL, Mark.GENERAL_UNSURE)


@dataclass(frozen=True, slots=True)
class Statement:
    """The thing that is signed, such as calendar:ba-rs-2026, and the very text of what is shown of it."""

    subject: str
    content: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Signature:
    """`name` is for readers and goes with the account; `office` is public, so it may be frozen."""

    name: str
    office: str
    on: str  # an ISO day
    compared_with: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """Who stands for a statement, or stood for it before it was changed; `before` is what was signed then."""

    signature: Signature | None = None
    earlier: Signature | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One day that is not what it was; the empty name is an open day."""

    day: date
    before: str
    after: str
    community: str = ""


@dataclass(frozen=True, slots=True)
class SignedYear:
    """A table with whoever stands for it now, or stood for it before its days were changed."""

    table: YearTable
    signature: Signature | None = None
    earlier: Signature | None = None
    changes: tuple[Change, ...] = ()

    @property
    def year(self) -> int:
        return self.table.year

    @property
    def seeded_with(self) -> str:
        return self.table.seeded_with

    @property
    def note(self) -> Text:
        return self.table.note


def signed_year(year: YearTable, stands: Stands | None = None) -> SignedYear:
    """A name that stands in the file itself comes first."""
    if year.confirmed_by:
        return SignedYear(year, Signature(year.confirmed_by, year.confirmed_by, year.confirmed_on))
    if stands is None:
        return SignedYear(year)
    changed = changes(stands.before, year_statement(year).content) if stands.earlier else ()
    return SignedYear(year, stands.signature, stands.earlier, changed)


def year_statement(year: YearTable) -> Statement:
    """Every day that is shown, and nothing else: a new note or library version is no other state."""
    found = {"closed": _written(year.table.closed), **{name: _written(days) for name, days in year.also.items()}}
    return Statement(f"calendar:{year.table.jurisdiction.lower()}-{year.year}", _canonical(found))


def has_same_days(table: DayTable, year: YearTable) -> bool:
    """Whether a table, of one community perhaps and of several years, has the days of the file in this year."""
    _place, _hyphen, part = table.jurisdiction.partition("-")
    shown = year.with_community(part) if part in year.also else year.table
    return dict(shown.closed) == {day: name for day, name in table.closed.items() if shown.covers(day)}


def is_confirmable(value: Value) -> bool:
    """It claims that a text says something; who read it names the article where it is not known yet."""
    return value.mark in _CLAIMED


def value_statement(pack: Pack, value: Value) -> Statement:
    """What is said to follow from the text: the words of the source language, the article, and where it was read."""
    found = {
        "text": value.text.say(),
        "note": value.note.say() if value.note else "",
        "number": value.number,
        "unit": value.unit,
        "article": value.article,
        "source": pack.sources.get(value.source, ""),
        "from": value.valid_from,
        "until": value.valid_until,
    }
    return Statement(f"value:{value.token}", _canonical(found))


def fields_changed(before: str, after: str) -> tuple[str, ...]:
    """Names of what differs in a value; ValueError where one of the texts was never such a content."""
    old, new = _read(before), _read(after)
    return tuple(name for name in new if old.get(name) != new[name])


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Every day that differs, in order; ValueError where one of the texts was never such a content."""
    old, new = _days_in(before), _days_in(after)
    return tuple(
        Change(day, old.get((name, day), ""), new.get((name, day), ""), "" if name == "closed" else name)
        for name, day in sorted({*old, *new}, key=lambda key: (key[0] != "closed", *key))
        if old.get((name, day)) != new.get((name, day))
    )


def _written(closed: Mapping[date, str]) -> dict[str, str]:
    return {day.isoformat(): name for day, name in closed.items()}


def _days_in(content: str) -> dict[tuple[str, date], str]:
    try:
        return {
            (name, date.fromisoformat(day)): str(said)
            for name, days in _read(content).items()
            for day, said in days.items()
        }
    except (AttributeError, TypeError) as error:
        raise ValueError("not the days of a table") from error


def _canonical(found: Mapping[str, Any]) -> str:
    return json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _read(content: str) -> dict[str, Any]:
    found = json.loads(content)
    if not isinstance(found, dict):
        raise ValueError("not what is signed")
    return found
