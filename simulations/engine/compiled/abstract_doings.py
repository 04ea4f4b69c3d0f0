"""What a person may do in abstract time: each way of each act, judged when it begins."""

from __future__ import annotations

from collections.abc import Sequence

from simulations.engine.compiled.abstract_happenings import Happenings
from simulations.engine.compiled.effects import assigned
from simulations.engine.compiled.expressions import joined
from simulations.engine.compiled.guesses import guesses
from simulations.engine.compiled.labels import Label, Plain
from simulations.engine.compiled.layout import INSPECTED, READ, Slot
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.ways import Judged, Way
from simulations.engine.conditions import Condition
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.scenario import QUESTION, Act, Rule


class Doings(Happenings):
    """`ways`: those of each act."""

    ways: dict[str, tuple[Way, ...]]

    def _act(self, out: Source, act: Act, emit: Plain) -> None:
        gates = [self.say.text(need.when, "s") for need in act.needs]
        if act.once and act.key in self.places.done:
            gates.insert(0, f"not s & {self.places.done[act.key].mask}")
        if act.key in self.places.asked:
            gates.insert(0, f"(s & {self.places.asked[act.key].mask}).bit_count() < {act.limit}")
        with out.under(f"if {joined('and', gates)}:"):
            written: set[str] = set()
            for way in self.ways[act.key]:
                for judged in guesses(way.judged, self.say):
                    part = Source()
                    self._way(part, act, way, judged)
                    if emit.tells or part.text not in written:
                        written.add(part.text)
                        self._offered(out, way, part, emit, self.disturbed.get(act.key))

    def _offered(self, out: Source, way: Way, part: Source, emit: Plain, during: int | None) -> None:
        judged, _, done = part.text.partition("---\n")
        with out.under(f"if {joined('and', [self.say.text(item, 's') for item in way.when])}:"):
            out.take(judged.splitlines())
            with out.under("if True:" if during is None else f"for g in during{during}(s):"):
                out.put("g = f = s" if during is None else "f = g")
                out.take(done.splitlines())
                emit.put(out, Label("act", way.act, way))

    def _way(self, out: Source, act: Act, way: Way, judged: Judged) -> None:
        names = self._choose(out, act.rules, dict(judged.rules))
        out.put("b = 0")
        for key, condition in judged.breaches:
            with out.under(f"if {self.say.text(condition, 's')}:"):
                out.put(f"b |= {self.places.breaches[key].mask}")
        for index, (name, condition) in enumerate(judged.meets):
            if name in self.places.duties:
                out.put(f"m{index} = {self.say.text(condition, 's')}")
        out.put("---")
        self._done(out, act)
        self.effects.write(out, act.effects)
        if act.questions:
            self.effects.ask(out, act, way.inputs[QUESTION])
            self.effects.write(out, act.questions[way.inputs[QUESTION]].effects)
        for index, rule in enumerate(act.rules):
            with out.under(f"if {names[rule.group]} == {index}:"):
                self.effects.write(out, rule.effects)
        out.put("f |= b")
        self._duties(out, act, judged)

    def _duties(self, out: Source, act: Act, judged: Judged) -> None:
        for index, (name, _) in enumerate(judged.meets):
            if name in self.places.duties:
                with out.under(f"if m{index}:"):
                    self.effects.met(out, name)
        for key, guard in self.scenario.safeguards.items():
            slot = self.places.duties.get(f"{SAFEGUARDS}.{key}")
            if guard.within is not None and act.key in guard.after and slot is not None:
                with out.under(f"if not f & {slot.mask}:"):
                    self.effects.open_duty(out, f"{SAFEGUARDS}.{key}", guard.within)

    def _choose(self, out: Source, rules: Sequence[Rule], judged: dict[str, Condition]) -> dict[str, str]:
        names: dict[str, str] = {}
        for rule in rules:
            names.setdefault(rule.group, f"r{len(names)}")
        for group, name in names.items():
            out.put(f"{name} = -1")
            for index, rule in reversed(list(enumerate(rules))):
                if rule.group == group:
                    with out.under(f"if {self.say.text(judged[rule.key], 's')}:"):
                        out.put(f"{name} = {index}")
        return names

    def _done(self, out: Source, act: Act) -> None:
        slot = self.places.done.get(act.key, Slot(0, 0))
        if slot.width == 0:
            pass
        elif slot.width == 1:
            out.put(f"f |= {slot.mask}")
        else:
            with out.under(f"if (f & {slot.mask}) != {slot.mask}:"):
                out.put(f"f += {slot.at(1)}")
        if act.document in self.places.documents:
            out.put(assigned(self.places.documents[act.document], INSPECTED if act.task == "inspect" else READ))
