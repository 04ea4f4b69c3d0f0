"""Where each part of a run's state lies in one packed int."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from simulations.engine.check.places import conditions
from simulations.engine.conditions import DOCUMENT_STAGES, ActDone, atoms
from simulations.engine.duties import INJECTS, MET, MISSED, OPEN, SAFEGUARDS
from simulations.engine.scenario import Scenario

T = TypeVar("T")
STATUSES = ("not_started", "running", "contested", "expired", "stopped")
RUNNING, CONTESTED, EXPIRED, STOPPED = 1, 2, 3, 4
STAGES = ("", *DOCUMENT_STAGES)
HERE, READ, INSPECTED = 1, 2, 3
DUTIES = ("", OPEN, MET, MISSED)
IS_OPEN, IS_MET, IS_MISSED = 1, 2, 3
MOST_DAYS = 13  # bits of the day a clock was started on


@dataclass(frozen=True, slots=True)
class Slot:
    """Some neighbouring bits. `at(n)` is the number n as it lies there."""

    shift: int
    width: int

    @property
    def mask(self) -> int:
        return ((1 << self.width) - 1) << self.shift

    @property
    def most(self) -> int:
        return (1 << self.width) - 1

    def at(self, number: int) -> int:
        return number << self.shift

    def of(self, packed: int) -> int:
        return packed >> self.shift & self.most


Table = dict[str, Slot]
TIME = ("time", "")
Tracked = Collection[tuple[str, str]] | None  # (fact|document|act|clock|message|inject|asked|duty|style|time, key)


@dataclass(slots=True)
class Layout:
    """Slots by the key of what they hold. A clock's `since` is the day it started on; `extended` lies above it."""

    facts: Table = field(default_factory=dict)
    documents: Table = field(default_factory=dict)
    done: Table = field(default_factory=dict)
    status: Table = field(default_factory=dict)
    since: Table = field(default_factory=dict)
    extended: Table = field(default_factory=dict)
    injects: Table = field(default_factory=dict)
    messages: Table = field(default_factory=dict)  # arrived; in abstract time: on its way
    asked: Table = field(default_factory=dict)  # a bit for each question, in the order of the interview
    duties: Table = field(default_factory=dict)  # injects.key or safeguards.key
    due: Table = field(default_factory=dict)  # in abstract time: the first epoch in which a duty may run out
    styles: Table = field(default_factory=dict)
    breaches: Table = field(default_factory=dict)
    risks: Table = field(default_factory=dict)
    ending: Slot = Slot(0, 0)
    epoch: Slot = Slot(0, 0)
    endings: tuple[str, ...] = ("",)
    size: int = 0

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables by the kind of thing they have places for."""
        return {
            "fact": self.facts,
            "document": self.documents,
            "act": self.done,
            "clock": self.status,
            "message": self.messages,
            "inject": self.injects,
            "asked": self.asked,
            "duty": self.duties,
            "style": self.styles,
        }

    def take(self, width: int) -> Slot:
        slot = Slot(self.size, width)
        self.size += width
        return slot

    def flags(self, keys: Iterable[str]) -> Table:
        return {key: self.take(1) for key in keys}


def layout(scenario: Scenario, *, with_days: bool, epochs: int = 1, tracked: Tracked = None) -> Layout:
    """`with_days`: clocks remember when they started; without, abstract time counts `epochs` instead.

    `tracked`: only these parts of the state get a place; what lies outside may be anything.
    """
    found = Layout(endings=("", *scenario.endings))
    found.ending = found.take(len(scenario.endings).bit_length())
    for key, fact in _tracked("fact", scenario.facts, tracked):
        found.facts[key] = found.take(max(1, (len(fact.values) - 1).bit_length()))
    found.documents = {key: found.take(2) for key, _ in _tracked("document", scenario.documents, tracked)}
    most = most_counted(scenario)
    acts = _tracked("act", scenario.acts, tracked)
    found.done = {key: found.take(most.get(key, 1).bit_length()) for key, _ in acts}
    for key, _ in _tracked("clock", scenario.deadlines, tracked):
        found.status[key] = found.take(3)
        if with_days:
            found.since[key] = found.take(MOST_DAYS)
        found.extended[key] = found.take(1)
    found.injects = found.flags(scenario.injects)
    found.messages = found.flags(key for key, _ in _tracked("message", scenario.messages, tracked))
    interviews = {key: act for key, act in scenario.acts.items() if act.questions}
    for key, act in _tracked("asked", interviews, tracked):
        found.asked[key] = found.take(len(act.questions))
    for name, _ in _tracked("duty", dict.fromkeys(duties_of(scenario)), tracked):
        found.duties[name] = found.take(2)
        if not with_days and epochs > 1:
            found.due[name] = found.take(epochs.bit_length())
    for key, item in _tracked("style", scenario.counterparts, tracked):
        found.styles[key] = found.take(max(1, (len(item.styles) - 1).bit_length()))
    found.breaches = found.flags(scenario.safeguards)
    if with_days:
        found.risks = found.flags(scenario.safeguards)
    else:
        found.epoch = found.take(max(1, (epochs - 1).bit_length()))
    return found


def _tracked(kind: str, table: Mapping[str, T], tracked: Tracked) -> list[tuple[str, T]]:
    return [(key, item) for key, item in table.items() if tracked is None or (kind, key) in tracked]


def duties_of(scenario: Scenario) -> tuple[str, ...]:
    """What may have to follow in time, in the order in which things of one moment are taken."""
    found = [f"{INJECTS}.{key}" for key, inject in scenario.injects.items() if inject.expects is not None]
    found += [f"{SAFEGUARDS}.{key}" for key, guard in scenario.safeguards.items() if guard.within is not None]
    return tuple(sorted(found))


def most_counted(scenario: Scenario) -> Mapping[str, int]:
    """How many times of each act any condition tells apart."""
    most: dict[str, int] = {}
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, ActDone):
                most[atom.act] = max(most.get(atom.act, 1), atom.at_least)
    return most
