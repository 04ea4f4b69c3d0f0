"""What may come while an act is being done: where its order and that of the act matter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from simulations.engine.atoms import ActDone, Asked, CountDone, FactIs
from simulations.engine.compiled.interplay import (
    Thing,
    effects_of,
    judged_by,
    read_by,
    written_by,
    written_by_act,
    written_by_inject,
)
from simulations.engine.compiled.layout import duties_of
from simulations.engine.compiled.precedence import over_before
from simulations.engine.conditions import All, AnyOf, Condition, NoneOf
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.scenario import Act, Effect, Scenario, SetFact


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What may happen while an act is being done and does not go with it in either order."""

    messages: frozenset[str] = frozenset()
    injects: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.messages or self.injects or self.duties)


@dataclass(frozen=True, slots=True)
class Happening:
    """An act, or something that comes by itself, with all it may write and set off."""

    things: frozenset[Thing]
    effects: tuple[Effect, ...]
    act: str = ""


def meanwhile(scenario: Scenario, act: Act, tracked: Collection[Thing] | None = None) -> Meanwhile:
    """Messages, timed injects and ends of duties that may come while the act is done, and whose order matters.

    An act is judged when it begins and has its effects when it is done. What comes meanwhile may as well come before
    it where it changes nothing the act is judged by, or after it where the two go together in either order; clocks
    turn at midnight, when no act is under way. `tracked`: all that is looked at (None: everything).
    """
    if not act.minutes:
        return Meanwhile()
    mine = _set_off(scenario, written_by_act(scenario, act), effects_of(act), act.key)
    gate = {thing for thing in judged_by(scenario, act) if tracked is None or thing in tracked}
    others = {key: what for key, what in _others(scenario).items() if tracked is None or what.things & set(tracked)}
    after = [key for key, theirs in others.items() if not _clash(scenario, mine, theirs)]
    amid: list[Thing] = []
    before: list[Thing] = []
    for key, theirs in others.items():
        if key in after:
            continue
        is_free = not theirs.things & gate
        fits = is_free and not any(_clash(scenario, theirs, others[other]) for other in after)
        (before if fits else amid).append(key)
    ahead = list(amid)
    while ahead:
        one = others[ahead.pop()]
        late = [key for key in after if _clash(scenario, one, others[key]) or others[key].things & set(amid)]
        early = [key for key in before if _clash(scenario, others[key], one) or others[key].things & set(amid)]
        for key in (*late, *early):
            (after if key in after else before).remove(key)
            amid.append(key)
            ahead.append(key)
    return Meanwhile(*(frozenset(key for kind, key in amid if kind == name) for name in ("message", "inject", "duty")))


def _others(scenario: Scenario) -> dict[Thing, Happening]:
    found = {
        ("message", key): _set_off(scenario, set(written_by(item.effects)), item.effects)
        for key, item in scenario.messages.items()
    }
    for key, inject in scenario.injects.items():
        if inject.at is not None:
            found["inject", key] = _set_off(scenario, written_by_inject(inject), inject.effects)
    for name in duties_of(scenario):
        found["duty", name] = _set_off(scenario, {("duty", name)}, ())
    return found


def _set_off(scenario: Scenario, things: set[Thing], effects: tuple[Effect, ...], act: str = "") -> Happening:
    """With what the injects write that may follow from it."""
    fired: set[str] = set()
    before = -1
    while before != len(things):
        before = len(things)
        for key, inject in scenario.injects.items():
            if key not in fired and things & set(read_by(inject.when)):
                fired.add(key)
                things = things | written_by_inject(inject)
                effects = (*effects, *inject.effects)
        for key, guard in scenario.safeguards.items():
            if guard.after_when is not None and things & set(read_by(guard.after_when)):
                things = things | {("duty", f"{SAFEGUARDS}.{key}")}
    return Happening(frozenset(things), effects, act)


def _clash(scenario: Scenario, mine: Happening, theirs: Happening) -> bool:
    """Whether theirs before mine may lead elsewhere than mine before theirs, unless theirs ends the case.

    Where both write one fact, clock or duty; where one makes an inject true and the other touches what it reads; where
    mine makes an ending true and theirs touches what it reads; where one duty is always over before the other. Papers
    come once and are never lost, and a letter sent twice is on its way twice: those never clash.
    """
    if any(kind in ("fact", "clock", "duty") for kind, _ in mine.things & theirs.things):
        return True
    if any(_in_order(scenario, name, theirs) for name in _duties(mine)):
        return True
    if any(_in_order(scenario, name, mine) for name in _duties(theirs)):
        return True
    whens = [inject.when for inject in scenario.injects.values()]
    whens += [item.after_when for item in scenario.safeguards.values() if item.after_when is not None]
    if any(_spoils(mine, theirs, when) or _spoils(theirs, mine, when) for when in whens):
        return True
    ends = (part for ending in scenario.endings.values() for part in _parts(ending.when))
    return any(_spoils(mine, theirs, part) for part in ends)


def _duties(what: Happening) -> list[str]:
    return [name for kind, name in what.things if kind == "duty"]


def _in_order(scenario: Scenario, name: str, other: Happening) -> bool:
    """Whether the other holds a duty that has to be over before this one can run out."""
    return any(("duty", earlier) in other.things for group in over_before(scenario, name) for earlier in group)


def _spoils(mine: Happening, theirs: Happening, condition: Condition) -> bool:
    return bool(theirs.things & set(read_by(condition))) and may_make(mine, condition, True)


def may_make(what: Happening, condition: Condition, holds: bool) -> bool:
    """Whether this could turn some part of the condition so that it helps to make it true (or false)."""
    match condition:
        case All(parts) | AnyOf(parts):
            return any(may_make(what, part, holds) for part in parts)
        case NoneOf(parts):
            return any(may_make(what, part, not holds) for part in parts)
        case FactIs(fact, values):
            return any(
                (effect.value in values) == holds
                for effect in what.effects
                if isinstance(effect, SetFact) and effect.fact == fact
            )
        case ActDone() | CountDone() | Asked():
            return holds and bool(what.things & set(read_by(condition)))
        case _:
            return bool(what.things & set(read_by(condition)))


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AnyOf) else (condition,)
