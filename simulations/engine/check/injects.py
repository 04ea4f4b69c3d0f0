"""Injects that come too late for what they wait for: another always happens first and ends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from simulations.engine.check.certain import Known
from simulations.engine.check.places import effects
from simulations.engine.check.possible import can_hold, implies
from simulations.engine.check.worlds import World
from simulations.engine.conditions import All, FactIs
from simulations.engine.problems import Problem
from simulations.engine.scenario import Inject, Scenario, SetFact


def forestalled(scenario: Scenario, found: Known) -> Iterator[Problem]:
    before: list[Inject] = []
    for key, inject in scenario.injects.items():
        first = next((other for other in before if _comes_first(scenario, other, inject)), None)
        if first is not None and key in found.reach.injects:
            words = f"“{key}” can never happen: wherever it holds, “{first.key}” happens before it and ends that"
            yield Problem("inject_unreachable", f"injects.{key}", words)
        before.append(inject)


def _comes_first(scenario: Scenario, one: Inject, other: Inject) -> bool:
    """Certain when true: the first of them is due no later, holds wherever the second does, and shuts it for good."""
    if one.by or other.by or (one.at or datetime.min) > (other.at or datetime.min):  # noqa: DTZ901
        return False
    return implies(World(scenario), other.when, one.when) and any(
        isinstance(effect, SetFact) and _shuts(scenario, effect, other) for effect in one.effects
    )


def _shuts(scenario: Scenario, done: SetFact, inject: Inject) -> bool:
    """Whether the inject can hold with no value that the fact has from then on."""
    values = {
        effect.value for _, effect in effects(scenario) if isinstance(effect, SetFact) and effect.fact == done.fact
    }
    return not can_hold(World(scenario), All((inject.when, FactIs(done.fact, frozenset(values)))))
