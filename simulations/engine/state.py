"""Where a run stands: the fold of its log. A state is never changed, only replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

EMPTY_HEAD = "0" * 64


@dataclass(frozen=True, slots=True)
class Clock:
    """A legal clock in a run. `contested`: past the earliest reading, not past the latest."""

    status: str  # running, contested, expired, stopped
    started_on: date
    earliest: date
    default: date
    latest: date
    in_working_days: date | None = None
    extended: bool = False
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    due: datetime
    message: str


@dataclass(frozen=True, slots=True)
class Arrived:
    message: str
    at: datetime
    read: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that has to follow in time: what an inject expects, or what a safeguard demands.

    `until`: the moment from which it is too late.
    """

    status: str  # open, met, missed
    until: datetime


@dataclass(frozen=True, slots=True)
class State:
    seq: int = 0
    step: int = 0
    now: datetime = datetime.min  # noqa: DTZ901 - simulated time has no zone
    facts: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)  # key -> here, read, inspected
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    done: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)
    pending: tuple[Pending, ...] = ()
    inbox: tuple[Arrived, ...] = ()
    injects: frozenset[str] = frozenset()
    breaches: Mapping[str, int] = field(default_factory=dict)  # safeguard -> seq of the first
    risks: Mapping[str, int] = field(default_factory=dict)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # interview -> questions in order
    duties: Mapping[str, Duty] = field(default_factory=dict)  # injects.key or safeguards.key
    styles: Mapping[str, str] = field(default_factory=dict)  # counterpart -> the style of this run
    identity: Mapping[str, Any] = field(default_factory=dict)  # who the people of this run are; no condition reads it
    ending: str = ""
    head: str = EMPTY_HEAD

    @property
    def has_ended(self) -> bool:
        return bool(self.ending)

    @property
    def unread(self) -> int:
        return sum(1 for message in self.inbox if not message.read)
