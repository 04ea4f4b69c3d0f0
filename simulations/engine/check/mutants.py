"""A case with one of its rules taken out: an effect, the end of a clock, or an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from simulations.engine.check.places import conditions
from simulations.engine.conditions import NEVER, InjectIs, atoms
from simulations.engine.effects import Effect
from simulations.engine.scenario import Act, Inject, Scenario, Send


@dataclass(frozen=True, slots=True)
class Mutant:
    """`without` builds the case. `act`: the only act at which it can differ from the whole one; empty: any time."""

    kind: str  # effect, inject
    where: str
    act: str
    without: Callable[[], Scenario]


def mutants(scenario: Scenario) -> Iterator[Mutant]:
    for act in scenario.acts.values():
        yield from _of_act(scenario, act)
    for key, message in scenario.messages.items():
        for place, left in _without_one(scenario, message.effects):
            letters = {**scenario.messages, key: replace(message, effects=left)}
            yield Mutant("effect", f"messages.{key}.effects{place}", "", _with(scenario, messages=letters))
    for key, clock in scenario.deadlines.items():
        for place, left in _without_one(scenario, clock.on_expiry):
            clocks = {**scenario.deadlines, key: replace(clock, on_expiry=left)}
            yield Mutant("effect", f"deadlines.{key}.on_expiry{place}", "", _with(scenario, deadlines=clocks))
    for inject in scenario.injects.values():
        yield from _of_inject(scenario, inject)


def _of_act(scenario: Scenario, act: Act) -> Iterator[Mutant]:
    here = f"acts.{act.key}"
    for place, left in _without_one(scenario, act.effects):
        smaller = replace(act, effects=left)
        yield Mutant("effect", f"{here}.effects{place}", act.key, _with_act(scenario, smaller))
    for key, question in act.questions.items():
        for place, left in _without_one(scenario, question.effects):
            smaller = replace(act, questions={**act.questions, key: replace(question, effects=left)})
            where = f"{here}.questions.{key}.effects{place}"
            yield Mutant("effect", where, act.key, _with_act(scenario, smaller))
    for number, rule in enumerate(act.rules):
        for place, left in _without_one(scenario, rule.effects):
            rules = (*act.rules[:number], replace(rule, effects=left), *act.rules[number + 1 :])
            where = f"{here}.rules.{rule.key}.effects{place}"
            yield Mutant("effect", where, act.key, _with_act(scenario, replace(act, rules=rules)))


def _of_inject(scenario: Scenario, inject: Inject) -> Iterator[Mutant]:
    """The whole event, where it is more than a letter, and each effect beside others."""
    here = f"injects.{inject.key}"
    found = list(_without_one(scenario, inject.effects))
    is_read = any(
        isinstance(atom, InjectIs) and atom.inject == inject.key
        for spot in conditions(scenario)
        for atom in atoms(spot.condition)
    )
    if found or is_read:
        table = {**scenario.injects, inject.key: replace(inject, when=NEVER)}
        yield Mutant("inject", here, "", _with(scenario, injects=table))
    for place, left in found if len(found) > 1 else ():
        table = {**scenario.injects, inject.key: replace(inject, effects=left)}
        yield Mutant("effect", f"{here}.effects{place}", "", _with(scenario, injects=table))


def _without_one(scenario: Scenario, effects: Sequence[Effect]) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """A letter that brings nothing is there to be read; it is no rule."""
    for index, effect in enumerate(effects):
        if not (isinstance(effect, Send) and not scenario.messages[effect.message].effects):
            yield f"[{index}]", (*effects[:index], *effects[index + 1 :])


def _with_act(scenario: Scenario, act: Act) -> Callable[[], Scenario]:
    return _with(scenario, acts={**scenario.acts, act.key: act})


def _with(scenario: Scenario, **tables: object) -> Callable[[], Scenario]:
    return lambda: replace(scenario, **tables)  # type: ignore[arg-type]
