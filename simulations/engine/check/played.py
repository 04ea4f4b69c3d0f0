"""Logs of bots, decided by the readable engine: what lint looks at where it needs to see a case in play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulations.engine.bots import HABITS, Bot, Walk
from simulations.engine.compiled import Machine
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, decide
from simulations.engine.scenario import Scenario

Log = tuple[Event, ...]


def logs(machine: Machine, runs: int, seed: str = "check") -> Iterator[Log]:
    """So many runs of each bot, the ones that know least first."""
    for name in reversed(tuple(HABITS)):
        bot = Bot(machine, name)
        for number in range(runs):
            yield log_of(machine, bot.walk(f"{seed}:{number}"))


def log_of(machine: Machine, walk: Walk) -> Log:
    moves = walk.trace(machine)
    return written(machine.scenario, (Command(move["act"], move["inputs"], judged=True) for move in moves))


def written(scenario: Scenario, commands: Iterable[Command]) -> Log:
    """The log of these commands; one that is refused ends it."""
    events = list(begin(scenario))
    state = replay(events)
    for command in commands:
        try:
            new = decide(scenario, state, command)
        except Refused:
            break
        events += new
        state = replay(new, state)
    return tuple(events)
