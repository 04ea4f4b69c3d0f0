"""Short ways to play a case in a test."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from simulations.agreements.engine.shelf import reference
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.log import Event
from simulations.engine.run import Command, begin, decide
from simulations.engine.scenario import Scenario
from simulations.scenarios.engine.library import path_of


@cache
def easter_clock() -> Scenario:
    return load(path_of("easter_clock").read_bytes(), reference(), key="easter_clock")


def do(act: str, **inputs: Any) -> Command:
    return Command(act, inputs)


def play(scenario: Scenario, *commands: Command) -> list[Event]:
    """The log; a refusal is raised, for a test that plays knows what is possible."""
    events = list(begin(scenario))
    for command in commands:
        events += decide(scenario, replay(events), command)
    return events


def kinds(events: Sequence[Event]) -> list[str]:
    return [event.kind for event in events]
