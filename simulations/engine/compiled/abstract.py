"""A case in abstract time as one Python function from a packed int to all ints that may follow.

Clocks that run may turn at any moment, what is on its way may arrive at any moment, days pass at any moment. So
whatever the exact clock reaches is reached here as well; what is not reached here cannot happen at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from simulations.engine.compiled.effects import Effects, assigned
from simulations.engine.compiled.epochs import Epochs
from simulations.engine.compiled.expressions import MAY, MUST, Expressions, joined, negation
from simulations.engine.compiled.interplay import Thing, meanwhile, read_by, times_sent
from simulations.engine.compiled.layout import (
    CONTESTED,
    EXPIRED,
    HERE,
    INSPECTED,
    IS_MISSED,
    IS_OPEN,
    READ,
    RUNNING,
    Layout,
    Slot,
    Tracked,
    duties_of,
    layout,
)
from simulations.engine.compiled.residue import residue, truth
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.timetable import DAY, Timetable
from simulations.engine.compiled.ways import Judged, Way, ways
from simulations.engine.conditions import (
    Atom,
    Condition,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    FactIs,
    InputDate,
    InputOpen,
    atoms,
)
from simulations.engine.duties import INJECTS, SAFEGUARDS
from simulations.engine.scenario import QUESTION, Act, Delay, Effect, Rule, Scenario, Within

UNCERTAIN = (DaysLeft, InputDate, InputOpen)
STARTED = frozenset({"running", "contested", "expired", "stopped"})
MOST_GUESSES = 256


@dataclass(frozen=True, slots=True)
class Label:
    """What led from one abstract state to the next. kind: act, read, message, clock, time."""

    kind: str
    key: str
    way: Way | None = None
    status: str = ""


class TooManyGuesses(Exception):
    """One act depends on too much that is not tracked; `things` would have to be."""

    def __init__(self, things: set[Thing]) -> None:
        super().__init__(str(things))
        self.things = things


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


class Abstract:
    """`follow(state)`: all that may come next; `happen(state)`: without the person; `told(state)`: with labels."""

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
        self.sampled: set[str] = set()
        self.labels: list[Label] = []
        self.disturbed: dict[str, int] = {}
        self.ways = {key: self._ways(act) for key, act in scenario.acts.items()}
        scope = self._functions(Plain(self.labels))
        self.follow: Callable[[int], list[int]] = scope["follow"]
        self.happen: Callable[[int], list[int]] = scope["happen"]
        self._settle: Callable[[int, list[int]], None] = scope["settle"]

    def start(self) -> tuple[int, ...]:
        f, places, scenario = 0, self.places, self.scenario
        for key, slot in places.facts.items():
            f |= slot.at(scenario.facts[key].values.index(scenario.facts[key].initial))
        for key, slot in places.documents.items():
            f |= slot.at(HERE) if scenario.documents[key].at_start else 0
        for key, slot in places.status.items():
            f |= slot.at(RUNNING) if scenario.deadlines[key].starts_at_begin else 0
        found: list[int] = []
        styles = [
            [slot.at(n) for n in range(len(scenario.counterparts[key].styles))] for key, slot in places.styles.items()
        ]
        for given in product(*styles):
            self._settle(f | sum(given), found)
        return tuple(dict.fromkeys(found))

    def told(self, state: int) -> Iterator[tuple[Label, int]]:
        return ((self.labels[index], after) for index, after in self._told(state))

    @cached_property
    def _told(self) -> Callable[[int], list[tuple[int, int]]]:
        """Written only when somebody wants to know the way: it is longer than `follow`, one line for each way."""
        told: Callable[[int], list[tuple[int, int]]] = self._functions(Told(self.labels))["follow"]
        return told

    def test(self, condition: Condition) -> Callable[[int], bool]:
        """Whether a condition without inputs may hold in a state."""
        out = Source()
        with out.under("def test(s):"):
            out.put(f"return bool({self.say.text(condition, 's')})")
        answer: Callable[[int], bool] = out.become({})["test"]
        return answer

    def _ways(self, act: Act) -> tuple[Way, ...]:
        found, whole = ways(self.scenario, act)
        if not whole:
            self.sampled.add(act.key)
        return found

    def _functions(self, emit: Plain) -> dict[str, Any]:
        out = Source()
        self._write_settle(out)
        with out.under("def happen(s):"):
            out.put("out = []")
            self._environment(out, Plain(self.labels))
            out.put("return out")
        for number, act in enumerate(self.scenario.acts.values()):
            self._meanwhile(out, number, act)
        with out.under("def follow(s):"):
            out.put("out = []")
            with out.under(f"if s & {self.ended}:"):
                out.put("return out")
            for act in self.scenario.acts.values():
                self._act(out, act, emit)
            self._papers(out, emit)
            self._environment(out, emit)
            out.put("return out")
        return out.become({})

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


class Plain:
    """How a state that may come next is handed on: after what it brings, or as it is."""

    tells = False

    def __init__(self, labels: list[Label]) -> None:
        self.labels = labels

    def put(self, out: Source, label: Label) -> None:
        out.put("settle(f, out)")

    def as_it_is(self, out: Source, label: Label) -> None:
        out.put("out.append(f)")


class Told(Plain):
    """The same with the number of a label before each state."""

    tells = True

    def put(self, out: Source, label: Label) -> None:
        out.put("one = []", "settle(f, one)", f"out += [({len(self.labels)}, x) for x in one]")
        self.labels.append(label)

    def as_it_is(self, out: Source, label: Label) -> None:
        out.put(f"out.append(({len(self.labels)}, f))")
        self.labels.append(label)


def guesses(judged: Judged, say: AbstractExpressions) -> Iterator[Judged]:
    """Every combination of truths of the atoms that abstract time cannot know."""
    found = (
        atom
        for group in (judged.rules, judged.breaches, judged.meets)
        for _, condition in group
        for atom in atoms(condition)
    )
    unknown = tuple(dict.fromkeys(atom for atom in found if say.is_guessed(atom)))
    if 1 << len(unknown) > MOST_GUESSES:
        raise TooManyGuesses({thing for atom in unknown for thing in read_by(atom)})
    for truths in product((True, False), repeat=len(unknown)):
        told = dict(zip(unknown, truths, strict=True))
        if is_consistent(told, say.scenario):
            yield _guessed(judged, told, say)


def _guessed(judged: Judged, told: dict[Atom, bool], say: AbstractExpressions) -> Judged:
    def known(atom: Atom) -> Condition | None:
        if atom not in told:
            return None
        if told[atom] and isinstance(atom, DaysLeft | InputDate) and atom.deadline in say.places.status:
            return DeadlineIs(atom.deadline, STARTED)
        return truth(told[atom])

    def left(group: tuple[tuple[str, Condition], ...]) -> tuple[tuple[str, Condition], ...]:
        return tuple((key, residue(condition, known)) for key, condition in group)

    return judged.mapped(left)


def is_consistent(told: dict[Atom, bool], scenario: Scenario) -> bool:
    """Whether some day and some value of each fact would answer so."""
    lies = [
        (atom.input, atom.deadline, atom.lies) for atom, holds in told.items() if holds and isinstance(atom, InputDate)
    ]
    late = {(key, deadline) for key, deadline, how in lies if how == "too_late"}
    if any(how in ("in_time", "within_readings") and (key, deadline) in late for key, deadline, how in lies):
        return False
    facts = [(atom, holds) for atom, holds in told.items() if isinstance(atom, FactIs)]
    return all(
        any(all((value in other.values) == so for other, so in facts if other.fact == atom.fact) for value in values)
        for atom, _ in facts
        if (values := scenario.facts[atom.fact].values)
    )
