"""The author's own ways through the case, played: each must be possible and end in a pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.problems import Problem
from simulations.engine.run import begin, steps
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import score


def ways(scenario: Scenario) -> Iterator[Problem]:
    for name, moves in scenario.models.items():
        events = list(begin(scenario, "check"))
        events += follow(scenario, replay(events), moves)
        played = [step for step in steps(events) if step.number]
        trace: tuple[dict[str, Any], ...] = tuple({"act": step.act, "inputs": dict(step.inputs)} for step in played)
        done = [step.act for step in played]
        missing = [move.act for move in moves if move.act not in done]
        result = score(scenario, events)
        ending = replay(events).ending or "no ending"
        if missing:
            words = f"the way “{name}” cannot do: {', '.join(missing)}"
            yield Problem("model_refused", f"models.{name}", words, trace)
        if not result.passed:
            words = f"the way “{name}” does not pass: {ending}, {result.deciding_percent} % of what decides"
            yield Problem("model_does_not_pass", f"models.{name}", words, trace)
