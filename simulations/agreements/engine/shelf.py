"""All packs and day tables that ship, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from simulations.agreements.engine.calendars import YearTable, read_table
from simulations.agreements.engine.packs import Pack, read_pack
from simulations.engine.calendar import DayTable
from simulations.engine.reference import Reference, Value

ROOM = Path(__file__).resolve().parent.parent


@cache
def packs() -> dict[str, Pack]:
    return {path.stem: read_pack(path) for path in sorted((ROOM / "packs").glob("*.yaml"))}


@cache
def year_tables() -> tuple[YearTable, ...]:
    return tuple(read_table(path) for path in sorted((ROOM / "calendars").glob("*.yaml")))


@cache
def calendars() -> dict[str, DayTable]:
    """By key: `RS`, `BA-RS`, and `ME-orthodox` for everybody's days and those of one community."""
    tables: dict[str, DayTable] = {}
    for found in year_tables():
        for table in (found.table, *(found.with_community(name) for name in found.also)):
            known = tables.get(table.jurisdiction)
            tables[table.jurisdiction] = _joined(known, table) if known else table
    return tables


def _joined(one: DayTable, two: DayTable) -> DayTable:
    """Two years of one jurisdiction as one table: confirmed only where both are."""
    names = (one.confirmed_by, two.confirmed_by)
    return DayTable(
        one.jurisdiction,
        min(one.first, two.first),
        max(one.last, two.last),
        {**one.closed, **two.closed},
        ", ".join(dict.fromkeys(names)) if all(names) else "",
    )


@cache
def values() -> dict[str, Value]:
    return {token: value for pack in packs().values() for token, value in pack.values.items()}


def reference() -> Reference:
    """What scenarios may cite and count with."""
    return Reference(values(), calendars())
