"""Structured conditions: typed atoms under all, any and none. Never a text expression, never eval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulations.engine.scenario import Scenario
    from simulations.engine.state import State

NO_INPUTS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class NoneOf:
    parts: tuple[Condition, ...] = ()


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


Atom = (
    FactIs
    | InputIs
    | InputHas
    | InputGiven
    | InputDate
    | InputOpen
    | ActDone
    | CountDone
    | DocumentIs
    | DeadlineIs
    | DaysLeft
    | DateFrom
    | DateUntil
)
Condition = All | AnyOf | NoneOf | Atom
ALWAYS = All()
NEVER = AnyOf()
DOCUMENT_STAGES = ("here", "read", "inspected")
DEADLINE_STATUSES = ("not_started", "running", "contested", "expired", "stopped", "extended")
DATE_LIES = ("within_readings", "working_days", "in_time", "too_late", "not_ahead")


def holds(condition: Condition, scenario: Scenario, state: State, inputs: Mapping[str, Any] = NO_INPUTS) -> bool:
    """Whether the condition is true now; `inputs` are those of the act being decided."""
    return _TESTS[type(condition)](condition, scenario, state, inputs)


def _date_lies(c: InputDate, _: Scenario, state: State, inputs: Mapping[str, Any]) -> bool:
    clock = state.clocks.get(c.deadline)
    day = _day(inputs, c.input)
    if day is None:
        return False
    if c.lies == "not_ahead":
        return day <= state.now.date()
    if clock is None:
        return False
    if c.lies == "within_readings":
        return clock.earliest <= day <= clock.latest
    if c.lies == "working_days":
        return day == clock.in_working_days
    if c.lies == "in_time":
        return day <= clock.earliest
    return day > clock.latest


def _open(c: InputOpen, scenario: Scenario, _: State, inputs: Mapping[str, Any]) -> bool:
    day = _day(inputs, c.input)
    return day is not None and scenario.calendars[c.calendar].is_open(day)


def _day(inputs: Mapping[str, Any], key: str) -> date | None:
    try:
        return date.fromisoformat(inputs.get(key, ""))
    except (TypeError, ValueError):
        return None


def _input_word(inputs: Mapping[str, Any], key: str) -> str | None:
    name, _, row = key.partition(".")
    value = inputs.get(name)
    if row and isinstance(value, Mapping):
        value = value.get(row)
    return value if isinstance(value, str) else None


def _deadline(c: DeadlineIs, _: Scenario, state: State, __: Mapping[str, Any]) -> bool:
    clock = state.clocks.get(c.deadline)
    if clock is None:
        return "not_started" in c.statuses
    return clock.status in c.statuses or (clock.extended and "extended" in c.statuses)


def _days_left(c: DaysLeft, _: Scenario, state: State, __: Mapping[str, Any]) -> bool:
    clock = state.clocks.get(c.deadline)
    return clock is not None and (clock.earliest - state.now.date()).days <= c.at_most


def _document(c: DocumentIs, _: Scenario, state: State, __: Mapping[str, Any]) -> bool:
    stage = state.documents.get(c.document)
    return stage is not None and DOCUMENT_STAGES.index(stage) >= DOCUMENT_STAGES.index(c.stage)


def _has(c: InputHas, _: Scenario, __: State, inputs: Mapping[str, Any]) -> bool:
    ticked = inputs.get(c.input)
    return isinstance(ticked, list | tuple) and len(c.values.intersection(ticked)) >= c.at_least


_Test = Callable[[Any, "Scenario", "State", Mapping[str, Any]], bool]
_TESTS: dict[type, _Test] = {
    All: lambda c, sc, st, i: all(holds(part, sc, st, i) for part in c.parts),
    AnyOf: lambda c, sc, st, i: any(holds(part, sc, st, i) for part in c.parts),
    NoneOf: lambda c, sc, st, i: not any(holds(part, sc, st, i) for part in c.parts),
    FactIs: lambda c, sc, st, i: st.facts.get(c.fact) in c.values,
    InputIs: lambda c, sc, st, i: _input_word(i, c.input) in c.values,
    InputHas: _has,
    InputGiven: lambda c, sc, st, i: bool(i.get(c.input)),
    InputDate: _date_lies,
    InputOpen: _open,
    ActDone: lambda c, sc, st, i: len(st.done.get(c.act, ())) >= c.at_least,
    CountDone: lambda c, sc, st, i: sum(1 for act in c.acts if act in st.done) >= c.at_least,
    DocumentIs: _document,
    DeadlineIs: _deadline,
    DaysLeft: _days_left,
    DateFrom: lambda c, sc, st, i: st.now.date() >= c.day,
    DateUntil: lambda c, sc, st, i: st.now.date() <= c.day,
}


def atoms(condition: Condition) -> Iterator[Atom]:
    """Every atom of the condition, in reading order: its read-set."""
    if isinstance(condition, All | AnyOf | NoneOf):
        for part in condition.parts:
            yield from atoms(part)
    else:
        yield condition
