"""The author's own ways through the case, played: each must be possible and end in a pass, with every counterpart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.outlook import follow
from simulations.engine.problems import Problem
from simulations.engine.run import begin, steps
from simulations.engine.scenario import END_DAY, WAIT, Move, Scenario
from simulations.engine.scoring import Score, score


@dataclass(frozen=True, slots=True)
class Walked:
    """A way as far as it went."""

    events: tuple[Event, ...]
    missing: tuple[str, ...]
    score: Score

    @property
    def ending(self) -> str:
        return replay(self.events).ending or "no ending"

    @property
    def breaks(self) -> tuple[str, ...]:
        return tuple(replay(self.events).breaches)

    @property
    def trace(self) -> tuple[dict[str, Any], ...]:
        played = (step for step in steps(self.events) if step.number)
        return tuple({"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in played)


def walk(scenario: Scenario, moves: Sequence[Move], styles: Mapping[str, str] | None = None) -> Walked:
    events = list(begin(scenario, styles=styles))
    events += follow(scenario, replay(events), moves)
    done = Counter(step.act for step in steps(events))
    done.update({WAIT: len(moves), END_DAY: len(moves)})  # time may pass without being asked to
    missing = dict.fromkeys(act for act, times in Counter(move.act for move in moves).items() if done[act] < times)
    return Walked(tuple(events), tuple(missing), score(scenario, events))


def ways(scenario: Scenario) -> Iterator[Problem]:
    for name, moves in scenario.models.items():
        walked = walk(scenario, moves)
        if walked.missing:
            words = f"the way “{name}” cannot do: {', '.join(walked.missing)}"
            yield Problem("model_refused", f"models.{name}", words, walked.trace)
        if not walked.score.passed:
            words = (
                f"the way “{name}” does not pass: {walked.ending}, {walked.score.deciding_percent} % of what decides"
            )
            yield Problem("model_does_not_pass", f"models.{name}", words, walked.trace)
    yield from _styles(scenario)


def _styles(scenario: Scenario) -> Iterator[Problem]:
    """Whoever answers slowly, or not at all, must still leave a way."""
    for person, counterpart in scenario.counterparts.items():
        for style in tuple(counterpart.styles)[1:] if scenario.models else ():
            walked = [walk(scenario, moves, {person: style}) for moves in scenario.models.values()]
            if not any(way.score.passed for way in walked):
                words = f"no way passes when “{person}” is {style}"
                yield Problem("style_without_pass", f"counterparts.{person}.styles", words, walked[0].trace)
