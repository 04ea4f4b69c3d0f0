"""Reads of packs and day tables: values by token, days by jurisdiction, limits explained."""

from __future__ import annotations

from datetime import date

from simulations.agreements.engine import shelf
from simulations.agreements.engine.packs import Pack
from simulations.agreements.registry import Citation, citations
from simulations.agreements.words import CLOCKS
from simulations.engine.calendar import DayTable
from simulations.engine.deadlines import Explanation
from simulations.engine.deadlines import explain_deadline as explain
from simulations.engine.reference import Value
from simulations.engine.tokens import TokenUnknown


class NoDayTable(LookupError):
    """There is no day table for this jurisdiction that covers these days."""


class NoLength(LookupError):
    """The agreement names no length for this limit; `value` is what the pack says instead, if anything."""

    def __init__(self, token: str, value: Value | None) -> None:
        super().__init__(token)
        self.value = value


def agreements() -> tuple[Pack, ...]:
    """Packs with two sides and clocks, without those of general law."""
    return tuple(pack for pack in shelf.packs().values() if pack.kind == "agreement")


def value(token: str) -> Value:
    """The value of `eu-serbia.reply`; TokenUnknown when no pack defines it."""
    try:
        return shelf.values()[token]
    except KeyError:
        raise TokenUnknown(token) from None


def calendar(jurisdiction: str) -> DayTable:
    try:
        return shelf.calendars()[jurisdiction]
    except KeyError:
        raise NoDayTable(jurisdiction) from None


def days_of(jurisdiction: str) -> tuple[str, ...]:
    """Tables one may count with there: of the whole State, of its parts and of its communities."""
    return tuple(key for key in shelf.calendars() if key == jurisdiction or key.startswith(f"{jurisdiction}-"))


def tables_of(key: str) -> tuple[shelf.YearTable, ...]:
    """The years behind one table, each with who confirmed it."""
    found = [year for year in shelf.year_tables() if year.table.jurisdiction == key]
    place, _hyphen, part = key.partition("-")
    return tuple(found) or (tables_of(place) if part else ())


def covered() -> tuple[date, date]:
    """The first and the last day that every table knows."""
    tables = shelf.calendars().values()
    return max(table.first for table in tables), min(table.last for table in tables)


def explain_deadline(
    token: str, *, received: date, requested: str = "", requesting: str = "", extension: str = ""
) -> Explanation:
    """Every reading of a limit, each day with its reason. Jurisdictions by code, else those of the agreement.

    Raises TokenUnknown, NoLength, and NoDayTable outside the tables.
    """
    limit, longer = _with_length(token), _with_length(extension) if extension else None
    pack = shelf.packs()[token.partition(".")[0]]
    tables = calendar(requested or pack.requested), calendar(requesting or pack.requesting[0])
    for table in tables:
        if not table.covers(received):
            raise NoDayTable(table.jurisdiction)
    found = explain(received, limit, *tables, longer)
    for table in tables:
        if not table.covers(found.days[-1].day):
            raise NoDayTable(table.jurisdiction)
    return found


def explain_clock(
    agreement: str, clock: str, *, received: date, requested: str = "", requesting: str = ""
) -> Explanation:
    """The same by the name of the clock: `reply_extended` is the reply and its extension."""
    wanted = CLOCKS[clock]
    tokens = [f"{agreement}.{name}" for name in (wanted.value, wanted.extension) if name]
    for token in tokens:
        if token not in shelf.values():
            raise NoLength(token, None)
    return explain_deadline(
        tokens[0], received=received, requested=requested, requesting=requesting, extension="".join(tokens[1:])
    )


def _with_length(token: str) -> Value:
    found = value(token)
    if not found.number:
        raise NoLength(token, found)
    return found


def touched_by(name: str) -> tuple[Citation, ...]:
    """What rests on a pack (`eu-serbia`) or on one of its values (`eu-serbia.reply`); TokenUnknown for neither."""
    if name in shelf.packs():
        return citations(frozenset(shelf.packs()[name].values))
    return citations(frozenset({value(name).token}))
