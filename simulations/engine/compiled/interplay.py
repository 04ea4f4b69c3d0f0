"""What conditions read of a state, and what acts, events and effects write to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulations.engine.atoms import (
    ActDone,
    Asked,
    CountDone,
    CounterpartIs,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InjectIs,
)
from simulations.engine.check.places import effects as every_effect
from simulations.engine.compiled.layout import TIME
from simulations.engine.conditions import Condition, atoms
from simulations.engine.duties import INJECTS, SAFEGUARDS
from simulations.engine.scenario import (
    Act,
    Effect,
    ExtendClock,
    Inject,
    Receive,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)

Thing = tuple[str, str]  # (fact|document|act|clock|message|inject|asked|duty|style|time, key)


def read_by(condition: Condition) -> Iterator[Thing]:
    """The parts of the state a condition looks at; its inputs are none."""
    for atom in atoms(condition):
        match atom:
            case FactIs(fact):
                yield "fact", fact
            case DocumentIs(document):
                yield "document", document
            case ActDone(act):
                yield "act", act
            case CountDone(acts):
                yield from (("act", act) for act in acts)
            case DeadlineIs(deadline) | DaysLeft(deadline):
                yield "clock", deadline
            case DateFrom() | DateUntil():
                yield TIME
            case Asked(act):
                yield "asked", act
            case InjectIs(inject, statuses):
                yield "inject", inject
                if statuses - {"fired"}:
                    yield "duty", f"{INJECTS}.{inject}"
            case CounterpartIs(person):
                yield "style", person
            case _ if getattr(atom, "deadline", ""):
                yield "clock", str(getattr(atom, "deadline", ""))


def written_by(effects: Iterable[Effect]) -> Iterator[Thing]:
    for effect in effects:
        match effect:
            case SetFact(fact):
                yield "fact", fact
            case Receive(document):
                yield "document", document
            case Send(message):
                yield "message", message
            case StartClock(deadline) | StopClock(deadline) | ExtendClock(deadline):
                yield "clock", deadline


def written_by_act(scenario: Scenario, act: Act) -> set[Thing]:
    """With the duties it meets or opens."""
    found = set(written_by(effects_of(act))) | {("act", act.key)}
    found |= {("document", act.document)} if act.document else set()
    found |= {("asked", act.key)} if act.questions else set()
    for key, inject in scenario.injects.items():
        found |= {("duty", f"{INJECTS}.{key}")} if inject.expects and act.key in inject.expects.acts else set()
    for key, guard in scenario.safeguards.items():
        touches = guard.within is not None and act.key in (*guard.acts, *guard.after)
        found |= {("duty", f"{SAFEGUARDS}.{key}")} if touches else set()
    return found


def written_by_inject(inject: Inject) -> set[Thing]:
    found = set(written_by(inject.effects)) | {("inject", inject.key)}
    return found | ({("duty", f"{INJECTS}.{inject.key}")} if inject.expects else set())


def judged_by(scenario: Scenario, act: Act) -> set[Thing]:
    """All the state that decides whether the act can be done and what it does."""
    found = {thing for need in act.needs for thing in read_by(need.when)}
    found |= {thing for rule in act.rules for thing in read_by(rule.when)}
    found |= {thing for item in act.inputs for option in item.options for thing in read_by(option.when)}
    found |= {("act", act.key), ("asked", act.key)}
    for guard in scenario.safeguards.values():
        if act.key in guard.acts:
            found |= set(read_by(guard.where)) | set(read_by(guard.guard))
    return found


def effects_of(act: Act) -> tuple[Effect, ...]:
    """All that the act can bring about, whatever is chosen."""
    of_rules = (effect for rule in act.rules for effect in rule.effects)
    of_questions = (effect for question in act.questions.values() for effect in question.effects)
    return (*act.effects, *of_rules, *of_questions)


def times_sent(scenario: Scenario, message: str) -> int:
    """How often it can be sent at most; 2 stands for more than once."""
    found = 0
    for where, effect in every_effect(scenario):
        if isinstance(effect, Send) and effect.message == message:
            kind, key = where.split(".")[:2]
            once = kind == "injects" or (kind == "acts" and scenario.acts[key].once)
            found += 1 if once else 2
    return min(found, 2)
