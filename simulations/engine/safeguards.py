"""Monitors: each safeguard looks at every act it is about, at the moment before the act takes effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from simulations.engine.conditions import holds
from simulations.engine.scenario import Safeguard, Scenario
from simulations.engine.state import State

if TYPE_CHECKING:
    from simulations.engine.run import Step

KEPT, AT_RISK, BREACHED, NOT_TESTED = "kept", "at_risk", "breached", "not_tested"


def is_about(scenario: Scenario, safeguard: Safeguard, state: State, act: str, inputs: Mapping[str, Any]) -> bool:
    return act in safeguard.acts and holds(safeguard.where, scenario, state, inputs)


def breached(scenario: Scenario, state: State, act: str, inputs: Mapping[str, Any]) -> tuple[str, ...]:
    """Safeguards that this act breaks when it is done in this state with these inputs."""
    return tuple(
        safeguard.key
        for safeguard in scenario.safeguards.values()
        if safeguard.within is None
        and is_about(scenario, safeguard, state, act, inputs)
        and holds(safeguard.guard, scenario, state, inputs) == (safeguard.template == "never_while")
    )


def put_at_risk(scenario: Scenario, state: State, act: str, inputs: Mapping[str, Any]) -> tuple[str, ...]:
    """Safeguards that this act brings close to a breach, though none happened."""
    return tuple(
        safeguard.key
        for safeguard in scenario.safeguards.values()
        if safeguard.at_risk is not None
        and is_about(scenario, safeguard, state, act, inputs)
        and holds(safeguard.at_risk, scenario, state, inputs)
    )


def was_tested(scenario: Scenario, safeguard: Safeguard, played: Iterable[Step]) -> bool:
    """Whether the person ever did what the safeguard is about; of a duty, whether it was ever met or missed."""
    if safeguard.within is not None:
        kinds = ("duty_met", "safeguard_breached")
        events = (event for step in played for event in step.events if event.kind in kinds)
        return any(event.data["safeguard"] == safeguard.key for event in events)
    return any(is_about(scenario, safeguard, step.before, step.act, step.inputs) for step in played)


def status(scenario: Scenario, safeguard: Safeguard, state: State, *, was_tested: bool) -> str:
    if safeguard.key in state.breaches:
        return BREACHED
    if safeguard.key in state.risks:
        return AT_RISK
    return KEPT if was_tested else NOT_TESTED
