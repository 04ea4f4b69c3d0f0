"""The tables of closed days as pages: all of them, and one place with its days, pictures and signatures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.confirming import Change, SignedYear, changes, year_statement
from simulations.agreements.models import Confirmation
from simulations.agreements.screens.months import Month, year_months
from simulations.agreements.words import COMMUNITIES, closed_day, place

SATURDAY = 5


@dataclass(frozen=True)
class Line:
    """One place of the list; a part of a State stands below it."""

    key: str
    name: str
    is_part: bool
    years: tuple[SignedYear, ...]


@dataclass(frozen=True)
class ClosedDay:
    day: date
    name: str


@dataclass(frozen=True)
class Community:
    name: str
    days: tuple[ClosedDay, ...]


@dataclass(frozen=True)
class YearPage:
    signed: SignedYear
    days: tuple[ClosedDay, ...]
    communities: tuple[Community, ...]
    months: tuple[Month, ...]
    changes: tuple[Change, ...]

    @property
    def year(self) -> int:
        return self.signed.year

    @property
    def count(self) -> int:
        """Of all days that are signed, those of communities with them."""
        return len(self.days) + sum(len(one.days) for one in self.communities)


@dataclass(frozen=True)
class DifferenceRow:
    day: date
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PlacePage:
    key: str
    code: str
    name: str
    years: tuple[YearPage, ...]
    sides: tuple[str, ...]
    differences: tuple[DifferenceRow, ...]
    history: tuple[Confirmation, ...]


def lines() -> tuple[Line, ...]:
    """By name, the parts of a State below it."""
    signed: dict[str, list[SignedYear]] = {}
    for one in queries.signed(shelf.year_tables()):
        signed.setdefault(one.table.table.jurisdiction, []).append(one)
    found = [Line(key.lower(), place(key), "-" in key, tuple(years)) for key, years in signed.items()]
    return tuple(sorted(found, key=lambda line: (place(line.key[:2].upper()), line.is_part, line.name)))


def tables(key: str) -> tuple[YearTable, ...]:
    """The years of a place by the key in its address; empty for an unknown one."""
    return tuple(year for year in shelf.year_tables() if year.table.jurisdiction.lower() == key)


def page(key: str) -> PlacePage:
    found = tables(key)
    code = found[0].table.jurisdiction
    related = _related(code)
    return PlacePage(
        key=key,
        code=code,
        name=place(code),
        years=tuple(year_page(one) for one in queries.signed(found)),
        sides=tuple(place(each) for each in related),
        differences=tuple(_differences(related)),
        history=tuple(queries.signed_history(year_statement(year).subject for year in found)),
    )


def year_page(signed: SignedYear) -> YearPage:
    year = signed.table
    also = (Community(str(COMMUNITIES[name]), _days(days.items())) for name, days in year.also.items())
    days, months = _days(year.table.closed.items()), year_months(year.table)
    return YearPage(signed, days, tuple(also), months, spoken(signed.changes))


def changed_days(shown: str, year: YearTable) -> tuple[Change, ...]:
    """What is not as it was shown; nothing where it was never shown at all."""
    try:
        return spoken(changes(shown, year_statement(year).content))
    except ValueError:
        return ()


def spoken(found: Iterable[Change]) -> tuple[Change, ...]:
    """In the language of the page."""
    named = {"": "", **COMMUNITIES}
    return tuple(Change(c.day, _said(c.before), _said(c.after), str(named.get(c.community, ""))) for c in found)


def _related(code: str) -> tuple[str, ...]:
    """A State with its parts, where it has tables of parts."""
    state = code.partition("-")[0]
    keys = dict.fromkeys(year.table.jurisdiction for year in shelf.year_tables())
    found = tuple(key for key in keys if key == state or key.startswith(f"{state}-"))
    return found if len(found) > 1 else ()


def _differences(keys: tuple[str, ...]) -> Iterable[DifferenceRow]:
    """Days on which one side works and another does not: another name is no difference, and a weekend is none."""
    closed = {key: shelf.calendars()[key].closed for key in keys}
    for day in sorted({day for days in closed.values() for day in days}):
        if day.weekday() < SATURDAY and any(day not in days for days in closed.values()):
            yield DifferenceRow(day, tuple((place(key), _said(closed[key].get(day, ""))) for key in keys))


def _days(closed: Iterable[tuple[date, str]]) -> tuple[ClosedDay, ...]:
    return tuple(ClosedDay(day, _said(name)) for day, name in sorted(closed))


def _said(name: str) -> str:
    return ", ".join(closed_day(one) for one in name.split("; ")) if name else ""
