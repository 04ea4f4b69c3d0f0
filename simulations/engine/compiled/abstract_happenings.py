"""What may happen at any moment in abstract time without the person doing anything."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from simulations.engine.compiled.abstract_settling import Settling
from simulations.engine.compiled.effects import assigned
from simulations.engine.compiled.expressions import joined
from simulations.engine.compiled.interplay import times_sent
from simulations.engine.compiled.labels import Label, Plain
from simulations.engine.compiled.layout import (
    CONTESTED,
    EXPIRED,
    HERE,
    IS_MET,
    IS_MISSED,
    IS_OPEN,
    READ,
    RUNNING,
    duties_of,
)
from simulations.engine.compiled.meanwhile import meanwhile
from simulations.engine.compiled.precedence import over_before
from simulations.engine.compiled.source import Source
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.scenario import Act, Effect


class Happenings(Settling):
    """`disturbed`: acts during which something may come that does not go with them in either order."""

    disturbed: dict[str, int]

    @cached_property
    def earlier(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """For each duty groups of which one is met or missed (the bit of “met” is set in both) before it runs out."""
        return {name: tuple(over_before(self.scenario, name)) for name in duties_of(self.scenario)}

    def _meanwhile(self, out: Source, number: int, act: Act) -> None:
        """For an act during which something may come that does not go with it in either order: all that may be so."""
        theirs = meanwhile(self.scenario, act, self.tracked)
        if not theirs:
            return
        self.disturbed[act.key] = number
        with out.under(f"def during{number}(s):"):
            out.put("seen, ahead = {s}, [s]")
            with out.under("while ahead:"):
                out.put("s, out = ahead.pop(), []")
                for key in sorted(theirs.messages):
                    self._arrival(out, key, Plain(self.labels))
                for name in sorted(theirs.duties):
                    self._missed(out, name, Plain(self.labels))
                moments = {self.scenario.injects[key].at for key in theirs.injects}
                self._days(out, Plain(self.labels), {self.timetable.seconds(at) for at in moments if at})
                out.put(f"fresh = [x for x in out if x not in seen and not x & {self.ended}]")
                out.put("seen.update(fresh)", "ahead += fresh")
            out.put("return seen")

    def _arrival(self, out: Source, key: str, emit: Plain) -> None:
        if key not in self.places.messages:
            self._may_happen(out, self.scenario.messages[key].effects, emit, Label("message", key))
            return
        way = self.places.messages[key].mask
        with out.under(f"if s & {way}:"):
            for left in (f"s & {~way}", "s") if times_sent(self.scenario, key) > 1 else (f"s & {~way}",):
                out.put(f"g = f = {left}")
                self.effects.write(out, self.scenario.messages[key].effects)
                emit.put(out, Label("message", key))

    def _missed(self, out: Source, name: str, emit: Plain) -> None:
        """An open duty may run out at any moment; one that is not tracked may have been open."""
        kind, _, key = name.partition(".")
        slot = self.places.duties.get(name)
        breach = [f"f |= {self.places.breaches[key].mask}"] if kind == SAFEGUARDS else []
        if slot is None:
            if breach:
                out.put("f = s", *breach)
                emit.put(out, Label("duty", name))
            return
        gates = [f"s & {slot.mask} == {slot.at(IS_OPEN)}"]
        if name in self.places.due:
            due = self.places.due[name]
            gates.append(f"s >> {self.places.epoch.shift} >= (s & {due.mask}) >> {due.shift}")
        duties = self.places.duties
        for group in self.earlier[name]:
            if all(other in duties for other in group):
                gates.append(f"s & {sum(duties[other].at(IS_MET) for other in group)}")
        with out.under(f"if {joined('and', gates)}:"):
            out.put("f = s", assigned(slot, IS_MISSED), *breach)
            self.effects.no_longer(out, name)
            emit.put(out, Label("duty", name))

    def _by_facilitator(self, out: Source, key: str, emit: Plain) -> None:
        inject, slot = self.scenario.injects[key], self.places.injects[key]
        with out.under(f"if {joined('and', [f'not s & {slot.mask}', self.say.text(inject.when, 's')])}:"):
            out.put("g = f = s")
            self._fire(out, key)
            emit.put(out, Label("inject", key))

    def _may_happen(self, out: Source, effects: Iterable[Effect], emit: Plain, label: Label) -> None:
        """At any moment, for nothing is known about what brings it."""
        written = Source()
        self.effects.write(written, effects)
        if written.lines:
            out.put("g = f = s")
            out.take(written.lines)
            emit.put(out, label)

    def _environment(self, out: Source, emit: Plain) -> None:
        places, scenario = self.places, self.scenario
        for key in scenario.messages:
            self._arrival(out, key, emit)
        for key, deadline in scenario.deadlines.items():
            if key not in places.status:
                self._may_happen(out, deadline.on_expiry, emit, Label("clock", key, status="expired"))
                continue
            status = places.status[key]
            with out.under(f"if s & {status.mask} == {status.at(RUNNING)}:"):
                out.put("g = f = s", assigned(status, CONTESTED))
                emit.put(out, Label("clock", key, status="contested"))
            with out.under(f"if s & {status.mask} == {status.at(CONTESTED)}:"):
                out.put("g = f = s", assigned(status, EXPIRED))
                self.effects.write(out, deadline.on_expiry)
                emit.put(out, Label("clock", key, status="expired"))
        for name in duties_of(scenario):
            self._missed(out, name, emit)
        for key, inject in scenario.injects.items():
            if inject.by:
                self._by_facilitator(out, key, emit)
        self._days(out, emit, set(self.epochs.turns))

    def _papers(self, out: Source, emit: Plain) -> None:
        for key, slot in self.places.documents.items():
            with out.under(f"if s & {slot.mask} == {slot.at(HERE)}:"):
                out.put("f = s", assigned(slot, READ))
                emit.put(out, Label("read", key))

    def _days(self, out: Source, emit: Plain, among: set[int]) -> None:
        """A day boundary without an occurrence may be noticed later, together with what comes next."""
        epoch = self.places.epoch
        for number, moment in enumerate(self.epochs.turns):
            if moment not in among:
                continue
            with out.under(f"if s >> {epoch.shift} == {number}:"):
                out.put(f"f = s + {epoch.at(1)}")
                label = Label("time", self.timetable.moment(moment).isoformat())
                if moment not in self.epochs.calls:
                    emit.as_it_is(out, label)
                emit.put(out, label)
