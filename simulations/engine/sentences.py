"""A condition read aloud, with the names its author gave things."""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.conditions import (
    ActDone,
    All,
    AnyOf,
    Condition,
    CountDone,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InputDate,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    NoneOf,
)
from simulations.engine.scenario import Scenario
from simulations.engine.text import Text


def sentence(scenario: Scenario, condition: Condition) -> str:
    """In the source language; the author's words stay as they are."""
    match condition:
        case All(()):
            return "always"
        case All(parts):
            return " and ".join(_inside(scenario, part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_inside(scenario, part) for part in parts)
        case NoneOf(parts):
            return "none of this: " + "; ".join(_inside(scenario, part) for part in parts)
        case FactIs(fact, values):
            return f"{_named(scenario.facts[fact].text, fact)} is {_either(values)}"
        case InputIs(key, values):
            return f"“{key}” was answered {_either(values)}"
        case InputHas(key, values, at_least):
            return f"at least {at_least} of {_either(values)} was ticked in “{key}”"
        case InputGiven(key):
            return f"“{key}” was filled in"
        case InputDate(key, deadline, lies):
            return f"the date “{key}” is {_LIES[lies]}{f' of {deadline}' if deadline else ''}"
        case InputOpen(key, calendar):
            return f"the date “{key}” is an open day in {calendar}"
        case ActDone(act, at_least):
            done = f"“{_named(scenario.acts[act].label, act)}” was done"
            return done if at_least == 1 else f"{done} {at_least} times"
        case CountDone(acts, at_least):
            names = ", ".join(f"“{_named(scenario.acts[act].label, act)}”" for act in acts)
            return f"at least {at_least} of {names} were done"
        case DocumentIs(document, stage):
            return f"“{_named(scenario.documents[document].title, document)}” is {stage}"
        case DeadlineIs(deadline, statuses):
            return f"the clock “{_named(scenario.deadlines[deadline].title, deadline)}” is {_either(statuses)}"
        case DaysLeft(deadline, at_most):
            title = _named(scenario.deadlines[deadline].title, deadline)
            return f"at most {at_most} days are left of “{title}”"
        case DateFrom(day):
            return f"it is {day} or later"
        case DateUntil(day):
            return f"it is {day} or earlier"


_LIES = {
    "within_readings": "on a reading",
    "working_days": "what working days would give",
    "in_time": "in time on every reading",
    "too_late": "after the latest reading",
    "not_ahead": "today or before",
}


def _inside(scenario: Scenario, part: Condition) -> str:
    words = sentence(scenario, part)
    return f"({words})" if isinstance(part, All | AnyOf | NoneOf) and part.parts else words


def _either(values: Iterable[str]) -> str:
    return " or ".join(sorted(values))


def _named(text: Text, key: str) -> str:
    return text.say() or key
