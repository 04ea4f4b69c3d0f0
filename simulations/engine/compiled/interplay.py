"""What an act and the things that happen meanwhile write and read: where their order matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulations.engine.check.places import effects as every_effect
from simulations.engine.conditions import (
    ActDone,
    AnyOf,
    Condition,
    CountDone,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    atoms,
)
from simulations.engine.scenario import (
    Act,
    Effect,
    ExtendClock,
    Receive,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)

Thing = tuple[str, str]  # (fact|document|clock|message|act|time, key)
TIME: Thing = ("time", "")


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


def written_by_act(act: Act) -> set[Thing]:
    every = [*act.effects, *(effect for rule in act.rules for effect in rule.effects)]
    found = set(written_by(every)) | {("act", act.key)}
    return found | ({("document", act.document)} if act.document else set())


def meanwhile(scenario: Scenario, act: Act) -> tuple[set[str], set[str]]:
    """Messages and timed injects that may come while the act is being done and for which the order matters.

    Everything else may as well come before or after it. Order matters where both write one fact or clock, and where
    one inject or one way to an ending reads what both write. Clocks turn at midnight, when no act is under way.
    """
    if not act.minutes:
        return set(), set()
    events = {("message", key): message.effects for key, message in scenario.messages.items()}
    events |= {("inject", key): inject.effects for key, inject in scenario.injects.items() if inject.at is not None}
    writes = {key: _with_injects(scenario, set(written_by(effects))) for key, effects in events.items()}
    chosen: dict[Thing, set[Thing]] = {}
    ahead = [_with_injects(scenario, written_by_act(act))]
    while ahead:
        mine = ahead.pop()
        for key, theirs in writes.items():
            if key not in chosen and (_clash(scenario, mine, theirs) or (chosen and _sends(theirs, chosen))):
                chosen[key] = theirs
                ahead.append(theirs)
    return {key for kind, key in chosen if kind == "message"}, {key for kind, key in chosen if kind == "inject"}


def _sends(theirs: set[Thing], chosen: Iterable[Thing]) -> bool:
    return any(thing in theirs for thing in chosen if thing[0] == "message")


def _with_injects(scenario: Scenario, things: set[Thing]) -> set[Thing]:
    """What is written, with what the injects write that may follow from it."""
    before = -1
    while before != len(things):
        before = len(things)
        for inject in scenario.injects.values():
            if things & set(read_by(inject.when)):
                things = things | set(written_by(inject.effects))
    return things


def _clash(scenario: Scenario, mine: set[Thing], theirs: set[Thing]) -> bool:
    """Papers come once and are never lost, and a letter sent twice is on its way twice: those never clash."""
    if any(kind in ("fact", "clock") for kind, _ in mine & theirs):
        return True
    reads = [set(read_by(inject.when)) for inject in scenario.injects.values()]
    reads += [set(read_by(part)) for ending in scenario.endings.values() for part in _parts(ending.when)]
    return any(read & mine and read & theirs for read in reads)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AnyOf) else (condition,)


def times_sent(scenario: Scenario, message: str) -> int:
    """How often it can be sent at most; 2 stands for more than once."""
    found = 0
    for where, effect in every_effect(scenario):
        if isinstance(effect, Send) and effect.message == message:
            kind, key = where.split(".")[:2]
            once = kind == "injects" or (kind == "acts" and scenario.acts[key].once)
            found += 1 if once else 2
    return min(found, 2)
