"""What a person signs: the closed days of one table in one year, as one text with one digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulations.agreements.engine.calendars import YearTable
from simulations.engine.text import Text


@dataclass(frozen=True, slots=True)
class Signature:
    """`name` is for readers and goes with the account; `office` is public, so it may be frozen."""

    name: str
    office: str
    on: str  # an ISO day
    compared_with: str = ""


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

    @property
    def subject(self) -> str:
        return subject_of(self.table)


def signed_in_file(year: YearTable) -> SignedYear:
    """With the name that stands in the file itself, if any."""
    found = Signature(year.confirmed_by, year.confirmed_by, year.confirmed_on) if year.confirmed_by else None
    return SignedYear(year, found)


def subject_of(year: YearTable) -> str:
    return f"calendar:{year.table.jurisdiction.lower()}-{year.year}"


def content_of(year: YearTable) -> str:
    """Every day that is shown, and nothing else: a new note or library version is no other state."""
    found = {"closed": _written(year.table.closed), **{name: _written(days) for name, days in year.also.items()}}
    return json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


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
    read: Any = json.loads(content)
    try:
        return {(name, date.fromisoformat(day)): str(said) for name, days in read.items() for day, said in days.items()}
    except (AttributeError, TypeError) as error:
        raise ValueError("not the days of a table") from error
