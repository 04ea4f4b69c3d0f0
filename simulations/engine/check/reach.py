"""What can ever become true, whatever the order: an over-approximation that grows until nothing new appears.

Time, order and exclusion are ignored, so "unreachable" here is certain and "reachable" is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from simulations.engine.conditions import (
    DOCUMENT_STAGES,
    ActDone,
    All,
    AnyOf,
    Asked,
    Condition,
    CountDone,
    CounterpartIs,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InjectIs,
    InputDate,
    NoneOf,
    holds,
)
from simulations.engine.scenario import (
    Act,
    Effect,
    ExtendClock,
    Receive,
    Rule,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)
from simulations.engine.state import State

_LIVE = {"running", "contested"}
_AHEAD_OF = {"running": {"running", "contested", "expired"}, "contested": {"contested", "expired"}}


@dataclass(slots=True)
class Reach:
    """Everything that was found reachable so far, from the beginning or from a state."""

    scenario: Scenario
    today: date
    facts: dict[str, set[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    rules: set[tuple[str, str]] = field(default_factory=set)
    injects: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)  # acts and injects that do not come again
    never: set[tuple[str, str]] = field(default_factory=set)  # rules known to apply in no run
    statuses: dict[str, set[str]] = field(default_factory=dict)
    since: State | None = None  # where it is asked from; what was done there stays done

    @property
    def size(self) -> int:
        tables = (*self.facts.values(), *self.statuses.values())
        flat = (self.documents, self.messages, self.acts, self.rules, self.injects)
        return sum(len(table) for table in tables) + sum(len(items) for items in flat)

    def may_hold(self, condition: Condition) -> bool:
        """Could it be true in some run?"""
        match condition:
            case All(parts):
                return all(self.may_hold(part) for part in parts)
            case AnyOf(parts):
                return any(self.may_hold(part) for part in parts)
            case NoneOf(parts):
                return not any(self.must_hold(part) for part in parts)
            case FactIs(fact, values):
                return bool(self.facts[fact] & values)
            case ActDone(act, at_least):
                return act in self.acts and (at_least <= 1 or not self.scenario.acts[act].once)
            case CountDone(acts, at_least):
                return sum(1 for act in acts if act in self.acts) >= at_least
            case DocumentIs(document, stage):
                return document in self.documents and self.may_be(document, stage)
            case DeadlineIs(deadline, statuses):
                return bool(self.statuses[deadline] & statuses)
            case DaysLeft(deadline) | InputDate(_, deadline) if deadline:
                return bool(self.statuses[deadline] - {"not_started"})
            case Asked(act):
                return act in self.acts and self._askable(condition) >= condition.at_least
            case InjectIs(inject, statuses):
                return inject in self.injects and ("fired" in statuses or self._duty_may_be(inject, statuses))
            case CounterpartIs(person, styles):
                return bool(self._styles(person) & styles)
            case DateFrom(day):
                return day <= self.scenario.ends_on
            case DateUntil(day):
                return day >= self.today
            case _:
                return True

    def must_hold(self, condition: Condition) -> bool:
        """Is it true in every run at every moment?"""
        match condition:
            case All(parts):
                return all(self.must_hold(part) for part in parts)
            case AnyOf(parts):
                return any(self.must_hold(part) for part in parts)
            case NoneOf(parts):
                return not any(self.may_hold(part) for part in parts)
            case FactIs(fact, values):
                return self.facts[fact] <= values
            case DeadlineIs(deadline, statuses):
                return self.statuses[deadline] - {"extended"} <= statuses
            case DateFrom(day):
                return day <= self.today
            case DateUntil(day):
                return day >= self.scenario.ends_on
            case CountDone(_, at_least):
                return at_least <= 0 or (self.since is not None and holds(condition, self.scenario, self.since))
            case CounterpartIs(person, styles):
                return self._styles(person) <= styles
            case ActDone() | DocumentIs() | Asked() | InjectIs():
                return self.since is not None and holds(condition, self.scenario, self.since)
            case _:
                return False

    def _askable(self, atom: Asked) -> int:
        """How many questions of that kind one interview has room for."""
        act = self.scenario.acts[atom.act]
        fits = [
            key
            for key, question in act.questions.items()
            if (not atom.questions or key in atom.questions) and (not atom.manners or question.manner in atom.manners)
        ]
        return min(len(fits), act.limit)

    def _duty_may_be(self, inject: str, statuses: frozenset[str]) -> bool:
        expects = self.scenario.injects[inject].expects
        if expects is None:
            return False
        return "missed" in statuses or any(act in self.acts for act in expects.acts)

    def _styles(self, person: str) -> set[str]:
        counterpart = self.scenario.counterparts.get(person)
        return set(counterpart.styles) if counterpart else set()

    def may_be(self, document: str, stage: str) -> bool:
        if DOCUMENT_STAGES.index(stage) < 2:
            return True
        acts = self.scenario.acts.values()
        return any(act.document == document and act.task == "inspect" and act.key in self.acts for act in acts)

    def take(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            match effect:
                case SetFact(fact, value):
                    self.facts[fact].add(value)
                case Receive(document):
                    self.documents.add(document)
                case Send(message):
                    self.messages.add(message)
                case StartClock(deadline):
                    self.statuses[deadline] |= {"running", "contested", "expired"}
                case StopClock(deadline) if self.statuses[deadline] & _LIVE:
                    self.statuses[deadline].add("stopped")
                case ExtendClock(deadline) if self.statuses[deadline] & _LIVE:
                    self.statuses[deadline] |= {"running", "extended"}


def reach(scenario: Scenario, *, without: Iterable[str] = (), never: Iterable[tuple[str, str]] = ()) -> Reach:
    """What can ever become true in this case; `without` these acts and injects, and where these rules `never` apply."""
    found = Reach(scenario, scenario.starts_at.date(), gone=set(without), never=set(never))
    found.facts = {key: {fact.initial} for key, fact in scenario.facts.items()}
    found.documents = {key for key, item in scenario.documents.items() if item.at_start}
    found.messages = {key for key, item in scenario.messages.items() if item.at_start}
    found.statuses = {key: {"not_started"} for key in scenario.deadlines}
    for key, deadline in scenario.deadlines.items():
        if deadline.starts_at_begin:
            found.statuses[key] = set(_AHEAD_OF["running"])
    return _grown(found)


def reach_from(scenario: Scenario, state: State) -> Reach:
    """What can still become true from here."""
    found = Reach(scenario, state.now.date(), since=state)
    found.facts = {key: {state.facts.get(key, fact.initial)} for key, fact in scenario.facts.items()}
    found.documents = set(state.documents) & set(scenario.documents)
    found.messages = {item.message for item in state.pending} & set(scenario.messages)
    found.acts = set(state.done) & set(scenario.acts)
    found.injects = set(state.injects) & set(scenario.injects)
    found.gone = {key for key in found.acts if scenario.acts[key].once} | found.injects
    found.statuses = {key: {"not_started"} for key in scenario.deadlines}
    for key in set(state.clocks) & set(scenario.deadlines):
        clock = state.clocks[key]
        found.statuses[key] = set(_AHEAD_OF.get(clock.status, {clock.status}))
        found.statuses[key] |= {"extended"} if clock.extended else set()
    return _grown(found)


def _grown(found: Reach) -> Reach:
    before = -1
    while found.size != before:
        before = found.size
        _grow(found)
    return found


def _grow(found: Reach) -> None:
    scenario = found.scenario
    for act in scenario.acts.values():
        if act.key not in found.gone and is_doable(found, act):
            found.acts.add(act.key)
            found.take(act.effects)
            for option in act.inputs[0].options if act.questions else ():
                if found.may_hold(option.when):
                    found.take(act.questions[option.key].effects)
            _apply(found, act)
    for key in tuple(found.messages):
        found.take(scenario.messages[key].effects)
    for key, deadline in scenario.deadlines.items():
        if "expired" in found.statuses[key]:
            found.take(deadline.on_expiry)
    for key, inject in scenario.injects.items():
        in_time = inject.at is None or inject.at.date() <= scenario.ends_on
        if key not in found.gone and in_time and found.may_hold(inject.when):
            found.injects.add(key)
            found.take(inject.effects)


def is_doable(found: Reach, act: Act) -> bool:
    office = found.scenario.office
    day = (office.closes.hour - office.opens.hour) * 60 + office.closes.minute - office.opens.minute
    return act.minutes <= day and all(found.may_hold(need.when) for need in act.needs)


def _apply(found: Reach, act: Act) -> None:
    closed: set[str] = set()
    for rule in act.rules:
        if rule.group not in closed and (act.key, rule.key) not in found.never and found.may_hold(rule.when):
            found.rules.add((act.key, rule.key))
            found.take(rule.effects)
            closed |= _closes(found, rule)


def _closes(found: Reach, rule: Rule) -> set[str]:
    """A rule that always holds lets no later rule of its group apply."""
    return {rule.group} if found.must_hold(rule.when) else set()
