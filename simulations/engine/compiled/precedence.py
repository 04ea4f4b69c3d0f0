"""What has to follow in time, and what runs out before it: a safeguard's time and an inject that begins with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from simulations.engine.calendar import ONE_DAY
from simulations.engine.compiled.residue import residue
from simulations.engine.conditions import ALWAYS, ActDone, AnyOf, Atom, Condition, FactIs, InjectIs
from simulations.engine.duties import INJECTS, SAFEGUARDS, too_late_at
from simulations.engine.scenario import Inject, Safeguard, Scenario, SetFact, Within


def over_before(scenario: Scenario, name: str) -> Iterator[tuple[str, ...]]:
    """The duties that are always met or missed by the time this one runs out: of each group at least one.

    They begin with it or before and are no longer; at one moment an inject's time runs out before a safeguard's.
    """
    kind, _, key = name.partition(".")
    if kind != SAFEGUARDS or (within := scenario.safeguards[key].within) is None:
        return
    guard = scenario.safeguards[key]
    expecting = {
        other: inject
        for other, inject in scenario.injects.items()
        if inject.expects is not None and is_no_longer(scenario, inject.expects.within, within)
    }
    for other, inject in expecting.items():
        if begins_with(scenario, inject, guard):
            yield (f"{INJECTS}.{other}",)
    if isinstance(guard.after_when, AnyOf):
        fired = {part: other for other in expecting for part in guard.after_when.parts if part == has_fired(other)}
        if fired and len(fired) == len(guard.after_when.parts):
            yield tuple(f"{INJECTS}.{other}" for other in fired.values())


def begins_with(scenario: Scenario, inject: Inject, guard: Safeguard) -> bool:
    """Whether it has always happened when the safeguard's time begins, for what opens the one brings the other."""
    if guard.after_when == has_fired(inject.key):
        return True
    if inject.by or inject.at is not None:
        return False
    if guard.after_when is not None:
        return inject.when == guard.after_when
    return bool(guard.after) and all(brings(scenario, act, inject.when) for act in guard.after)


def has_fired(inject: str) -> InjectIs:
    return InjectIs(inject, frozenset({"fired"}))


def brings(scenario: Scenario, act: str, condition: Condition) -> bool:
    """Whether having done this act alone makes the condition true."""
    facts = surely_set(scenario, act)

    def known(atom: Atom) -> Condition | None:
        if isinstance(atom, FactIs) and facts.get(atom.fact) in atom.values:
            return ALWAYS
        return ALWAYS if isinstance(atom, ActDone) and atom.act == act and atom.at_least <= 1 else None

    return residue(condition, known) == ALWAYS


def surely_set(scenario: Scenario, act: str) -> dict[str, str]:
    """What facts are whenever this act was just done: neither a rule of it nor any event says otherwise."""
    doing = scenario.acts[act]
    other = [effect for rule in doing.rules for effect in rule.effects]
    other += [effect for inject in scenario.injects.values() for effect in inject.effects]
    open_ = {effect.fact for effect in other if isinstance(effect, SetFact)}
    found = {effect.fact: effect.value for effect in doing.effects if isinstance(effect, SetFact)}
    return {fact: value for fact, value in found.items() if fact not in open_}


def is_no_longer(scenario: Scenario, one: Within, other: Within) -> bool:
    """Whether what begins on any day with the first length, or before that day, ends no later than with the other."""
    if one.minutes is not None or other.minutes is not None:
        return one.minutes is not None and other.minutes is not None and one.minutes <= other.minutes
    day, latest = scenario.starts_at, scenario.starts_at
    while day.date() <= scenario.ends_on + timedelta(days=1):
        latest = max(latest, too_late_at(scenario, one, day))
        if latest > too_late_at(scenario, other, day):
            return False
        day += ONE_DAY
    return True
