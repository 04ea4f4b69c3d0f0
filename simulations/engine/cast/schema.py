"""What the author allows: who is drawn, within which bounds, and who they are by default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

KINDS = ("person", "paper", "place", "date")
SEXES = {"m": "M", "f": "F"}


@dataclass(frozen=True, slots=True)
class Days:
    """Dates to draw from. With `day_at_most` of 12 or less the day also differs from the month, so that the two can
    be swapped and the swapped date is another one."""

    first: date
    last: date
    day_at_most: int = 31

    @property
    def can_be_swapped(self) -> bool:
        return self.day_at_most <= 12

    def allows(self, day: date) -> bool:
        inside = self.first <= day <= self.last and day.day <= self.day_at_most
        return inside and not (self.can_be_swapped and day.day == day.month)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something that is drawn.

    A person has names, a birth, a place and a number; a paper has a number and two dates; a place and a date are one.
    """

    key: str
    kind: str
    script: str = ""
    sex: str = ""  # M or F
    family: str = ""  # the member whose surname it shares
    days: Days | None = None  # born, or expires, or issued, or the date itself
    counts_from: str = "expires"  # which end of a paper's life `days` is about
    years: int = 0
    number: str = ""  # each # is a digit
    default: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cast:
    """`on` is the first day of the case: ages are counted on it."""

    on: date = date.min
    members: Mapping[str, Member] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.members)


NOBODY = Cast()
