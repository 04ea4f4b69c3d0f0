"""Structured conditions: typed atoms under all, any and none. Never a text expression, never eval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from simulations.engine.atoms import (
    DOCUMENT_STAGES,
    ActDone,
    Asked,
    CountDone,
    CounterpartIs,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InjectIs,
    InputCount,
    InputDate,
    InputFirst,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    InputOrder,
    MarksFalse,
    MarksFound,
)

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


Atom = (
    FactIs
    | InputIs
    | InputHas
    | InputGiven
    | InputDate
    | InputOpen
    | InputFirst
    | InputOrder
    | InputCount
    | MarksFound
    | MarksFalse
    | ActDone
    | CountDone
    | DocumentIs
    | DeadlineIs
    | DaysLeft
    | DateFrom
    | DateUntil
    | Asked
    | InjectIs
    | CounterpartIs
)
Condition = All | AnyOf | NoneOf | Atom
ALWAYS = All()
NEVER = AnyOf()


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
    return len(c.values.intersection(_list(inputs, c.input))) >= c.at_least


def _order(c: InputOrder, _: Scenario, __: State, inputs: Mapping[str, Any]) -> bool:
    put = [key for key in _list(inputs, c.input) if key in c.values]
    return put == list(c.values)


def _count(c: InputCount, _: Scenario, __: State, inputs: Mapping[str, Any]) -> bool:
    judged = inputs.get(c.input)
    if not isinstance(judged, Mapping):
        return False
    number = sum(1 for word in judged.values() if word in c.values)
    return c.at_least <= number and (c.at_most is None or number <= c.at_most)


def _found(c: MarksFound, _: Scenario, __: State, inputs: Mapping[str, Any]) -> bool:
    judged = inputs.get(c.input)
    if not isinstance(judged, Mapping):
        return False
    found, missed = (
        [place for place in judged.get(part, ()) if not c.places or place in c.places] for part in ("found", "missed")
    )
    return not missed if c.every else len(found) >= c.at_least


def _false_marks(c: MarksFalse, _: Scenario, __: State, inputs: Mapping[str, Any]) -> bool:
    judged = inputs.get(c.input)
    return isinstance(judged, Mapping) and len(judged.get("wrong", ())) >= c.at_least


def _asked(c: Asked, scenario: Scenario, state: State, _: Mapping[str, Any]) -> bool:
    asked = state.asked.get(c.act, ())
    if c.questions:
        asked = tuple(key for key in asked if key in c.questions)
    if c.manners:
        questions = scenario.acts[c.act].questions
        asked = tuple(key for key in asked if key in questions and questions[key].manner in c.manners)
    return len(asked) >= c.at_least


def _inject(c: InjectIs, _: Scenario, state: State, __: Mapping[str, Any]) -> bool:
    if "fired" in c.statuses and c.inject in state.injects:
        return True
    duty = state.duties.get(f"injects.{c.inject}")
    return duty is not None and duty.status in c.statuses


def _list(inputs: Mapping[str, Any], key: str) -> list[str] | tuple[str, ...]:
    value = inputs.get(key)
    return value if isinstance(value, list | tuple) else ()


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
    InputFirst: lambda c, sc, st, i: bool(put := _list(i, c.input)) and put[0] in c.values,
    InputOrder: _order,
    InputCount: _count,
    MarksFound: _found,
    MarksFalse: _false_marks,
    ActDone: lambda c, sc, st, i: len(st.done.get(c.act, ())) >= c.at_least,
    CountDone: lambda c, sc, st, i: sum(1 for act in c.acts if act in st.done) >= c.at_least,
    DocumentIs: _document,
    DeadlineIs: _deadline,
    DaysLeft: _days_left,
    DateFrom: lambda c, sc, st, i: st.now.date() >= c.day,
    DateUntil: lambda c, sc, st, i: st.now.date() <= c.day,
    Asked: _asked,
    InjectIs: _inject,
    CounterpartIs: lambda c, sc, st, i: st.styles.get(c.person) in c.styles,
}


def atoms(condition: Condition) -> Iterator[Atom]:
    """Every atom of the condition, in reading order: its read-set."""
    if isinstance(condition, All | AnyOf | NoneOf):
        for part in condition.parts:
            yield from atoms(part)
    else:
        yield condition
