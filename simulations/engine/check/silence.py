"""Nobody passes who does nothing: the days are ended one after the other, with each style of each counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.logs import played, starts, told
from simulations.engine.compiled import Machine
from simulations.engine.problems import Problem, warning
from simulations.engine.scoring import score


def silence(machine: Machine) -> Iterator[Problem]:
    """Each passing ending that comes by itself; that of time is named where the case falls to it."""
    scenario, seen = machine.scenario, {machine.scenario.falls_to}
    for state in starts(machine):
        moves = []
        while not machine.has_ended(state):
            state = machine.step(state, machine.end_day)
            moves.append(machine.end_day)
        ending = machine.ending(state)
        if ending in seen or scenario.endings[ending].kind != "pass":
            continue
        seen.add(ending)
        trace = told(machine, moves, state)
        if score(scenario, played(scenario, trace)).passed:
            words = f"who does nothing ends with “{ending}”, which is a pass"
            yield Problem("silence_passes", f"endings.{ending}", words, trace)
        else:
            words = f"who does nothing ends with “{ending}”; only the points keep that from being a pass"
            yield warning("silence_passes", f"endings.{ending}", words, trace)
