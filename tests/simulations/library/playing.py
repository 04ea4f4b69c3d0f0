"""The shipped cases, loaded once, and short ways to say how somebody played one."""

from collections.abc import Mapping, Sequence
from functools import cache

from simulations.agreements.engine.shelf import reference
from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.log import Event
from simulations.engine.outlook import follow
from simulations.engine.run import Command, begin, decide
from simulations.engine.scenario import Move, Scenario
from simulations.scenarios.engine.library import path_of


@cache
def case(key: str) -> Scenario:
    return load(path_of(key).read_bytes(), reference(), key=key)


def model(
    scenario: Scenario, name: str, without: Sequence[str] = (), instead: Mapping[str, Command] | None = None
) -> list[Event]:
    """The author's way, with some acts left out or done otherwise."""
    swapped = instead or {}
    events = list(begin(scenario))
    for move in scenario.models[name]:
        taken = swapped.get(move.act, move)
        if taken.act not in without:
            events += follow(scenario, replay(events), [Move(taken.act, taken.inputs)])
    return events


def play(scenario: Scenario, *commands: Command) -> list[Event]:
    """Command after command, as the author's own people; a refusal is raised."""
    events = list(begin(scenario))
    for command in commands:
        events += decide(scenario, replay(events), command)
    return events


def to_the_end(scenario: Scenario, events: list[Event]) -> list[Event]:
    while not replay(events).has_ended:
        events = events + list(decide(scenario, replay(events), Command("end_day")))
    return events


def statuses(scenario: Scenario, events: Sequence[Event]) -> dict[str, str]:
    return {finding.safeguard.key: finding.status for finding in debrief(scenario, events).safeguards}


def earned(scenario: Scenario, events: Sequence[Event]) -> set[str]:
    return {item.item.key for item in debrief(scenario, events).score.items if item.earned}
