"""A condition read aloud, with the names its author gave things."""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine import atoms
from simulations.engine.conditions import All, AnyOf, Condition, NoneOf
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
        case _:
            return _of_run(scenario, condition) or _of_input(condition)


def _of_run(scenario: Scenario, atom: Condition) -> str:
    match atom:
        case atoms.FactIs(fact, values):
            return f"{_named(scenario.facts[fact].text, fact)} is {_either(values)}"
        case atoms.ActDone(act, at_least):
            done = f"“{_named(scenario.acts[act].label, act)}” was done"
            return done if at_least == 1 else f"{done} {at_least} times"
        case atoms.CountDone(acts, at_least):
            names = ", ".join(f"“{_named(scenario.acts[act].label, act)}”" for act in acts)
            return f"at least {at_least} of {names} were done"
        case atoms.DocumentIs(document, stage):
            return f"“{_named(scenario.documents[document].title, document)}” is {stage}"
        case atoms.DeadlineIs(deadline, statuses):
            return f"the clock “{_named(scenario.deadlines[deadline].title, deadline)}” is {_either(statuses)}"
        case atoms.DaysLeft(deadline, at_most):
            title = _named(scenario.deadlines[deadline].title, deadline)
            return f"at most {at_most} days are left of “{title}”"
        case atoms.DateFrom(day):
            return f"it is {day} or later"
        case atoms.DateUntil(day):
            return f"it is {day} or earlier"
        case atoms.Asked(act, questions, manners, at_least):
            return _asked(_named(scenario.acts[act].label, act), questions, manners, at_least)
        case atoms.InjectIs(inject, statuses):
            return f"“{_named(scenario.injects[inject].title, inject)}” is {_either(statuses)}"
        case atoms.CounterpartIs(person, styles):
            return f"{_named(scenario.people[person].name, person)} is {_either(styles)}"
        case _:
            return ""


def _asked(interview: str, questions: Iterable[str], manners: Iterable[str], at_least: int) -> str:
    manner = f" {_either(manners)}" if manners else ""
    which = f" of {_either(questions)}" if questions else ""
    return f"at least {at_least}{manner} question{'s' * (at_least != 1)}{which} asked in “{interview}”"


def _of_input(atom: Condition) -> str:
    match atom:
        case atoms.InputIs(key, values):
            return f"“{key}” was answered {_either(values)}"
        case atoms.InputHas(key, values, at_least):
            return f"at least {at_least} of {_either(values)} was ticked in “{key}”"
        case atoms.InputGiven(key):
            return f"“{key}” was filled in"
        case atoms.InputDate(key, deadline, lies):
            return f"the date “{key}” is {_LIES[lies]}{f' of {deadline}' if deadline else ''}"
        case atoms.InputOpen(key, calendar):
            return f"the date “{key}” is an open day in {calendar}"
        case atoms.InputFirst(key, values):
            return f"{_either(values)} stands first in “{key}”"
        case atoms.InputOrder(key, values):
            return f"“{key}” has {' before '.join(values)}"
        case atoms.InputCount(key, values, at_least, at_most):
            most = "" if at_most is None else f" and at most {at_most}"
            return f"at least {at_least}{most} fields of “{key}” are {_either(values)}"
        case atoms.MarksFound(key, at_least, places, every):
            among = f" among {', '.join(places)}" if places else ""
            return f"{'all' if every else f'at least {at_least}'} odd places{among} were found in “{key}”"
        case atoms.MarksFalse(key, at_least):
            return f"at least {at_least} marks in “{key}” are false"
        case _:
            return ""


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
