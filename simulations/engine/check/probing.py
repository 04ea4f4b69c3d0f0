"""Runs that leave the author's way once: each act done where it is first open, as often as the case counts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulations.engine.check.logs import Walk, authored, go, moves_of
from simulations.engine.check.places import conditions
from simulations.engine.check.played import Log
from simulations.engine.compiled import Machine, Move
from simulations.engine.conditions import ActDone, atoms
from simulations.engine.scenario import END_DAY, WAIT, Scenario

MOST_PROBES = 200


def probes(machine: Machine, logs: Iterable[Log]) -> Iterator[Walk]:
    """Each goes on along its way afterwards; where no way was written, along what a bot did that met an ending."""
    counts = counted(machine.scenario)
    left = MOST_PROBES
    for way in authored(machine) or _ways_of(machine, logs):
        tried: set[Move] = set()
        here = Walk((), machine.start())
        for at, step in enumerate((*way, machine.end_day)):
            for move in machine.moves(here.state):
                if move in tried or machine.key_of(move) in (WAIT, END_DAY):
                    continue
                tried.add(move)
                left -= 1
                yield go(machine, way[at:], _repeated(machine, here, move, counts.get(machine.key_of(move), 1)))
                if not left:
                    return
            here = go(machine, (step,), here)


def _ways_of(machine: Machine, logs: Iterable[Log]) -> list[tuple[Move, ...]]:
    """The run of a bot that met an ending before time did."""
    scenario = machine.scenario
    for log in logs:
        if log[-1].kind == "ended" and log[-1].data.get("ending") != scenario.falls_to:
            return [moves_of(machine, log)]
    return []


def counted(scenario: Scenario) -> dict[str, int]:
    """How often an act must be done for every count that a condition names."""
    found: dict[str, int] = {}
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, ActDone):
                found[atom.act] = max(found.get(atom.act, 1), atom.at_least)
    return found


def _repeated(machine: Machine, walk: Walk, move: Move, times: int) -> Walk:
    return go(machine, (move,) * times, walk)
