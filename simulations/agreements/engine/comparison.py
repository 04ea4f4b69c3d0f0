"""Where a day table and the holiday library differ, day by day. A difference is for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.library_days import Days


def differences(year: YearTable, library: Days) -> tuple[str, ...]:
    """One line for each day, in words; empty where both agree."""
    lines = list(_between("", year.table.closed, library.closed))
    for name in sorted({*year.also, *library.also}):
        lines += _between(f"{name}: ", year.also.get(name, {}), library.also.get(name, {}))
    return tuple(lines)


def _between(prefix: str, ours: Mapping[date, str], theirs: Mapping[date, str]) -> Iterator[str]:
    for day in sorted({*ours, *theirs}):
        if day not in theirs:
            yield f"{prefix}{day} {ours[day]}: only in the table"
        elif day not in ours:
            yield f"{prefix}{day} {theirs[day]}: only in the library"
        elif ours[day] != theirs[day]:
            yield f"{prefix}{day} {ours[day]}: the library says {theirs[day]}"
