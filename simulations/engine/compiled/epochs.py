"""Time in the abstract: only the moments at which some condition or inject of the case changes count."""

from __future__ import annotations

from bisect import bisect_right

from simulations.engine.check.places import conditions
from simulations.engine.compiled.timetable import DAY, Timetable
from simulations.engine.conditions import DateFrom, DateUntil, atoms
from simulations.engine.scenario import Scenario


class Epochs:
    """`turns` are the moments in order, epoch n lies before the n-th; at those in `calls` something happens."""

    def __init__(self, scenario: Scenario, timetable: Timetable, *, tracked: bool = True) -> None:
        self.tracked = tracked
        self.timetable = timetable
        begins = timetable.seconds(scenario.starts_at)
        self.last = timetable.number(scenario.ends_on) * DAY
        quiet = {
            moment for spot in conditions(scenario) for atom in atoms(spot.condition) for moment in self.moments(atom)
        }
        self.calls = {timetable.seconds(inject.at) for inject in scenario.injects.values() if inject.at is not None}
        if scenario.falls_to in scenario.endings:
            self.calls.add(self.last)
        self.turns = tuple(sorted(moment for moment in quiet | self.calls if tracked and begins < moment <= self.last))

    def moments(self, atom: object) -> tuple[int, ...]:
        match atom:
            case DateFrom(day):
                return (self.timetable.number(day) * DAY,)
            case DateUntil(day):
                return ((self.timetable.number(day) + 1) * DAY,)
        return ()

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
