"""What the variables of conditions may be: all that the case names, or all that can ever become true in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import combinations, permutations
from typing import Any

from simulations.engine import forms, marks
from simulations.engine.check.reach import Reach
from simulations.engine.conditions import DOCUMENT_STAGES, Condition
from simulations.engine.scenario import Act, Input, Scenario

MOST_MARKS = 40  # on one document
MOST_TO_ORDER, MOST_ODD = 6, 8  # whose orders, and whose sets, are looked through
Variable = tuple[Hashable, ...]
ELSEWHERE = "elsewhere"  # before a variable that is read in another course of things
_BOTH: tuple[Any, ...] = (True, False)
_LIVES = ("running", "contested", "expired", "stopped")


class TooWide(Exception):
    """The search was cut short; nothing is claimed."""


@dataclass(frozen=True, slots=True)
class World:
    """What the variables may be: everything the case names, or with `reach` what can ever become true."""

    scenario: Scenario
    acts: tuple[Act, ...] = ()  # whose inputs may be read
    reach: Reach | None = None
    days: tuple[int, ...] = field(default=())

    def domain(self, variable: Variable) -> tuple[Any, ...]:
        name = variable[1:] if variable[0] == ELSEWHERE else variable
        return _DOMAINS.get(str(name[0]), _either)(self, name)


def _either(_: World, __: Variable) -> tuple[Any, ...]:
    return _BOTH


def _facts(world: World, variable: Variable) -> tuple[Any, ...]:
    key = str(variable[1])
    values = world.scenario.facts[key].values
    return values if world.reach is None else tuple(value for value in values if value in world.reach.facts[key])


def _times_done(world: World, variable: Variable) -> tuple[Any, ...]:
    key = str(variable[1])
    if world.reach is not None and key not in world.reach.acts:
        return (0,)
    return (0, 1) if world.scenario.acts[key].once else (0, 1, 10**6)


def _stages(world: World, variable: Variable) -> tuple[Any, ...]:
    key = str(variable[1])
    missing = () if world.scenario.documents[key].at_start else (-1,)
    if world.reach is None:
        return (*missing, 0, 1, 2)
    if key not in world.reach.documents:
        return (-1,)
    return (*missing, *(n for n, stage in enumerate(DOCUMENT_STAGES) if world.reach.may_be(key, stage)))


def _clocks(world: World, variable: Variable) -> tuple[Any, ...]:
    key = str(variable[1])
    begins = world.scenario.deadlines[key].starts_at_begin
    known = set(_LIVES) | {"extended", "not_started"} if world.reach is None else world.reach.statuses[key]
    known = known - {"not_started"} if begins else known
    longer = (False, True) if "extended" in known else (False,)
    found = [(status, extended) for status in _LIVES if status in known for extended in longer]
    return (*found, ("not_started", False)) if "not_started" in known else tuple(found)


def _ordinals(world: World, _: Variable) -> tuple[Any, ...]:
    return world.days


def _answers(world: World, variable: Variable) -> tuple[Any, ...]:
    """Options of the choice or of a row's line, words of a form's field; nothing where it may stay empty."""
    name, _, row = str(variable[1]).partition(".")
    found = _inputs(world, name)
    if not found:
        return ("", None)
    fields = [world.scenario.forms[item.form].fields.get(row) for item in found if item.kind == "form"]
    if fields:
        return tuple(dict.fromkeys(word for field in fields if field for word in forms.possible(field)))
    must = len(world.acts) == 1 and any(item.required for item in found)
    options = {option.key: None for item in found for option in item.options if _offered(world, option.when)}
    return tuple(options) if must and (not row or found[0].kind == "table") else (*options, None)


def _inputs(world: World, name: str) -> list[Input]:
    return [item for act in world.acts for item in act.inputs if item.key == name]


def _offered(world: World, when: Condition) -> bool:
    return world.reach is None or world.reach.may_hold(when)


def _is_given(world: World, variable: Variable) -> tuple[Any, ...]:
    found = _inputs(world, str(variable[1]))
    must = len(world.acts) == 1 and any(item.required for item in found)
    return (True,) if must else _BOTH


def _ticked(world: World, variable: Variable) -> tuple[Any, ...]:
    options = [option for item in _inputs(world, str(variable[1])) for option in item.options]
    known = any(option.key == variable[2] and _offered(world, option.when) for option in options)
    return _BOTH if known or not options else (False,)


def _lies(world: World, variable: Variable) -> tuple[Any, ...]:
    if world.reach is not None and world.reach.statuses.get(str(variable[2])) == {"not_started"}:
        return ("",)
    return ("before", "earliest", "between", "after", "")


def _orders(world: World, variable: Variable) -> tuple[Any, ...]:
    """Every way to put the options in order, and nothing where it may be left."""
    found = _inputs(world, str(variable[1]))
    must = len(world.acts) == 1 and any(item.required for item in found)
    if any(len(item.options) > MOST_TO_ORDER for item in found):
        raise TooWide
    ways = [way for item in found for way in permutations(option.key for option in item.options)]
    return tuple(ways) if must else (*ways, ())


def _fields_judged(world: World, variable: Variable) -> tuple[Any, ...]:
    """How many fields can be judged by one of these words at all."""
    words = set(variable[2]) if isinstance(variable[2], tuple) else set()
    most = 0
    for item in _inputs(world, str(variable[1])):
        fields = world.scenario.forms[item.form].fields.values() if item.kind == "form" else ()
        most = max(most, sum(1 for field in fields if words & set(forms.possible(field))))
    return tuple(range(most + 1))


def _odd_found(world: World, variable: Variable) -> tuple[Any, ...]:
    """Every set of odd places that can be found on the document, with all that are odd there."""
    sheets = [
        frozenset(marks.odd_places(world.scenario.documents[item.document]))
        for item in _inputs(world, str(variable[1]))
        if item.kind == "marks"
    ]
    if any(len(odd) > MOST_ODD for odd in sheets):
        raise TooWide
    sets = [(frozenset(some), odd) for odd in sheets for n in range(len(odd) + 1) for some in combinations(odd, n)]
    return tuple(sets) or ((frozenset(), frozenset()),)


def _wrong_marks(_: World, __: Variable) -> tuple[Any, ...]:
    return tuple(range(MOST_MARKS + 1))


def _times_asked(world: World, variable: Variable) -> tuple[Any, ...]:
    act = world.scenario.acts[str(variable[1])]
    asked = set(variable[2]) if isinstance(variable[2], tuple) else set()
    manners = set(variable[3]) if isinstance(variable[3], tuple) else set()
    fits = [
        key
        for key, question in act.questions.items()
        if (not asked or key in asked) and (not manners or question.manner in manners)
    ]
    if world.reach is not None and act.key not in world.reach.acts:
        return (0,)
    return tuple(range(min(len(fits), act.limit) + 1))


def _injected(world: World, variable: Variable) -> tuple[Any, ...]:
    """Not yet, happened, and what became of what it expects."""
    key = str(variable[1])
    if world.reach is not None and key not in world.reach.injects:
        return ("",)
    return ("", "fired", "met", "missed") if world.scenario.injects[key].expects else ("", "fired")


def _answering(world: World, variable: Variable) -> tuple[Any, ...]:
    counterpart = world.scenario.counterparts.get(str(variable[1]))
    return tuple(counterpart.styles) if counterpart else (None,)


_DOMAINS: dict[str, Callable[[World, Variable], tuple[Any, ...]]] = {
    "fact": _facts,
    "done": _times_done,
    "document": _stages,
    "clock": _clocks,
    "date": _ordinals,
    "input": _answers,
    "given": _is_given,
    "tick": _ticked,
    "day": _lies,
    "order": _orders,
    "count": _fields_judged,
    "found": _odd_found,
    "false marks": _wrong_marks,
    "asked": _times_asked,
    "inject": _injected,
    "style": _answering,
}
