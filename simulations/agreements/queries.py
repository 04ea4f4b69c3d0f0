"""Reads of packs and day tables: values by token, days by jurisdiction, limits explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.api import Role, has_role
from simulations.agreements.engine import shelf
from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.confirming import (
    Signature,
    SignedYear,
    Stands,
    Statement,
    has_same_days,
    signed_year,
    year_statement,
)
from simulations.agreements.engine.packs import Pack
from simulations.agreements.models import Confirmation
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


def tables_of(key: str) -> tuple[YearTable, ...]:
    """The years behind one table."""
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


def using_table(key: str) -> tuple[Citation, ...]:
    """Cases that name a table among those they count with; a lesson asks for its days when it is read."""
    return tuple(found for found in citations(frozenset({key})) if found.where.startswith("calendars["))


def may_confirm(user: Any, jurisdiction: str) -> bool:
    """Administrators, and coordinators whose role holds for the whole State."""
    return has_role(user, Role.ADMINISTRATOR, Role.COORDINATOR, jurisdiction=jurisdiction.partition("-")[0])


def may_confirm_values(user: Any, pack: Pack) -> bool:
    """Those of either side; law that stands above the agreements belongs to no side."""
    sides = (pack.requested, *pack.requesting) if pack.kind == "agreement" else ()
    return has_role(user, Role.ADMINISTRATOR) or any(may_confirm(user, code) for code in sides)


def signed(years: Iterable[YearTable]) -> tuple[SignedYear, ...]:
    """Each table with who stands for exactly these days, in one query."""
    tables = tuple(years)
    found = stands(year_statement(year) for year in tables)
    return tuple(signed_year(year, found[year_statement(year).subject]) for year in tables)


def stands(statements: Iterable[Statement]) -> dict[str, Stands]:
    """By subject, who stands for exactly this, in one query for all."""
    wanted = {one.subject: one.digest for one in statements}
    rows: dict[str, list[Confirmation]] = {subject: [] for subject in wanted}
    for row in standing(wanted):
        rows[row.subject].append(row)
    return {subject: _stands(digest, rows[subject]) for subject, digest in wanted.items()}


def standing(subjects: Iterable[str]) -> QuerySet[Confirmation]:
    """Confirmations that nobody took back, oldest first."""
    return Confirmation.objects.filter(subject__in=tuple(subjects), takes_back=None, taken_back=None).order_by("pk")


def signed_history(subjects: Iterable[str]) -> QuerySet[Confirmation]:
    """Everything that was ever signed or taken back, newest first."""
    return Confirmation.objects.filter(subject__in=tuple(subjects)).order_by("-pk")


def _stands(digest: str, rows: list[Confirmation]) -> Stands:
    if now := next((row for row in rows if row.digest == digest), None):
        return Stands(_signature(now))
    return Stands(None, _signature(rows[-1]), rows[-1].content) if rows else Stands()


def _signature(row: Confirmation) -> Signature:
    on = timezone.localtime(row.at).date().isoformat()
    return Signature(row.name or row.office, row.office, on, row.compared_with)


def with_signatures(calendars: Mapping[str, DayTable]) -> dict[str, DayTable]:
    """Tables as a published case freezes them: confirmed by an office where each of their years is, name left out."""
    behind = {key: tables_of(key) for key in calendars}
    found = iter(signed(year for years in behind.values() for year in years))
    return {key: _with_offices(table, tuple(islice(found, len(behind[key])))) for key, table in calendars.items()}


def _with_offices(table: DayTable, years: tuple[SignedYear, ...]) -> DayTable:
    """A table that is not what the files say today was signed by nobody."""
    offices = [year.signature.office for year in years if year.signature and has_same_days(table, year.table)]
    if not years or len(offices) < len(years):
        return table
    return replace(table, confirmed_by=", ".join(dict.fromkeys(offices)))
