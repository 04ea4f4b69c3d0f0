"""Every condition and every effect of a case with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulations.engine.conditions import ALWAYS, NEVER, Condition
from simulations.engine.scenario import QUESTION, Act, Effect, Safeguard, Scenario

_GUARDED_BY = {"never_unless": "unless", "never_while": "while", "needs_evidence": "evidence"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A condition, where it stands, and the acts whose inputs it may read (none for most places)."""

    where: str
    condition: Condition
    acts: tuple[Act, ...] = ()


def conditions(scenario: Scenario) -> Iterator[Spot]:
    for act in scenario.acts.values():
        yield from _of_act(act)
    for key, inject in scenario.injects.items():
        yield Spot(f"injects.{key}.when", inject.when)
    for guard in scenario.safeguards.values():
        yield from _of_safeguard(scenario, guard)
    for key, item in scenario.rubric.items():
        yield Spot(f"rubric.{key}.when", item.when, tuple(scenario.acts[name] for name in item.on))
    for key, ending in scenario.endings.items():
        if ending.when != NEVER:
            yield Spot(f"endings.{key}.when", ending.when)
    for key, stage in scenario.stages.items():
        yield Spot(f"stages.{key}.reached", stage.reached)


def _of_act(act: Act) -> Iterator[Spot]:
    here = f"acts.{act.key}"
    for index, need in enumerate(act.needs):
        yield Spot(f"{here}.needs[{index}].when", need.when)
    for where, _, when in options(act):
        if when != ALWAYS:
            yield Spot(f"{where}.when", when)
    for rule in act.rules:
        yield Spot(f"{here}.rules.{rule.key}.when", rule.when, (act,))


def options(act: Act) -> Iterator[tuple[str, str, Condition]]:
    """(place, input, condition) of all that can be chosen with the act; of an interview the questions."""
    for item in act.inputs:
        asks = item.key == QUESTION and bool(act.questions)
        table = f"acts.{act.key}.questions" if asks else f"acts.{act.key}.inputs.{item.key}.options"
        for option in item.options:
            yield f"{table}.{option.key}", item.key, option.when


def _of_safeguard(scenario: Scenario, guard: Safeguard) -> Iterator[Spot]:
    here = f"safeguards.{guard.key}"
    acts = tuple(scenario.acts[name] for name in guard.acts)
    if guard.template in _GUARDED_BY and guard.guard != NEVER:
        yield Spot(f"{here}.{_GUARDED_BY[guard.template]}", guard.guard, acts)
    if guard.after_when is not None:
        yield Spot(f"{here}.after", guard.after_when)
    yield Spot(f"{here}.where", guard.where, acts)
    if guard.at_risk is not None:
        yield Spot(f"{here}.at_risk", guard.at_risk, acts)


def effects(scenario: Scenario) -> Iterator[tuple[str, Effect]]:
    for key, act in scenario.acts.items():
        yield from _listed(f"acts.{key}.effects", act.effects)
        for name, question in act.questions.items():
            yield from _listed(f"acts.{key}.questions.{name}.effects", question.effects)
        for rule in act.rules:
            yield from _listed(f"acts.{key}.rules.{rule.key}.effects", rule.effects)
    for key, message in scenario.messages.items():
        yield from _listed(f"messages.{key}.effects", message.effects)
    for key, deadline in scenario.deadlines.items():
        yield from _listed(f"deadlines.{key}.on_expiry", deadline.on_expiry)
    for key, inject in scenario.injects.items():
        yield from _listed(f"injects.{key}.effects", inject.effects)


def _listed(where: str, found: tuple[Effect, ...]) -> Iterator[tuple[str, Effect]]:
    for index, effect in enumerate(found):
        yield f"{where}[{index}]", effect
