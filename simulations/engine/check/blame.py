"""Why a way through a coarse picture breaks in the whole of abstract time: the parts of the state that break it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulations.engine.check.explore import Goal
from simulations.engine.compiled.abstract import Abstract, Label
from simulations.engine.compiled.interplay import TIME, Thing, read_by
from simulations.engine.compiled.meanwhile import meanwhile
from simulations.engine.compiled.precedence import over_before
from simulations.engine.compiled.ways import judged
from simulations.engine.conditions import Condition
from simulations.engine.scenario import Scenario

MOST_STATES_FOLLOWED = 400


def blame(
    whole: Abstract, model: Abstract, labels: tuple[Label, ...], goal: Goal, rest: frozenset[Thing] = frozenset()
) -> set[Thing]:
    """What the coarse picture would have to track to see that this way breaks; nothing when it does not break."""
    states = set(whole.start())
    for index, label in enumerate(labels):
        states = later(whole, states)
        if all(state & whole.ended for state in states):
            return ended_by(whole, model, states) or guessed(whole, model, labels[:index])
        after = {next_ for state in states for told, next_ in whole.told(state) if is_same(model, label, told)}
        if not after:
            return gates(whole, model, label, states) or guessed(whole, model, labels[: index + 1])
        states = set(sorted(after)[:MOST_STATES_FOLLOWED])
    if any(goal(state) for state in states):
        return set()
    lacks = {thing for thing in rest if not is_tracked(model, thing)}
    return ended_by(whole, model, states) or lacks or guessed(whole, model, labels)


def ended_by(whole: Abstract, model: Abstract, states: Iterable[int]) -> set[Thing]:
    """What the endings read that came in the whole and were not seen coming in the coarse picture."""
    keys = {whole.places.endings[whole.places.ending.of(state)] for state in states if state & whole.ended}
    found = {thing for key in keys for thing in untracked(model, whole.scenario.endings[key].when)}
    over = {TIME} if whole.scenario.falls_to in keys and not model.epochs.tracked else set()
    return found | over


def later(whole: Abstract, states: set[int]) -> set[int]:
    """These states and the same on later days: a coarse picture may not have known the day."""
    seen, ahead = set(states), list(states)
    while ahead and len(seen) < MOST_STATES_FOLLOWED:
        for told, after in whole.told(ahead.pop()):
            if told.kind == "time" and after not in seen:
                seen.add(after)
                ahead.append(after)
    return seen


def is_same(model: Abstract, label: Label, told: Label) -> bool:
    """Whether a step of the whole is one of those that the coarse step stands for."""
    if (label.kind, label.key, label.status) != (told.kind, told.key, told.status):
        return False
    return label.way is None or (told.way is not None and stands_for(model.scenario, label, told.way.seen))


def stands_for(scenario: Scenario, label: Label, seen: Mapping[str, Any]) -> bool:
    act = scenario.acts[label.key]
    return label.way is not None and judged(scenario, act).known(scenario, seen) == label.way.judged


def gates(whole: Abstract, model: Abstract, label: Label, states: Iterable[int]) -> set[Thing]:
    """What keeps this step from being taken in any of these states, as far as the picture does not track it."""
    if label.kind in ("message", "clock", "duty"):
        found = {(label.kind, label.key), *([TIME] if label.kind == "duty" else [])}
        groups = over_before(whole.scenario, label.key) if label.kind == "duty" else ()
        found |= {("duty", name) for group in groups for name in group}
        return {thing for thing in found if not is_tracked(model, thing)}
    if label.kind == "inject":
        return untracked(model, whole.scenario.injects[label.key].when)
    if label.kind != "act" or label.way is None:
        return set()
    act = whole.scenario.acts[label.key]
    shut: set[Thing] = set()
    for condition in (*(need.when for need in act.needs), *label.way.when):
        if not any(map(whole.test(condition), states)):
            shut |= untracked(model, condition)
    if not shut and act.questions:
        shut.add(("asked", act.key))
    if not shut and act.once:
        shut.add(("act", act.key))
    return {thing for thing in shut if not is_tracked(model, thing)}


def guessed(whole: Abstract, model: Abstract, labels: Iterable[Label]) -> set[Thing]:
    """What the rules of the acts on the way, and the injects, read and the picture had to guess."""
    acts = [model.scenario.acts[label.key] for label in labels if label.kind == "act"]
    letters = {("message", key) for act in acts for key in meanwhile(model.scenario, act, model.tracked).messages}
    if fresh := {thing for thing in letters if not is_tracked(model, thing)}:
        return fresh
    found: set[Thing] = set()
    for act in acts:
        if act.rules:
            for condition in judged(model.scenario, act).conditions:
                found |= untracked(model, condition)
    for inject in model.scenario.injects.values():
        found |= untracked(model, inject.when) | ({TIME} if inject.at is not None else set())
    found = {thing for thing in found if not is_tracked(model, thing)}
    return found or everything(whole)


def untracked(model: Abstract, condition: Condition) -> set[Thing]:
    return {thing for thing in read_by(condition) if not is_tracked(model, thing)}


def is_tracked(model: Abstract, thing: Thing) -> bool:
    kind, key = thing
    if kind == "time":
        return model.epochs.tracked
    return key in model.places.tables[kind]


def everything(whole: Abstract) -> set[Thing]:
    """All there is to track in the slice."""
    return {(kind, key) for kind, table in whole.places.tables.items() for key in table} | {TIME}
