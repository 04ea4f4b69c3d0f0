"""Every condition and every effect of a case with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulations.engine.conditions import ALWAYS, NEVER, Condition
from simulations.engine.scenario import Act, Effect, Scenario


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
    for key, guard in scenario.safeguards.items():
        acts = tuple(scenario.acts[name] for name in guard.acts)
        word = "while" if guard.template == "never_while" else "unless"
        yield Spot(f"safeguards.{key}.{word}", guard.guard, acts)
        yield Spot(f"safeguards.{key}.where", guard.where, acts)
        if guard.at_risk is not None:
            yield Spot(f"safeguards.{key}.at_risk", guard.at_risk, acts)
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
    for item in act.inputs:
        for option in item.options:
            if option.when != ALWAYS:
                yield Spot(f"{here}.inputs.{item.key}.options.{option.key}.when", option.when)
    for rule in act.rules:
        yield Spot(f"{here}.rules.{rule.key}.when", rule.when, (act,))


def effects(scenario: Scenario) -> Iterator[tuple[str, Effect]]:
    for key, act in scenario.acts.items():
        yield from _listed(f"acts.{key}.effects", act.effects)
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
