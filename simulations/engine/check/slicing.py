"""A smaller case in which the same question has the same answer: what the question does not depend on is left out.

Acts that are left out only pass time, and abstract time passes by itself. Endings that are not asked about are left
out too, so a slice never ends earlier than the case: what it does not reach the case does not reach.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulations.engine.compiled.interplay import Thing, read_by, written_by, written_by_act, written_by_inject
from simulations.engine.compiled.ways import judged
from simulations.engine.conditions import Condition
from simulations.engine.duties import INJECTS, SAFEGUARDS
from simulations.engine.scenario import Act, Ending, Inject, Rule, Scenario


@dataclass(slots=True)
class Cone:
    """Everything that what is asked can depend on, grown until nothing new appears."""

    scenario: Scenario
    safeguards: frozenset[str] = frozenset()
    things: set[Thing] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    injects: set[str] = field(default_factory=set)

    def read(self, condition: Condition) -> None:
        self.things |= set(read_by(condition))

    @property
    def size(self) -> int:
        return len(self.things) + len(self.acts) + len(self.messages) + len(self.injects)

    def grow(self) -> None:
        before = -1
        while before != self.size:
            before = self.size
            self._spread()

    def _spread(self) -> None:
        scenario = self.scenario
        for act in scenario.acts.values():
            if act.key in self.acts or self.act_matters(act):
                self._take(act)
        for key, message in scenario.messages.items():
            if key not in self.messages and self.matters(written_by(message.effects)):
                self.messages.add(key)
                self.things.add(("message", key))
                self.things |= {("style", message.sender)} if message.sender in scenario.counterparts else set()
        for key, deadline in scenario.deadlines.items():
            if self.matters(written_by(deadline.on_expiry)):
                self.things.add(("clock", key))
        for key, inject in scenario.injects.items():
            if self.matters(written_by_inject(inject)):
                self.injects.add(key)
                self.things.add(("inject", key))
                self.read(inject.when)
        for key in self.safeguards:
            self._duty(key)

    def _duty(self, key: str) -> None:
        guard = self.scenario.safeguards[key]
        if guard.within is not None:
            self.things.add(("duty", f"{SAFEGUARDS}.{key}"))
            self.acts |= {*guard.acts, *guard.after}
            if guard.after_when is not None:
                self.read(guard.after_when)

    def matters(self, things: Iterable[Thing]) -> bool:
        return any(thing in self.things for thing in things)

    def act_matters(self, act: Act) -> bool:
        watched = any(act.key in self.scenario.safeguards[key].acts for key in self.safeguards)
        return watched or self.matters(written_by_act(self.scenario, act))

    def _take(self, act: Act) -> None:
        """With the act comes all that decides whether it can be done and which of its rules applies."""
        self.acts.add(act.key)
        for need in act.needs:
            self.read(need.when)
        for rule in self.rules_of(act):
            self.read(rule.when)
        for item in act.inputs:
            for option in item.options:
                self.read(option.when)
        told = judged(replace(self.scenario, safeguards=self._guards()), act)
        for _, condition in (*told.breaches, *told.meets):
            self.read(condition)
        if act.questions:
            self.things.add(("asked", act.key))
        if act.once:
            self.things.add(("act", act.key))

    def rules_of(self, act: Act) -> tuple[Rule, ...]:
        """Up to the last rule of each group that does something that matters; the others change nothing."""
        last: dict[str, int] = {}
        for index, rule in enumerate(act.rules):
            if self.matters(written_by(rule.effects)):
                last[rule.group] = index
        return tuple(rule for index, rule in enumerate(act.rules) if index <= last.get(rule.group, -1))

    def _guards(self) -> Mapping[str, Any]:
        return {key: self.scenario.safeguards[key] for key in sorted(self.safeguards)}

    def scenario_of(self, endings: Mapping[str, Ending]) -> Scenario:
        clocks = {key for kind, key in self.things if kind == "clock"}
        return replace(
            self.scenario,
            facts=_kept(self.scenario.facts, {key for kind, key in self.things if kind == "fact"}),
            documents=_kept(
                self.scenario.documents, {*self.marked(), *(key for kind, key in self.things if kind == "document")}
            ),
            acts={key: self._act(act) for key, act in self.scenario.acts.items() if key in self.acts},
            messages=_kept(self.scenario.messages, self.messages),
            injects={key: self._inject(inject) for key, inject in self.scenario.injects.items() if key in self.injects},
            counterparts=_kept(self.scenario.counterparts, {key for kind, key in self.things if kind == "style"}),
            deadlines=_kept(self.scenario.deadlines, clocks),
            safeguards=self._guards(),
            endings=endings,
            rubric={},
            stages={},
            models={},
            falls_to=self.scenario.falls_to if self.scenario.falls_to in endings else "",
        )

    def marked(self) -> set[str]:
        """Papers that are looked through in an act, whether or not anybody asks if they are there."""
        acts = (self.scenario.acts[key] for key in self.acts)
        return {item.document for act in acts for item in act.inputs if item.kind == "marks"}

    def _inject(self, inject: Inject) -> Inject:
        """What it expects is left out where nobody asks whether it came."""
        return inject if ("duty", f"{INJECTS}.{inject.key}") in self.things else replace(inject, expects=None)

    def _act(self, act: Act) -> Act:
        return replace(act, rules=self.rules_of(act))


def _kept(table: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    wanted = set(keys)
    return {key: item for key, item in table.items() if key in wanted}


def slice_for(
    scenario: Scenario,
    *,
    conditions: Iterable[Condition] = (),
    endings: Iterable[str] = (),
    safeguards: Iterable[str] = (),
    acts: Iterable[str] = (),
) -> Scenario:
    """The case as far as these conditions, endings, safeguards and acts depend on it."""
    cone = Cone(scenario, frozenset(safeguards))
    wanted = {key: item for key, item in scenario.endings.items() if key in set(endings)}
    cone.acts |= set(acts)
    for ending in wanted.values():
        cone.read(ending.when)
    for condition in conditions:
        cone.read(condition)
    cone.grow()
    return cone.scenario_of(wanted)


def narrowed(scenario: Scenario, tracked: Collection[Thing]) -> Scenario:
    """A slice with only those acts, letters and injects that change something tracked or are watched."""
    cone = Cone(scenario, frozenset(scenario.safeguards), things=set(tracked))
    for key, act in scenario.acts.items():
        if cone.act_matters(act):
            cone.acts.add(key)
    for key, message in scenario.messages.items():
        if ("message", key) in tracked or cone.matters(written_by(message.effects)):
            cone.messages.add(key)
    for key, inject in scenario.injects.items():
        if cone.matters(written_by_inject(inject)):
            cone.injects.add(key)
    return replace(
        scenario,
        acts={key: replace(act, rules=cone.rules_of(act)) for key, act in scenario.acts.items() if key in cone.acts},
        messages=_kept(scenario.messages, cone.messages),
        injects=_kept(scenario.injects, cone.injects),
    )
