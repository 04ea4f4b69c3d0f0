"""What a state brings at once in abstract time: injects, duties that begin, endings."""

from __future__ import annotations

from simulations.engine.compiled.abstract_terms import Terms
from simulations.engine.compiled.expressions import MAY, MUST, joined
from simulations.engine.compiled.source import Source
from simulations.engine.conditions import Condition
from simulations.engine.duties import INJECTS, SAFEGUARDS


class Settling(Terms):
    def _write_settle(self, out: Source) -> None:
        """Appends each state in which the injects and endings that this state brings may leave the case."""
        with out.under("def settle(f, out):"):
            out.put("ahead = [f]")
            with out.under("while ahead:"):
                out.put("f = ahead.pop()")
                for key, inject in self.scenario.injects.items():
                    if not inject.by:
                        at = None if inject.at is None else self.timetable.seconds(inject.at)
                        self._inject(out, key, inject.when, at)
                for key in self.scenario.safeguards:
                    self._duty(out, key)
                for key, ending in self.scenario.endings.items():
                    self._ending(out, key, *(self.say.text(ending.when, "f", sense) for sense in (MAY, MUST)))
                if self.scenario.falls_to in self.scenario.endings:
                    over = (self.say.since(self.epochs.last, "f", sense) for sense in (MAY, MUST))
                    self._ending(out, self.scenario.falls_to, *over)
                out.put("out.append(f)")

    def _inject(self, out: Source, key: str, when: Condition, at: int | None) -> None:
        fired = self.places.injects[key].mask
        may, must = (
            joined("and", [f"not f & {fired}", *self._since(at, "f", sense), self.say.text(when, "f", sense)])
            for sense in (MAY, MUST)
        )
        with out.under(f"if {may}:"):
            out.put("g = kept = f")
            self._fire(out, key)
            out.put("ahead.append(f)", "f = kept")
            with out.under(f"if {must}:"):
                out.put("continue")

    def _fire(self, out: Source, key: str) -> None:
        inject = self.scenario.injects[key]
        out.put(f"f |= {self.places.injects[key].mask}")
        self.effects.write(out, inject.effects)
        if inject.expects is not None:
            self.effects.open_duty(out, f"{INJECTS}.{key}", inject.expects.within)

    def _duty(self, out: Source, key: str) -> None:
        """What a safeguard demands from the moment its condition holds."""
        guard, slot = self.scenario.safeguards[key], self.places.duties.get(f"{SAFEGUARDS}.{key}")
        if guard.within is None or guard.after_when is None or slot is None:
            return
        may, must = (
            joined("and", [f"not f & {slot.mask}", self.say.text(guard.after_when, "f", sense)])
            for sense in (MAY, MUST)
        )
        with out.under(f"if {may}:"):
            out.put("kept = f")
            self.effects.open_duty(out, f"{SAFEGUARDS}.{key}", guard.within)
            out.put("ahead.append(f)", "f = kept")
            with out.under(f"if {must}:"):
                out.put("continue")

    def _since(self, at: int | None, var: str, sense: bool) -> list[str]:
        return [] if at is None else [self.say.since(at, var, sense)]

    def _ending(self, out: Source, key: str, may: str, must: str) -> None:
        with out.under(f"if {may}:"):
            out.put(f"out.append(f | {self.places.ending.at(self.places.endings.index(key))})")
            with out.under(f"if {must}:"):
                out.put("continue")
