"""Day tables as files: seeded from a holiday library, confirmed by a person, then read as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from simulations.agreements.engine.files import day_keys, iso_day, opened, refuse_if_wrong, words
from simulations.engine.calendar import DayTable
from simulations.engine.reader import Place
from simulations.engine.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class YearTable:
    """The closed days of one jurisdiction in one year. `also` are days free for one community only."""

    table: DayTable
    seeded_with: str
    confirmed_by: str = ""
    confirmed_on: str = ""
    note: Text = NO_TEXT
    also: Mapping[str, Mapping[date, str]] = field(default_factory=dict)

    @property
    def year(self) -> int:
        return self.table.first.year

    def with_community(self, name: str) -> DayTable:
        """The days of everybody and of this community as a table of its own."""
        closed = dict(self.table.closed)
        for day, reason in self.also.get(name, {}).items():
            closed[day] = f"{closed[day]}; {reason}" if day in closed else reason
        key = f"{self.table.jurisdiction}-{name}"
        return DayTable(key, self.table.first, self.table.last, dict(sorted(closed.items())), self.confirmed_by)


def read_table(path: Path) -> YearTable:
    place = opened(path)
    keys = ("jurisdiction", "first", "last", "seeded_with", "confirmed_by", "confirmed_on", "note")
    place.only(*keys, "closed", "also_closed")
    found = YearTable(
        table=DayTable(
            jurisdiction=place.get("jurisdiction").word(),
            first=place.get("first").date(),
            last=place.get("last").date(),
            closed=day_keys(place.get("closed")),
            confirmed_by=place.get("confirmed_by").word(""),
        ),
        seeded_with=place.get("seeded_with").word(),
        confirmed_by=place.get("confirmed_by").word(""),
        confirmed_on=iso_day(place.get("confirmed_on")),
        note=words(place.get("note"), required=False),
        also={name: day_keys(item) for name, item in place.get("also_closed").entries()},
    )
    _check(place, found)
    refuse_if_wrong(path, place)
    return found


def _check(place: Place, found: YearTable) -> None:
    table = found.table
    if table.first.year != table.last.year or table.first > table.last:
        place.get("last").problem("span", "a table covers one year, from its first day to its last")
    if bool(found.confirmed_by) != bool(found.confirmed_on):
        place.get("confirmed_by").problem("unsigned", "a table is confirmed by a person on a day, or not at all")
    for name, closed in {"closed": table.closed, **found.also}.items():
        for day in closed:
            if not table.covers(day):
                place.get("closed").problem("span", f"{name}: {day} lies outside the table")


def table_as_yaml(
    jurisdiction: str,
    year: int,
    closed: Mapping[date, str],
    *,
    seeded_with: str,
    also: Mapping[str, Mapping[date, str]] | None = None,
    note: Mapping[str, str] | None = None,
) -> str:
    """A file a person can read, correct and confirm by putting a name and a day in it."""
    lines = [
        "# A person confirms each day, then writes a name under confirmed_by and the day under confirmed_on.",
        f"jurisdiction: {jurisdiction}",
        f"first: {year}-01-01",
        f"last: {year}-12-31",
        f"seeded_with: {seeded_with}",
        "confirmed_by: null",
        "confirmed_on: null",
        *(["note:"] if note else []),
        *(f"  {locale}: {_quoted(said)}" for locale, said in (note or {}).items()),
        "closed:",
        *_days(closed, "  "),
    ]
    if also:
        lines.append("also_closed:")
    for name, days in (also or {}).items():
        lines += [f"  {name}:" if days else f"  {name}: {{}}", *_days(days, "    ")]
    return "\n".join(lines) + "\n"


def _days(closed: Mapping[date, str], indent: str) -> list[str]:
    return [f"{indent}{day.isoformat()}: {_quoted(closed[day])}" for day in sorted(closed)]


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
