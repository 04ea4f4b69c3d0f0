"""What a case takes from outside and freezes: legal values with their marks, and day tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simulations.engine.calendar import DayTable
from simulations.engine.text import NO_TEXT, Text


class Mark(StrEnum):
    """How far a legal value may be trusted; worse comes later."""

    PRINCIPLE = "principle"
    REVIEWED = "reviewed"
    SOURCED = "sourced"
    ASSUMPTION = "assumption"
    GENERAL = "GK"
    GENERAL_UNSURE = "GK?"
    ABSENT = "absent"

    @property
    def decides(self) -> bool:
        """May be part of pass or fail, and may be critical."""
        return self in (Mark.PRINCIPLE, Mark.REVIEWED)

    @property
    def scores(self) -> bool:
        """Earns points that are shown, though they may decide nothing."""
        return self.decides or self is Mark.SOURCED


_TRUST = tuple(Mark)


def worst(marks: Iterable[Mark]) -> Mark:
    """The least trusted of the marks; nothing legal involved counts as a principle."""
    return max(marks, key=_TRUST.index, default=Mark.PRINCIPLE)


UNITS = ("calendar_days", "working_days", "months", "none")


@dataclass(frozen=True, slots=True)
class Value:
    """One legal value of an agreement pack; `number` is None for a rule or an absent value."""

    token: str
    text: Text
    mark: Mark
    number: int | None = None
    unit: str = "none"
    source: str = ""
    article: str = ""
    source_url: str = ""
    note: Text = NO_TEXT
    reviewed_by: str = ""
    reviewed_on: str = ""
    valid_from: str = ""  # ISO days; empty where the source names none
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    values: Mapping[str, Value] = field(default_factory=dict)
    calendars: Mapping[str, DayTable] = field(default_factory=dict)
