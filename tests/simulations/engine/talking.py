"""A small case that uses every task and every template once."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from simulations.agreements.engine.shelf import reference
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.log import Event
from simulations.engine.run import Command, begin, decide
from simulations.engine.scenario import Scenario
from simulations.engine.source import read
from simulations.engine.state import State

TALKING = Path(__file__).with_name("talking.yaml").read_text(encoding="utf-8")


@cache
def talking() -> Scenario:
    return load(TALKING, reference(), key="talking")


def changed(change: Mapping[str, Any]) -> dict[str, Any]:
    """The case with some parts written otherwise: {"acts.fill.minutes": 5}; None takes a part away."""
    case = deepcopy(read(TALKING).value)
    for path, value in change.items():
        *way, last = path.split(".")
        table = case
        for key in way:
            table = table[key]
        table[last] = value
        if value is None:
            del table[last]
    return case


def talk(*commands: Command, **begun: Any) -> list[Event]:
    events = list(begin(talking(), **begun))
    for command in commands:
        events += decide(talking(), replay(events), command)
    return events


def after(*commands: Command, **begun: Any) -> State:
    return replay(talk(*commands, **begun))
