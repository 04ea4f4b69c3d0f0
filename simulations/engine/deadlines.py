"""When a limit ends, on every reading of the text, with each day explained.

The agreements say how long, and rarely how to count. Three questions stay open and are shown as
assumptions: is the day of receipt counted, does a limit that ends on a closed day roll over, and whose days
count, for rolling over and for a limit in working days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

from simulations.engine.calendar import ONE_DAY, DayTable, add_months, days
from simulations.engine.reference import Mark, Value, worst

ROLL_OVERS = ("none", "requested", "requesting")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the text.

    `extension_from` says where the extra days start: at the `last_day` of the first limit or at its `moved` end;
    `working_days_of` whose working days are counted, nobody's where the limit knows none.
    """

    receipt_counted: bool
    roll_over: str  # none, requested, requesting
    due: date
    extension_from: str = ""
    working_days_of: str = ""  # requested, requesting


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the count: `number` is None where it was skipped or not counted, `why` says so."""

    day: date
    number: int | None
    why: tuple[str, ...]
    is_due: bool
    requested_closed: tuple[str, ...]
    requesting_closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All readings of one limit. `in_time_by`: out by then is in time on every reading."""

    received: date
    value: Value
    extension: Value | None
    readings: tuple[Reading, ...]
    earliest: date
    default: date
    latest: date
    in_time_by: date
    in_working_days: date | None
    days: tuple[Day, ...]
    mark: Mark

    @property
    def has_safe_day(self) -> bool:
        """A short limit over closed days may leave no open day that is in time on every reading."""
        return self.in_time_by >= self.received


@dataclass(frozen=True, slots=True)
class DueDates:
    earliest: date
    default: date
    latest: date
    in_working_days: date | None


def due_dates(
    received: date, value: Value, requested: DayTable, requesting: DayTable, extension: Value | None = None
) -> DueDates:
    readings = _readings(received, value, requested, requesting, extension)
    every = [reading.due for reading in readings]
    return DueDates(
        earliest=min(every),
        default=_default(readings),
        latest=max(every),
        in_working_days=_in_working_days(received, value, requested, extension),
    )


def explain_deadline(
    received: date, value: Value, requested: DayTable, requesting: DayTable, extension: Value | None = None
) -> Explanation:
    """Every reading of a limit that runs from `received`, and each day with the reason it counts or not."""
    readings = _readings(received, value, requested, requesting, extension)
    dates = due_dates(received, value, requested, requesting, extension)
    marks = [value.mark] + ([extension.mark] if extension else [])
    return Explanation(
        received=received,
        value=value,
        extension=extension,
        readings=readings,
        earliest=dates.earliest,
        default=dates.default,
        latest=dates.latest,
        in_time_by=requested.open_on_or_before(dates.earliest),
        in_working_days=dates.in_working_days,
        days=_days(received, value, requested, requesting, dates, extension),
        mark=worst(marks),
    )


def _readings(
    received: date, value: Value, requested: DayTable, requesting: DayTable, extension: Value | None
) -> tuple[Reading, ...]:
    """All combinations, the shown default first."""
    tables = {"requested": requested, "requesting": requesting}
    in_working_days = "working_days" in (value.unit, extension.unit if extension else "")
    found = []
    for whose, counted in product(tables if in_working_days else [""], (False, True)):
        counts = tables.get(whose, requested)
        end = _count(received, value.number or 0, value.unit, counts, receipt_counted=counted)
        for roll in ("requested", "requesting", "none"):
            moves = tables.get(roll)
            for due, start in _with_extension(end, extension, moves, counts):
                found.append(Reading(counted, roll, moves.open_on_or_after(due) if moves else due, start, whose))
    return tuple(found)


def _with_extension(
    end: date, extension: Value | None, moves: DayTable | None, counts: DayTable
) -> tuple[tuple[date, str], ...]:
    """Whether the extra days run from the last counted day or from the moved end is open: both."""
    if extension is None:
        return ((end, ""),)
    starts = {"last_day": end}
    if moves and (moved := moves.open_on_or_after(end)) != end:
        starts = {"moved": moved, **starts}
    length, unit = extension.number or 0, extension.unit
    return tuple((_count(start, length, unit, counts, receipt_counted=False), name) for name, start in starts.items())


def _default(readings: tuple[Reading, ...]) -> date:
    """Receipt day not counted, roll-over to the next working day of the requested side."""
    return readings[0].due


def _count(start: date, length: int, unit: str, table: DayTable, *, receipt_counted: bool) -> date:
    if unit == "months":
        return add_months(start, length) - (ONE_DAY if receipt_counted else ONE_DAY * 0)
    if unit == "working_days":
        first_counts = receipt_counted and table.is_open(start)
        return table.after_open_days(start, length - (1 if first_counts else 0))
    return start + (length - (1 if receipt_counted else 0)) * ONE_DAY


def _in_working_days(received: date, value: Value, table: DayTable, extension: Value | None) -> date | None:
    """What a person gets who counts working days where the text counts calendar days."""
    if value.unit != "calendar_days":
        return None
    length = (value.number or 0) + ((extension.number or 0) if extension else 0)
    return table.after_open_days(received, length)


def _days(
    received: date,
    value: Value,
    requested: DayTable,
    requesting: DayTable,
    dates: DueDates,
    extension: Value | None,
) -> tuple[Day, ...]:
    """Counted by the default reading: the day of receipt is day zero."""
    last = max(dates.latest, dates.in_working_days or dates.latest)
    counted = _count(received, value.number or 0, value.unit, requested, receipt_counted=False)
    if extension:
        counted = _count(counted, extension.number or 0, extension.unit, requested, receipt_counted=False)
    rows, number = [], 0
    for day in days(received, last):
        closed = requested.reasons_closed(day)
        counts, why = _counts(day, received, counted, dates.default, value.unit, closed)
        number += counts
        rows.append(
            Day(
                day,
                number if counts else None,
                why,
                day == dates.default,
                closed,
                requesting.reasons_closed(day),
            )
        )
    return tuple(rows)


def _counts(
    day: date, received: date, counted: date, default: date, unit: str, closed: tuple[str, ...]
) -> tuple[bool, tuple[str, ...]]:
    if day == received:
        return False, ("received",)
    if day > counted:
        return False, (("rolled_over", *closed) if day < default else ())
    if unit == "working_days" and closed:
        return False, closed
    return True, ()
