"""Day tables as files: seeded from a holiday library, confirmed by a person, then read as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from simulations.agreements.engine.files import read_body
from simulations.engine.calendar import DayTable


def read_table(path: Path) -> DayTable:
    body = read_body(path)
    return DayTable(
        jurisdiction=body["jurisdiction"],
        first=date.fromisoformat(body["first"]),
        last=date.fromisoformat(body["last"]),
        closed={date.fromisoformat(day): reason for day, reason in body["closed"].items()},
        confirmed_by=body["confirmed_by"] or "",
    )


def table_as_yaml(jurisdiction: str, year: int, closed: Mapping[date, str], *, seeded_with: str) -> str:
    """A file a person can read, correct and confirm by putting a name in it."""
    lines = [
        f"# Seeded with {seeded_with}. A person confirms each day, then writes a name under confirmed_by.",
        f"jurisdiction: {jurisdiction}",
        f"first: {year}-01-01",
        f"last: {year}-12-31",
        "confirmed_by: null",
        "closed:",
    ]
    lines += [f"  {day.isoformat()}: {_quoted(closed[day])}" for day in sorted(closed)]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
