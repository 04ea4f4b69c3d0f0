"""Time in the abstract: only the moments at which some condition or inject of the case changes count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from simulations.engine.check.places import conditions
from simulations.engine.compiled.layout import TIME, Tracked
from simulations.engine.compiled.timetable import DAY, Timetable
from simulations.engine.conditions import DateFrom, DateUntil, atoms
from simulations.engine.duties import INJECTS, SAFEGUARDS, too_late_at
from simulations.engine.scenario import Scenario, Within


class Epochs:
    """`turns` are the moments in order, epoch n lies before the n-th; at those in `calls` something happens."""

    def __init__(self, scenario: Scenario, timetable: Timetable, tracked: Tracked = None) -> None:
        self.scenario = scenario
        self.tracked = tracked is None or TIME in tracked
        self.timetable = timetable
        self.begins = begins = timetable.seconds(scenario.starts_at)
        self.last = timetable.number(scenario.ends_on) * DAY
        quiet = {
            moment for spot in conditions(scenario) for atom in atoms(spot.condition) for moment in self.moments(atom)
        }
        self.calls = {timetable.seconds(inject.at) for inject in scenario.injects.values() if inject.at is not None}
        if scenario.falls_to in scenario.endings:
            self.calls.add(self.last)
        told = sorted(moment for moment in quiet | self.calls if self.tracked and begins < moment <= self.last)
        self.withins = {
            name: within for name, within in _withins(scenario) if tracked is None or ("duty", name) in tracked
        }
        over = {self.too_late(within, moment) for within in self.withins.values() for moment in (begins, *told)}
        self.turns = tuple(
            sorted({*told, *(moment for moment in over if self.tracked and begins < moment <= self.last)})
        )

    def moments(self, atom: object) -> tuple[int, ...]:
        match atom:
            case DateFrom(day):
                return (self.timetable.number(day) * DAY,)
            case DateUntil(day):
                return ((self.timetable.number(day) + 1) * DAY,)
        return ()

    def too_late(self, within: Within, since: int) -> int:
        return self.timetable.seconds(too_late_at(self.scenario, within, self.timetable.moment(since)))

    def due(self, within: Within) -> tuple[int, ...]:
        """For what begins in each epoch, the first epoch in which it may run out."""
        return tuple(self.at(self.too_late(within, moment)) for moment in (self.begins, *self.turns))

    @property
    def count(self) -> int:
        return len(self.turns) + 1

    def at(self, seconds: int) -> int:
        return bisect_right(self.turns, seconds)

    def reached(self, moment: int) -> int | None:
        """The first epoch that lies at or after this moment; None where the case ends before."""
        if moment > self.last:
            return None
        return self.at(moment)


def _withins(scenario: Scenario) -> Iterator[tuple[str, Within]]:
    for key, inject in scenario.injects.items():
        if inject.expects is not None:
            yield f"{INJECTS}.{key}", inject.expects.within
    for key, guard in scenario.safeguards.items():
        if guard.within is not None:
            yield f"{SAFEGUARDS}.{key}", guard.within
