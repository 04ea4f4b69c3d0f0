"""Acts, facts and papers that wait for one another: a ring of needs that nothing can open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from simulations.engine.check.certain import Known
from simulations.engine.check.places import effects
from simulations.engine.conditions import (
    ActDone,
    All,
    AnyOf,
    Condition,
    CountDone,
    DeadlineIs,
    DocumentIs,
    FactIs,
)
from simulations.engine.problems import Problem
from simulations.engine.scenario import Effect, Receive, Scenario, Send, SetFact, StartClock


def rings(scenario: Scenario, found: Known) -> Iterator[Problem]:
    """Only among what is out of reach for certain: a loop that something else opens is none."""
    waits = dict(_waiting(scenario, found))
    told: set[frozenset[str]] = set()
    for start in waits:
        ring = _ring(waits, start)
        if ring and frozenset(ring) not in told:
            told.add(frozenset(ring))
            path = " → ".join(f"“{place.partition('.')[2]}”" for place in (*ring, ring[0]))
            yield Problem("condition_ring", start, f"each waits for the next and none can begin: {path}")


def _ring(waits: Mapping[str, tuple[str, ...]], start: str) -> tuple[str, ...]:
    """The shortest way from there back to itself."""
    paths: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while paths:
        path = paths.pop(0)
        for further in waits.get(path[-1], ()):
            if further == start:
                return path
            if further not in seen:
                seen.add(further)
                paths.append((*path, further))
    return ()


def _waiting(scenario: Scenario, found: Known) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What never happens, with the things whose coming it waits for."""
    reach = found.reach
    for key, act in scenario.acts.items():
        if key not in reach.acts:
            yield f"acts.{key}", _sources(scenario, found, All(tuple(need.when for need in act.needs)))
    for key, inject in scenario.injects.items():
        if key not in reach.injects:
            yield f"injects.{key}", _sources(scenario, found, inject.when)
    for key in scenario.messages:
        if key not in reach.messages:
            yield f"messages.{key}", _bringing(scenario, partial(_sends, key))
    for key, act in scenario.acts.items():
        for rule in act.rules if key in reach.acts else ():
            if (key, rule.key) not in reach.rules:
                yield f"acts.{key}.rules.{rule.key}", _sources(scenario, found, rule.when)


def _sends(message: str, effect: Effect) -> bool:
    return isinstance(effect, Send) and effect.message == message


def _bringing(scenario: Scenario, brings: Callable[[Effect], bool]) -> tuple[str, ...]:
    """Acts, rules, messages and injects with such an effect."""
    found: dict[str, None] = {}
    for where, effect in effects(scenario):
        if brings(effect):
            kind, key, *rest = where.split(".")
            found[f"{kind}.{key}.rules.{rest[1]}" if rest[:1] == ["rules"] else f"{kind}.{key}"] = None
            found[f"{kind}.{key}"] = None
    return tuple(found)


def _sources(scenario: Scenario, found: Known, condition: Condition) -> tuple[str, ...]:
    """Places that could make true what is missing of this condition."""
    if found.reach.may_hold(condition):
        return ()
    match condition:
        case All(parts) | AnyOf(parts):
            return tuple(place for part in parts for place in _sources(scenario, found, part))
        case ActDone(act):
            return (f"acts.{act}",)
        case CountDone(acts):
            return tuple(f"acts.{act}" for act in acts if act not in found.reach.acts)
        case FactIs(fact, values):
            return _bringing(scenario, lambda e: isinstance(e, SetFact) and e.fact == fact and e.value in values)
        case DocumentIs(document):
            return _bringing(scenario, lambda e: isinstance(e, Receive) and e.document == document)
        case DeadlineIs(deadline):
            return _bringing(scenario, lambda e: isinstance(e, StartClock) and e.deadline == deadline)
        case _:
            return ()
