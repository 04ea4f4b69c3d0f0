"""A case with everything it took from outside, as plain JSON that is read again without any pack.

A calendar that is corrected, or a value that is reviewed later, must never change a run that is being played.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from simulations.engine.calendar import DayTable
from simulations.engine.reference import Mark, Reference, Value
from simulations.engine.text import Text

FORMAT = 1


def document(case: Mapping[str, Any], reference: Reference) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "case": case,
        "values": {token: _value(value) for token, value in sorted(reference.values.items())},
        "calendars": {key: _table(table) for key, table in sorted(reference.calendars.items())},
    }


def reference_in(frozen: Mapping[str, Any]) -> Reference:
    return Reference(
        values={token: _value_again(row) for token, row in frozen["values"].items()},
        calendars={key: _table_again(row) for key, row in frozen["calendars"].items()},
    )


def written(frozen: Mapping[str, Any]) -> str:
    """One text for one content, in the author's order: the first rule that holds applies."""
    return json.dumps(frozen, separators=(",", ":"), ensure_ascii=True)


def read(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    return document


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _value(value: Value) -> dict[str, Any]:
    row = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: dict(part.by_locale) if isinstance(part, Text) else part for name, part in row.items()}


def _value_again(row: Mapping[str, Any]) -> Value:
    return Value(**{**row, "mark": Mark(row["mark"]), "text": Text(row["text"]), "note": Text(row["note"])})


def _table(table: DayTable) -> dict[str, Any]:
    return {
        "jurisdiction": table.jurisdiction,
        "first": table.first.isoformat(),
        "last": table.last.isoformat(),
        "closed": {day.isoformat(): reason for day, reason in sorted(table.closed.items())},
        "confirmed_by": table.confirmed_by,
    }


def _table_again(row: Mapping[str, Any]) -> DayTable:
    return DayTable(
        jurisdiction=row["jurisdiction"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        closed={date.fromisoformat(day): reason for day, reason in row["closed"].items()},
        confirmed_by=row["confirmed_by"],
    )
