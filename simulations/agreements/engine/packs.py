"""Agreement packs: legal values as data, each with its source, its mark and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from simulations.agreements.engine.files import FileInvalid, read_body
from simulations.engine.reference import UNITS, Mark, Value
from simulations.engine.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Pack:
    key: str
    title: Text
    note: Text
    requested: str  # jurisdiction whose officials reply
    sources: Mapping[str, str]  # S1 -> where it was read
    values: Mapping[str, Value]


_KNOWN = {field.name for field in fields(Value)} - {"token"}


class PackInvalid(FileInvalid):
    """A pack that claims more than it has."""


def read_pack(path: Path) -> Pack:
    body = read_body(path)
    sources = body["sources"]
    values = {}
    for name, row in body["values"].items():
        value = _value(f"{path.stem}.{name}", row)
        if value.source and value.source not in sources:
            raise PackInvalid(f"{value.token}: source {value.source} is not listed")
        values[value.token] = value
    return Pack(path.stem, _text(body["title"]), _text(body["note"]), body["requested"], sources, values)


def _value(token: str, row: Mapping[str, Any]) -> Value:
    if unknown := set(row) - _KNOWN:
        raise PackInvalid(f"{token}: {', '.join(sorted(unknown))} means nothing here")
    mark = Mark(str(row["mark"]))
    reviewed = (row.get("reviewed_by", ""), str(row.get("reviewed_on", "")))
    if (mark is Mark.REVIEWED) != all(reviewed):
        raise PackInvalid(f"{token}: “reviewed” stands with a reviewer and a date, and only then")
    if mark is Mark.SOURCED and not row.get("source"):
        raise PackInvalid(f"{token}: “sourced” names its source")
    unit = row.get("unit", "none")
    if unit not in UNITS:
        raise PackInvalid(f"{token}: unit {unit} is not one of {UNITS}")
    return Value(
        token=token,
        text=_text(row["text"]),
        mark=mark,
        number=row.get("number"),
        unit=unit,
        source=row.get("source", ""),
        article=row.get("article", ""),
        source_url=row.get("source_url", ""),
        note=_text(row.get("note")),
        reviewed_by=reviewed[0],
        reviewed_on=reviewed[1],
    )


def _text(given: Mapping[str, str] | None) -> Text:
    return Text(dict(given)) if given else NO_TEXT
