"""Days that are named and lie outside of the case."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.certain import Known
from simulations.engine.check.places import conditions, effects
from simulations.engine.conditions import DateFrom, DateUntil, atoms
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Scenario, Send


def outside(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """A day that never comes is an error; a limit that everything keeps is only said."""
    first, last = scenario.starts_at.date(), scenario.ends_on
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, DateFrom | DateUntil) and not first <= atom.day <= last:
                never = (atom.day > last) == isinstance(atom, DateFrom)
                words = f"{atom.day} lies outside of the case, which runs from {first} to {last}"
                yield (Problem if never else warning)("date_outside_case", spot.where, words)
    for where, effect in effects(scenario):
        if isinstance(effect, Send) and (moment := effect.delay.moment):
            if moment.date() >= last:
                words = f"“{effect.message}” would arrive on {moment.date()}, and the case ends on {last}"
                yield Problem("date_outside_case", where, words)
            elif moment < scenario.starts_at:
                words = f"“{effect.message}” is dated {moment.date()}, before the case begins"
                yield warning("date_outside_case", where, words)
    for key, inject in scenario.injects.items():
        if inject.at is not None and not first <= inject.at.date() <= last:
            words = f"{inject.at.date()} lies outside of the case, which runs from {first} to {last}"
            yield Problem("date_outside_case", f"injects.{key}.at", words)
