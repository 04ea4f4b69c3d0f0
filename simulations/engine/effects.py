"""What an act, a message, a clock or an inject does: the six effects a case can have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True, slots=True)
class Delay:
    """When something sent now arrives: after minutes, on the n-th open day of a calendar, or at a moment."""

    minutes: int = 0
    open_days: int = 0
    calendar: str = ""
    at: time | None = None
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetFact:
    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Receive:
    document: str


@dataclass(frozen=True, slots=True)
class Send:
    """A message that will reach the desk after its delay."""

    message: str
    delay: Delay = Delay()


@dataclass(frozen=True, slots=True)
class StartClock:
    deadline: str


@dataclass(frozen=True, slots=True)
class StopClock:
    deadline: str


@dataclass(frozen=True, slots=True)
class ExtendClock:
    deadline: str


Effect = SetFact | Receive | Send | StartClock | StopClock | ExtendClock
