"""What a person can do with the exact clock: which acts are open, and what each way of each leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulations.engine.compiled.effects import MESSAGE
from simulations.engine.compiled.exact_time import ExactTime
from simulations.engine.compiled.expressions import joined
from simulations.engine.compiled.layout import (
    CONTESTED,
    INSPECTED,
    READ,
    RUNNING,
)
from simulations.engine.compiled.timetable import DAY, seconds_of
from simulations.engine.compiled.ways import Way
from simulations.engine.conditions import Condition
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.scenario import QUESTION, Act, Rule


class ExactActs(ExactTime):
    """Writes `open0`, `open1`, …, `news`, and for each way what it does and which items it earns."""

    def way(self, number: int, way: Way) -> None:
        """Judged by the state in which the act was begun; its effects come when it is done."""
        out, act = self.out, self.scenario.acts[way.act]
        self.say.dates = {key: f"d{index}" for index, key in enumerate(way.days)}
        arguments = "".join(f", d{index}" for index in range(len(way.days)))
        judged = dict(way.judged.rules)
        with out.under(f"def way{number}(f, now, p{arguments}):"):
            out.put(f"day = now // {DAY}")
            groups = self.choose(act.rules, judged)
            out.put("b = 0")
            self.flag("b", way.judged.breaches, {key: slot.mask for key, slot in self.places.breaches.items()})
            for key, condition in way.judged.risks:
                broken, risk = self.places.breaches[key].mask, self.places.risks[key].mask
                with out.under(f"if {joined('and', [f'not b & {broken}', self.say.text(condition, 'f')])}:"):
                    out.put(f"b |= {risk}")
            for index, (_, condition) in enumerate(way.judged.meets):
                out.put(f"m{index} = {self.say.text(condition, 'f')}")
            out.put(f"until = now + {act.minutes * 60}", "f, now, p = passing(f, now, p, until)")
            with out.under(f"if f & {self.ended}:"):
                out.put("return f, now, p")
            out.put("now = until", f"day = now // {DAY}", "g = f", "f |= b")
            self.done(act)
            self.effects.write(out, act.effects)
            if act.questions:
                self.effects.ask(out, act, way.inputs[QUESTION])
                self.effects.write(out, act.questions[way.inputs[QUESTION]].effects)
            for index, rule in enumerate(act.rules):
                with out.under(f"if {groups[rule.group]} == {index}:"):
                    self.effects.write(out, rule.effects)
            for index, (name, _) in enumerate(way.judged.meets):
                with out.under(f"if m{index}:"):
                    self.effects.met(out, name)
            for key, guard in self.scenario.safeguards.items():
                if guard.within is not None and act.key in guard.after:
                    name = f"{SAFEGUARDS}.{key}"
                    with out.under(f"if not f & {self.places.duties[name].mask}:"):
                        self.effects.open_duty(out, name, guard.within)
            out.put("f, p = settle(f, now, p)", "return passing(f, now, p, now)")
        with out.under(f"def items{number}(f, now, p{arguments}):"):
            out.put(f"day = now // {DAY}", "b = 0")
            self.flag("b", way.judged.items, self.items())
            out.put("return b")
        self.say.dates = {}

    def items(self) -> Mapping[str, int]:
        return {key: 1 << index for index, key in enumerate(self.scenario.rubric)}

    def flag(self, name: str, judged: Sequence[tuple[str, Condition]], masks: Mapping[str, int]) -> None:
        for key, condition in judged:
            with self.out.under(f"if {self.say.text(condition, 'f')}:"):
                self.out.put(f"{name} |= {masks[key]}")

    def items_at_end(self) -> None:
        masks = self.items()
        free = [(key, item.when) for key, item in self.scenario.rubric.items() if not item.on]
        with self.out.under("def items_at_end(f, now, p):"):
            self.out.put(f"day = now // {DAY}", "b = 0")
            self.flag("b", free, masks)
            self.out.put("return b")

    def choose(self, rules: Sequence[Rule], judged: Mapping[str, Condition]) -> dict[str, str]:
        """For each group the variable that holds the index of its first rule that holds, or -1."""
        names: dict[str, str] = {}
        for rule in rules:
            names.setdefault(rule.group, f"r{len(names)}")
        for group, name in names.items():
            self.out.put(f"{name} = -1")
            for index, rule in reversed(list(enumerate(rules))):
                if rule.group == group:
                    with self.out.under(f"if {self.say.text(judged[rule.key], 'f')}:"):
                        self.out.put(f"{name} = {index}")
        return names

    def done(self, act: Act) -> None:
        slot = self.places.done[act.key]
        if slot.width == 1:
            self.out.put(f"f |= {slot.mask}")
        else:
            with self.out.under(f"if (f & {slot.mask}) != {slot.mask}:"):
                self.out.put(f"f += {slot.at(1)}")
        if act.document in self.places.documents:
            stage = self.places.documents[act.document]
            number = INSPECTED if act.task == "inspect" else READ
            self.out.put(f"f = f & {~stage.mask} | {stage.at(number)}")

    def open_to(self) -> None:
        """For each act the numbers of its ways that are open now."""
        out = self.out
        closes = seconds_of(self.scenario.office.closes)
        for index, act in enumerate(self.scenario.acts.values()):
            gates = [self.say.text(need.when, "f") for need in act.needs]
            if act.once:
                gates.insert(0, f"not f & {self.places.done[act.key].mask}")
            if act.questions:
                gates.append(f"(f & {self.places.asked[act.key].mask}).bit_count() < {act.limit}")
            if act.minutes:
                gates.append(f"day * {DAY} + {closes} - now >= {act.minutes * 60}")
            with out.under(f"def open{index}(f, now):"):
                out.put(f"day = now // {DAY}", "out = []")
                with out.under(f"if {joined('and', gates)}:"):
                    self.offer([(number, way) for number, way in enumerate(self.ways) if way.act == act.key])
                out.put("return out")

    def news(self) -> None:
        """When waiting ends: the next moment at the desk with something new, or a clock's last open day; else None."""
        out, opens = self.out, seconds_of(self.scenario.office.opens)
        last = self.timetable.number(self.scenario.ends_on) * DAY
        with out.under("def news(f, now, p):"):
            out.put(f"out = [D[c >> 16] for c in p if c & 65535 >= {MESSAGE}]")
            for key in self.scenario.deadlines:
                status = self.places.status[key]
                earliest, latest = self.say.clock("E", key, "f"), self.say.clock("L", key, "f")
                with out.under(f"if f & {status.mask} == {status.at(RUNNING)}:"):
                    out.put(f"out += [D[({earliest} + 1) * {DAY}], B[{earliest}] * {DAY} + {opens}]")
                with out.under(f"elif f & {status.mask} == {status.at(CONTESTED)}:"):
                    out.put(f"out.append(D[({latest} + 1) * {DAY}])")
            for key, inject in self.scenario.injects.items():
                if inject.at is not None:
                    at = self.timetable.seconds(inject.at)
                    with out.under(f"if now < {at} and not f & {self.places.injects[key].mask}:"):
                        out.put(f"out.append({self.timetable.at_desk[at]})")
            out.put(f"return min([x for x in out if now < x < {last}], default=None)")

    def offer(self, ways: Sequence[tuple[int, Way]]) -> None:
        free = [str(number) for number, way in ways if not way.when]
        if free:
            self.out.put(f"out += [{', '.join(free)}]")
        for number, way in ways:
            if way.when:
                with self.out.under(f"if {joined('and', [self.say.text(item, 'f') for item in way.when])}:"):
                    self.out.put(f"out.append({number})")
