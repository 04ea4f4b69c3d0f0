"""Conditions and effects in abstract time, where some of the state and every date may be anything."""

from __future__ import annotations

from simulations.engine.compiled.effects import Effects, assigned
from simulations.engine.compiled.epochs import Epochs
from simulations.engine.compiled.expressions import MAY, Expressions, negation
from simulations.engine.compiled.interplay import read_by
from simulations.engine.compiled.labels import Label
from simulations.engine.compiled.layout import Layout, Tracked, layout
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.timetable import DAY, Timetable
from simulations.engine.conditions import Atom, DateFrom, DateUntil, DaysLeft, InputDate, InputOpen
from simulations.engine.scenario import Delay, Scenario, Within

UNCERTAIN = (DaysLeft, InputDate, InputOpen)


class AbstractExpressions(Expressions):
    def __init__(self, scenario: Scenario, places: Layout, epochs: Epochs) -> None:
        super().__init__(scenario, places)
        self.epochs = epochs

    def timed(self, atom: Atom, var: str, sense: bool) -> str:
        match atom:
            case DateFrom(first):
                return self.since(self.epochs.timetable.number(first) * DAY, var, sense)
            case DateUntil(last):
                return negation(self.since((self.epochs.timetable.number(last) + 1) * DAY, var, not sense))
        return str(sense is MAY)

    def knows(self, atom: Atom) -> bool:
        tables = self.places.tables
        return all(key in tables[kind] for kind, key in read_by(atom))

    def is_guessed(self, atom: Atom) -> bool:
        if isinstance(atom, DateFrom | DateUntil):
            return not self.epochs.tracked
        return isinstance(atom, UNCERTAIN) or not self.knows(atom)

    def since(self, moment: int, var: str, sense: bool) -> str:
        if not self.epochs.tracked:
            return str(sense is MAY)
        epoch = self.epochs.reached(moment)
        if epoch is None:
            return "False"
        return f"{var} >= {self.places.epoch.at(epoch)}" if epoch else "True"


class AbstractEffects(Effects):
    """What is sent is on its way and may arrive at any moment, or never."""

    def send(self, out: Source, message: str, delay: Delay) -> None:
        held = self.styled(message)[0] if delay.calendar else "False"
        with out.under(f"if {negation(held)}:"):
            out.put(assigned(self.places.messages[message], 1))

    epochs: Epochs

    def expect(self, out: Source, name: str, within: Within) -> None:
        """When it will be too late is known by epochs: not before what begins with this one would be."""
        if name in self.places.due:
            slot = self.places.due[name]
            out.put(
                f"f = f & {~slot.mask} | ({self.epochs.due(within)}[f >> {self.places.epoch.shift}] << {slot.shift})"
            )

    def no_longer(self, out: Source, name: str) -> None:
        if name in self.places.due:
            out.put(f"f &= {~self.places.due[name].mask}")


class Terms:
    """What everything that is written about a case in abstract time shares."""

    def __init__(self, scenario: Scenario, tracked: Tracked = None) -> None:
        self.scenario = scenario
        self.tracked = tracked
        self.timetable = Timetable(scenario)
        self.epochs = Epochs(scenario, self.timetable, tracked)
        self.places = layout(scenario, with_days=False, epochs=self.epochs.count, tracked=tracked)
        self.say = AbstractExpressions(scenario, self.places, self.epochs)
        self.effects = AbstractEffects(scenario, self.places, self.timetable)
        self.effects.epochs = self.epochs
        self.ended = self.places.ending.mask
        self.labels: list[Label] = []
