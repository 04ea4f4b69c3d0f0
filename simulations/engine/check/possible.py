"""Can a condition be true at all? A small search over what its atoms read, certain when it says no.

Each atom reads variables with few values: a fact, a clock, a document, a tick. Variables that hang together in
play and not here (a fact and the act that sets it) are let free, so "no" is certain and "yes" is not.
An atom of a kind that is not known here is a variable of its own that may be either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from simulations.engine.check.worlds import ELSEWHERE, TooWide, Variable, World
from simulations.engine.conditions import (
    ALWAYS,
    DOCUMENT_STAGES,
    NEVER,
    ActDone,
    All,
    AnyOf,
    Asked,
    Atom,
    Condition,
    CountDone,
    CounterpartIs,
    DateFrom,
    DateUntil,
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
    InputOrder,
    MarksFalse,
    MarksFound,
    NoneOf,
    atoms,
)
from simulations.engine.scenario import Scenario

MOST_NODES = 20_000
Values = Mapping[Variable, Any]
_DATE_PARTS: dict[str, frozenset[str]] = {
    "in_time": frozenset({"before", "earliest"}),
    "within_readings": frozenset({"earliest", "between"}),
    "too_late": frozenset({"after"}),
}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same atom in another course of things, where what it reads may be another."""

    atom: Atom


def can_hold(world: World, condition: Condition) -> bool:
    """False is certain; true may also mean that the search was too wide."""
    full = All((condition, *_filled_in(world, condition)))
    try:
        return _search(World(world.scenario, world.acts, world.reach, _days(world.scenario, full)), full, {}, [0])
    except TooWide:
        return True


def always_holds(world: World, condition: Condition) -> bool:
    """True is certain."""
    return not can_hold(world, NoneOf((condition,)))


def implies(world: World, one: Condition, other: Condition) -> bool:
    """True is certain: wherever the first holds the second does."""
    return not can_hold(world, All((one, NoneOf((other,)))))


def hangs_on(world: World, condition: Condition, is_loose: Callable[[Atom], bool], given: Condition = ALWAYS) -> bool:
    """Could it be true, and false with nothing changed but what loose atoms read? What is given holds both times.

    False is certain.
    """
    if not any(is_loose(atom) for atom in atoms(condition)):
        return False
    other = All((_elsewhere(given, is_loose), NoneOf((_elsewhere(condition, is_loose),))))
    return can_hold(world, All((given, condition, other)))


def firmly(condition: Condition, is_loose: Callable[[Atom], bool], *, wanted: bool = True) -> Condition:
    """What makes it true (or false, where that is wanted) whatever the loose atoms say."""
    match condition:
        case NoneOf(parts):
            found = tuple(firmly(part, is_loose, wanted=not wanted) for part in parts)
            return All(found) if wanted else AnyOf(found)
        case All(parts) | AnyOf(parts):
            found = tuple(firmly(part, is_loose, wanted=wanted) for part in parts)
            return All(found) if wanted == isinstance(condition, All) else AnyOf(found)
        case _:
            firm = condition if wanted else NoneOf((condition,))
            return NEVER if is_loose(condition) else firm


def _elsewhere(condition: Condition, is_loose: Callable[[Atom], bool]) -> Condition:
    if isinstance(condition, All | AnyOf | NoneOf):
        return type(condition)(tuple(_elsewhere(part, is_loose) for part in condition.parts))
    return cast(Condition, Elsewhere(condition)) if is_loose(condition) else condition


def _search(world: World, condition: Condition, given: dict[Variable, Any], nodes: list[int]) -> bool:
    nodes[0] += 1
    if nodes[0] > MOST_NODES:
        raise TooWide
    verdict = _value(condition, given)
    if verdict is not None:
        return verdict
    variable = next(name for name in _open(condition, given) if name not in given)
    for value in world.domain(variable):
        given[variable] = value
        found = _search(world, condition, given, nodes)
        del given[variable]
        if found:
            return True
    return False


def _value(condition: Condition, given: Values) -> bool | None:
    """What is certain of it already; None while it depends on what is still open."""
    match condition:
        case All(parts):
            return _joined((_value(part, given) for part in parts), stops=False)
        case AnyOf(parts):
            return _joined((_value(part, given) for part in parts), stops=True)
        case NoneOf(parts):
            some = _joined((_value(part, given) for part in parts), stops=True)
            return None if some is None else not some
        case _:
            return _atom(condition, given)


def _joined(values: Iterable[bool | None], *, stops: bool) -> bool | None:
    open_ = False
    for value in values:
        if value is stops:
            return stops
        open_ = open_ or value is None
    return None if open_ else not stops


def _open(condition: Condition, given: Values) -> Iterator[Variable]:
    """Variables of the atoms that still decide something."""
    if isinstance(condition, All | AnyOf | NoneOf):
        for part in condition.parts:
            if _value(part, given) is None:
                yield from _open(part, given)
    else:
        yield from variables(condition)


def variables(atom: Atom | Elsewhere) -> tuple[Variable, ...]:
    match atom:
        case Elsewhere(inner):
            return tuple((ELSEWHERE, *name) for name in variables(inner))
        case FactIs(fact):
            return (("fact", fact),)
        case ActDone(act):
            return (("done", act),)
        case CountDone(acts):
            return tuple(("done", act) for act in acts)
        case DocumentIs(document):
            return (("document", document),)
        case DeadlineIs(deadline):
            return (("clock", deadline),)
        case DateFrom() | DateUntil():
            return (("date",),)
        case InputIs(key):
            return (("input", key),)
        case InputHas(key, values):
            return tuple(("tick", key, option) for option in sorted(values))
        case InputGiven(key):
            return (("given", key),)
        case InputDate(key, deadline, lies) if lies in _DATE_PARTS:
            return (("day", key, deadline),)
        case InputFirst(key) | InputOrder(key):
            return (("order", key),)
        case InputCount(key, values):
            return (("count", key, tuple(sorted(values))),)
        case MarksFound(key):
            return (("found", key),)
        case MarksFalse(key):
            return (("false marks", key),)
        case Asked(act, questions, manners):
            return (("asked", act, tuple(sorted(questions)), tuple(sorted(manners))),)
        case InjectIs(inject):
            return (("inject", inject),)
        case CounterpartIs(person):
            return (("style", person),)
        case _:
            return (("atom", repr(atom)),)


def _atom(atom: Atom | Elsewhere, given: Values) -> bool | None:
    names = variables(atom)
    asked: Atom = atom.atom if isinstance(atom, Elsewhere) else atom
    match asked:
        case InputHas(_, _, at_least) | CountDone(_, at_least):
            return _enough([given.get(name) for name in names], at_least)
        case _ if names[0] not in given:
            return None
    return _TESTS.get(type(asked), _as_given)(asked, given[names[0]])


def _enough(values: list[Any], at_least: int) -> bool | None:
    if sum(1 for value in values if value) >= at_least:
        return True
    return None if sum(1 for value in values if value or value is None) >= at_least else False


def _as_given(_: Any, value: Any) -> bool:
    return bool(value)


_TESTS: dict[type, Callable[[Any, Any], bool]] = {
    FactIs: lambda atom, value: value in atom.values,
    ActDone: lambda atom, value: value >= atom.at_least,
    DocumentIs: lambda atom, value: value >= DOCUMENT_STAGES.index(atom.stage),
    DeadlineIs: lambda atom, value: value[0] in atom.statuses or (value[1] and "extended" in atom.statuses),
    DateFrom: lambda atom, value: value >= atom.day.toordinal(),
    DateUntil: lambda atom, value: value <= atom.day.toordinal(),
    InputIs: lambda atom, value: value in atom.values,
    InputFirst: lambda atom, value: bool(value) and value[0] in atom.values,
    InputOrder: lambda atom, value: [key for key in value if key in atom.values] == list(atom.values),
    InputCount: lambda atom, value: atom.at_least <= value and (atom.at_most is None or value <= atom.at_most),
    MarksFound: lambda atom, value: _marked(atom, *value),
    MarksFalse: lambda atom, value: value >= atom.at_least,
    Asked: lambda atom, value: value >= atom.at_least,
    InjectIs: lambda atom, value: value in atom.statuses or (value != "" and "fired" in atom.statuses),
    CounterpartIs: lambda atom, value: value in atom.styles,
    InputDate: lambda atom, value: value in _DATE_PARTS.get(atom.lies, (True,)),
}


def _marked(atom: MarksFound, found: frozenset[str], odd: frozenset[str]) -> bool:
    asked = odd & set(atom.places) if atom.places else odd
    return asked <= found if atom.every else len(asked & found) >= atom.at_least


def _filled_in(world: World, condition: Condition) -> Iterator[Condition]:
    """What the desk refuses to leave open: an input that must be given has at least one tick."""
    asked = {atom.input for atom in atoms(condition) if isinstance(atom, InputHas)}
    for act in world.acts if len(world.acts) == 1 else ():
        for item in act.inputs:
            if item.key in asked and item.required and item.kind == "many":
                yield InputHas(item.key, frozenset(option.key for option in item.options), 1)


def _days(scenario: Scenario, condition: Condition) -> tuple[int, ...]:
    first, last = scenario.starts_at.date(), scenario.ends_on
    named = {atom.day for atom in atoms(condition) if isinstance(atom, DateFrom | DateUntil)}
    around = {day + timedelta(days=n) for day in named if day.toordinal() > 1 for n in (-1, 0, 1)}
    return tuple(sorted(day.toordinal() for day in {first, last, *around} if first <= day <= last))
