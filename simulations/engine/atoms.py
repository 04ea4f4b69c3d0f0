"""The typed atoms of conditions: each asks one thing of the case, of the run, or of what was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DOCUMENT_STAGES = ("here", "read", "inspected")
DEADLINE_STATUSES = ("not_started", "running", "contested", "expired", "stopped", "extended")
DATE_LIES = ("within_readings", "working_days", "in_time", "too_late", "not_ahead")
INJECT_STATUSES = ("fired", "met", "missed")


@dataclass(frozen=True, slots=True)
class FactIs:
    fact: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class InputIs:
    """The value of a choice, or of one row of a table (`key.row`), is one of these."""

    input: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class InputHas:
    """At least so many of these options were ticked."""

    input: str
    values: frozenset[str]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class InputGiven:
    input: str


@dataclass(frozen=True, slots=True)
class InputDate:
    """Where a date that was typed lies against a running clock.

    `within_readings`: on one of the readings' span; `working_days`: what counting working days would give;
    `in_time`: not later than the earliest reading; `too_late`: after the latest reading; `not_ahead`: today or
    before, whatever the clocks say.
    """

    input: str
    deadline: str
    lies: str


@dataclass(frozen=True, slots=True)
class InputOpen:
    """The date that was typed is an open day of this office."""

    input: str
    calendar: str


@dataclass(frozen=True, slots=True)
class ActDone:
    act: str
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class CountDone:
    acts: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class DocumentIs:
    """`here`, `read` or `inspected`; a later stage includes the earlier ones."""

    document: str
    stage: str


@dataclass(frozen=True, slots=True)
class DeadlineIs:
    deadline: str
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """At most so many days until the earliest reading, today counted as zero on that day."""

    deadline: str
    at_most: int


@dataclass(frozen=True, slots=True)
class DateFrom:
    day: date


@dataclass(frozen=True, slots=True)
class DateUntil:
    day: date


@dataclass(frozen=True, slots=True)
class InputFirst:
    """One of these was put first."""

    input: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class InputOrder:
    """These were put in this order, whatever stands between them."""

    input: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputCount:
    """So many fields of a form were judged to be one of these."""

    input: str
    values: frozenset[str]
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class MarksFound:
    """So many odd places were found, among `places` where some are named; `every`: none of them was missed."""

    input: str
    at_least: int = 0
    places: tuple[str, ...] = ()
    every: bool = False


@dataclass(frozen=True, slots=True)
class MarksFalse:
    """So many marks say something that is not so."""

    input: str
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """So many questions of an interview were asked: of these, of these manners, or any."""

    act: str
    questions: frozenset[str] = frozenset()
    manners: frozenset[str] = frozenset()
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class InjectIs:
    """`fired`, or what it expected was `met` or `missed`."""

    inject: str
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class CounterpartIs:
    person: str
    styles: frozenset[str]
