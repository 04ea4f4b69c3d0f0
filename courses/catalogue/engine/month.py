"""The weeks around a time limit, day by day: what each day means, not how it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

DayKind = Literal["start", "run", "due", "ext", "off"]


@dataclass(frozen=True)
class Limit:
    """`in_time_by` is right on every reading; from `earliest` to `latest` the readings differ."""

    received: date
    in_time_by: date
    earliest: date
    latest: date


def weeks(limit: Limit) -> Iterator[tuple[date, ...]]:
    """Whole weeks, Monday first, from the day of receipt to the latest reading."""
    monday = limit.received - timedelta(days=limit.received.weekday())
    while monday <= limit.latest:
        yield tuple(monday + timedelta(days=n) for n in range(7))
        monday += timedelta(days=7)


def kind_of(day: date, limit: Limit) -> DayKind:
    if day == limit.received:
        return "start"
    if day == limit.in_time_by:
        return "due"
    if limit.earliest <= day <= limit.latest:
        return "ext"
    return "run" if limit.received < day < limit.earliest else "off"
