"""What time brings with the exact clock: messages, turns of clocks, duties, injects, endings."""

from __future__ import annotations

from collections.abc import Sequence

from simulations.engine.compiled.effects import CONTESTS, DUTY, ENDS, EXPIRES, INJECT, MESSAGE, Effects, assigned
from simulations.engine.compiled.exact_expressions import ExactExpressions
from simulations.engine.compiled.expressions import joined, negation
from simulations.engine.compiled.layout import (
    CONTESTED,
    EXPIRED,
    IS_MISSED,
    RUNNING,
    Layout,
    duties_of,
)
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.timetable import DAY, Timetable
from simulations.engine.compiled.ways import Way
from simulations.engine.duties import INJECTS, SAFEGUARDS
from simulations.engine.scenario import Scenario


class ExactTime:
    """Writes `settle`, `passing` and a function for each inject that a facilitator may let happen."""

    def __init__(self, scenario: Scenario, places: Layout, timetable: Timetable, ways: Sequence[Way]) -> None:
        self.scenario = scenario
        self.places = places
        self.timetable = timetable
        self.ways = ways
        self.say = ExactExpressions(scenario, places, timetable)
        self.effects = Effects(scenario, places, timetable)
        self.out = Source()
        self.ended = places.ending.mask

    def settle(self) -> None:
        out, places = self.out, self.places
        with out.under("def settle(f, now, p):"):
            out.put(f"day = now // {DAY}")
            with out.under(f"while not f & {self.ended}:"):
                for key, inject in self.scenario.injects.items():
                    if inject.by:
                        continue
                    fired = places.injects[key].mask
                    due = "True" if inject.at is None else f"now >= {self.timetable.seconds(inject.at)}"
                    with out.under(f"if {joined('and', [f'not f & {fired}', due, self.say.text(inject.when, 'f')])}:"):
                        self.fire(key)
                        out.put("continue")
                for key, guard in self.scenario.safeguards.items():
                    if guard.within is not None and guard.after_when is not None:
                        fresh = f"not f & {places.duties[f'{SAFEGUARDS}.{key}'].mask}"
                        with out.under(f"if {joined('and', [fresh, self.say.text(guard.after_when, 'f')])}:"):
                            self.effects.open_duty(out, f"{SAFEGUARDS}.{key}", guard.within)
                            out.put("continue")
                out.put("break")
            with out.under(f"if f & {self.ended}:"):
                out.put("return f, p")
            for key, ending in self.scenario.endings.items():
                with out.under(f"if {self.say.text(ending.when, 'f')}:"):
                    out.put(f"return f | {self.end(key)}, p")
            if self.scenario.falls_to in self.scenario.endings:
                with out.under(f"if day >= {self.timetable.number(self.scenario.ends_on)}:"):
                    out.put(f"return f | {self.end(self.scenario.falls_to)}, p")
            out.put("return f, p")

    def fire(self, key: str) -> None:
        inject = self.scenario.injects[key]
        self.out.put("g = f", f"f |= {self.places.injects[key].mask}")
        self.effects.write(self.out, inject.effects)
        if inject.expects is not None:
            self.effects.open_duty(self.out, f"{INJECTS}.{key}", inject.expects.within)

    def fired(self) -> None:
        """One function for each inject that a facilitator may let happen; None where it cannot."""
        for number, (key, inject) in enumerate(self.scenario.injects.items()):
            with self.out.under(f"def fire{number}(f, now, p):"):
                self.out.put(f"day = now // {DAY}")
                gates = [f"not f & {self.places.injects[key].mask}", self.say.text(inject.when, "f")]
                with self.out.under(f"if {negation(joined('and', gates))}:"):
                    self.out.put("return None")
                self.fire(key)
                self.out.put("f, p = settle(f, now, p)", "return passing(f, now, p, now)")

    def end(self, key: str) -> int:
        return self.places.ending.at(self.places.endings.index(key))

    def passing(self) -> None:
        """What falls due on the way to `until`, in order, each settled before the next."""
        out = self.out
        with out.under("def passing(f, now, p, until):"):
            out.put("most = (until + 1) << 16")
            with out.under(f"while not f & {self.ended}:"):
                out.put("c = most")
                with out.under("if p and p[0] < c:"):
                    out.put("c = p[0]")
                for number, key in enumerate(sorted(self.scenario.deadlines)):
                    self.turns(number, key)
                for number, key in enumerate(sorted(self.scenario.injects)):
                    inject = self.scenario.injects[key]
                    if inject.at is not None:
                        at, fired = self.timetable.seconds(inject.at), self.places.injects[key].mask
                        self.once(at, (at << 16) | INJECT | number, f" and not f & {fired}")
                last = self.timetable.number(self.scenario.ends_on) * DAY
                self.once(last, (last << 16) | ENDS, "")
                with out.under("if c >= most:"):
                    out.put("return f, now, p")
                out.put("now = max(now, c >> 16)", f"day = now // {DAY}", "what = c & 65535")
                self.happens()
                out.put("f, p = settle(f, now, p)")
            out.put("return f, now, p")

    def turns(self, number: int, key: str) -> None:
        status = self.places.status[key]
        self.out.put(f"s = f & {status.mask}")
        for word, due, table, kind in (("if", RUNNING, "E", CONTESTS), ("elif", CONTESTED, "L", EXPIRES)):
            with self.out.under(f"{word} s == {status.at(due)}:"):
                self.out.put(f"x = (({self.say.clock(table, key, 'f')} + 1) * {DAY} << 16) | {kind | number}")
                with self.out.under("if x < c:"):
                    self.out.put("c = x")

    def once(self, at: int, code: int, more: str) -> None:
        with self.out.under(f"if c > {code} and now < {at}{more}:"):
            self.out.put(f"c = {code}")

    def happens(self) -> None:
        out, places = self.out, self.places
        out.put("g = f")
        with out.under(f"if what >= {MESSAGE}:"):
            out.put("p = p[1:]")
            for number, key in enumerate(self.effects.messages):
                with out.under(f"{'el' if number else ''}if what == {MESSAGE | number}:"):
                    out.put(f"f |= {places.messages[key].mask}")
                    self.effects.write(out, self.scenario.messages[key].effects)
        for number, name in enumerate(duties_of(self.scenario)):
            slot = places.duties[name]
            with out.under(f"elif what == {DUTY | number}:"):
                out.put("p = p[1:]", assigned(slot, IS_MISSED))
                kind, _, key = name.partition(".")
                if kind == SAFEGUARDS:
                    out.put(f"f |= {places.breaches[key].mask}")
        for number, key in enumerate(sorted(self.scenario.deadlines)):
            status = places.status[key]
            with out.under(f"elif what == {CONTESTS | number}:"):
                out.put(f"f = f & {~status.mask} | {status.at(CONTESTED)}")
            with out.under(f"elif what == {EXPIRES | number}:"):
                out.put(f"f = f & {~status.mask} | {status.at(EXPIRED)}")
                self.effects.write(out, self.scenario.deadlines[key].on_expiry)
