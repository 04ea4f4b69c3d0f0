"""Conditions that no state can satisfy, found in their disjunctive form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from simulations.engine.conditions import (
    DEADLINE_STATUSES,
    DOCUMENT_STAGES,
    ActDone,
    All,
    AnyOf,
    Atom,
    Condition,
    DateFrom,
    DateUntil,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InputIs,
    NoneOf,
)
from simulations.engine.scenario import Scenario

MOST_TERMS = 512
Literal = tuple[Atom, bool]
Term = tuple[Literal, ...]


class TooWide(Exception):
    pass


def is_contradictory(scenario: Scenario, condition: Condition) -> bool:
    """Certain when true. A condition too wide to unfold is not called contradictory."""
    try:
        terms = _terms(condition, holds=True)
    except TooWide:
        return False
    return not any(_possible(scenario, term) for term in terms)


def _terms(condition: Condition, *, holds: bool) -> list[Term]:
    match condition:
        case All(parts):
            return _every(parts, holds=True) if holds else _some(parts, holds=False)
        case AnyOf(parts):
            return _some(parts, holds=True) if holds else _every(parts, holds=False)
        case NoneOf(parts):
            return _every(parts, holds=False) if holds else _some(parts, holds=True)
        case _:
            return [((condition, holds),)]


def _every(parts: tuple[Condition, ...], *, holds: bool) -> list[Term]:
    found: list[Term] = [()]
    for part in parts:
        more = _terms(part, holds=holds)
        if len(found) * len(more) > MOST_TERMS:
            raise TooWide
        found = [(*one, *two) for one, two in product(found, more)]
    return found


def _some(parts: tuple[Condition, ...], *, holds: bool) -> list[Term]:
    found = [term for part in parts for term in _terms(part, holds=holds)]
    if len(found) > MOST_TERMS:
        raise TooWide
    return found


def _possible(scenario: Scenario, term: Term) -> bool:
    return _sets_meet(scenario, term) and _counts_meet(term) and _dates_meet(scenario, term) and _stages_meet(term)


def _sets_meet(scenario: Scenario, term: Term) -> bool:
    """Each fact, clock and choice keeps at least one value that all literals about it allow."""
    allowed: dict[tuple[str, str], set[str]] = {}
    for subject, world, values, holds in _choices(scenario, term):
        left = allowed.setdefault(subject, set(world))
        left &= values if holds else world - values
    return all(allowed.values())


def _choices(scenario: Scenario, term: Term) -> Iterator[tuple[tuple[str, str], set[str], set[str], bool]]:
    for atom, holds in term:
        match atom:
            case FactIs(fact, values):
                yield ("fact", fact), set(scenario.facts[fact].values), set(values), holds
            case DeadlineIs(deadline, statuses) if "extended" not in statuses:
                yield ("deadline", deadline), set(DEADLINE_STATUSES) - {"extended"}, set(statuses), holds
            case InputIs(key, values) if holds:
                world = {option for other, _ in term if isinstance(other, InputIs) for option in other.values}
                yield ("input", key), world, set(values), holds


def _counts_meet(term: Term) -> bool:
    least: dict[str, int] = {}
    for atom, holds in term:
        if isinstance(atom, ActDone) and holds:
            least[atom.act] = max(least.get(atom.act, 0), atom.at_least)
    return not any(
        isinstance(atom, ActDone) and not holds and least.get(atom.act, 0) >= atom.at_least for atom, holds in term
    )


def _dates_meet(scenario: Scenario, term: Term) -> bool:
    first, last = scenario.starts_at.date().toordinal(), scenario.ends_on.toordinal()
    for atom, holds in term:
        match atom, holds:
            case DateFrom(day), True:
                first = max(first, day.toordinal())
            case DateFrom(day), False:
                last = min(last, _before(day))
            case DateUntil(day), True:
                last = min(last, day.toordinal())
            case DateUntil(day), False:
                first = max(first, day.toordinal() + 1)
    return first <= last


def _before(day: date) -> int:
    return day.toordinal() - 1


def _stages_meet(term: Term) -> bool:
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    for atom, holds in term:
        if isinstance(atom, DocumentIs):
            stage = DOCUMENT_STAGES.index(atom.stage)
            if holds:
                least[atom.document] = max(least.get(atom.document, -1), stage)
            else:
                most[atom.document] = min(most.get(atom.document, len(DOCUMENT_STAGES)), stage - 1)
    return all(least[key] <= most.get(key, len(DOCUMENT_STAGES)) for key in least)
