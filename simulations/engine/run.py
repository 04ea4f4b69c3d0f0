"""Playing a case: begin, decide, evolve. Only decide refuses; it computes dates and effects into events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simulations.engine import inputs as inputs_of
from simulations.engine import safeguards
from simulations.engine.conditions import holds
from simulations.engine.consequences import Ledger
from simulations.engine.evolve import evolve, replay
from simulations.engine.log import Event, chain_breaks
from simulations.engine.passage import next_morning, next_news
from simulations.engine.refusal import Refused
from simulations.engine.scenario import BUILT_IN, END_DAY, READ, WAIT, Act, Rule, Scenario
from simulations.engine.state import State

__all__ = ["BUILT_IN", "END_DAY", "READ", "WAIT", "Command", "Refused", "Step"]
__all__ += ["begin", "decide", "evolve", "obstacle", "replay", "steps", "verify"]


@dataclass(frozen=True, slots=True)
class Command:
    """What a person asks for. `act` is an act of the case, or one of the built-in ones:

    `end_day` (to the next open office morning), `wait` (to the next morning on which something is new),
    `read` with inputs {"document": key} or {"message": key}; reading takes no time.
    `expected_seq`: the state the person was looking at; anything else is refused as stale.
    """

    act: str
    inputs: Mapping[str, Any] = field(default_factory=dict)
    expected_seq: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a log with the states around it; step 0 is the beginning."""

    number: int
    act: str
    inputs: Mapping[str, Any]
    before: State
    after: State
    events: tuple[Event, ...]

    @property
    def taken(self) -> Event:
        """The event that is the command itself; the others are its consequences."""
        return next((event for event in self.events if event.kind in _COMMAND_KINDS), self.events[-1])


_COMMAND_KINDS = {"begun", "act_taken", "act_interrupted", "day_ended", "waited", "opened"}


def begin(scenario: Scenario, seed: str = "") -> tuple[Event, ...]:
    """The first events of a run: the clocks that run from the start, the papers on the desk."""
    ledger = Ledger(scenario, State(now=scenario.starts_at), step=0)
    changes: list[list[Any]] = [["fact", fact.key, fact.initial] for fact in scenario.facts.values()]
    changes += [["document", item.key, "here"] for item in scenario.documents.values() if item.at_start]
    now = scenario.starts_at.isoformat()
    changes += [["arrive", item.key, now] for item in scenario.messages.values() if item.at_start]
    changes += [ledger.clock_started(item.key) for item in scenario.deadlines.values() if item.starts_at_begin]
    ledger.add("begun", changes, seed=seed, logic_hash=scenario.logic_hash)
    ledger.settle()
    return tuple(ledger.events)


def decide(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    """The events this command causes, or Refused with a named reason. Changes nothing itself."""
    if state.has_ended:
        raise Refused("ended", act=command.act)
    if command.expected_seq is not None and command.expected_seq != state.seq:
        raise Refused("stale", act=command.act)
    if command.act == READ:
        return _read(scenario, state, command)
    if command.act in (END_DAY, WAIT):
        return _let_time_pass(scenario, state, command)
    return _act(scenario, state, command)


def obstacle(scenario: Scenario, state: State, act: Act) -> Refused | None:
    """Why this act cannot be done now; None when it can."""
    if state.has_ended:
        return Refused("ended", act=act.key)
    if act.once and act.key in state.done:
        return Refused("already_done", act=act.key)
    need = next((need for need in act.needs if not holds(need.when, scenario, state)), None)
    if need is not None:
        return Refused("not_yet", act=act.key, because=need.because)
    ends = state.now + timedelta(minutes=act.minutes)
    closes = datetime.combine(state.now.date(), scenario.office.closes)
    if act.minutes and ends > closes:
        return Refused("office_closes", act=act.key)
    return None


def _act(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    act = scenario.acts.get(command.act)
    if act is None:
        raise Refused("unknown_act", act=str(command.act)[:60])
    if refusal := obstacle(scenario, state, act):
        raise refusal
    given = inputs_of.checked(scenario, state, act, command.inputs)
    rules = applied(scenario, state, act, given)
    ledger = Ledger(scenario, state, step=state.step + 1)
    ends = state.now + timedelta(minutes=act.minutes)
    ledger.pass_time_to(ends)
    if ledger.state.has_ended:
        ledger.add("act_interrupted", [], act=act.key, inputs=given, rules=[])
        return tuple(ledger.events)
    changes: list[list[Any]] = [["done", act.key, ends.isoformat()]]
    if act.document:
        stage = "inspected" if act.task == "inspect" else "read"
        changes.append(["document", act.document, stage])
    effects = [*act.effects, *(effect for rule in rules for effect in rule.effects)]
    ledger.at = ends
    changes += ledger.changes_of(effects)
    ledger.add("act_taken", changes, act=act.key, inputs=given, rules=[rule.key for rule in rules])
    _watch(ledger, state, act.key, given)
    ledger.settle()
    ledger.pass_time_to(ends)  # what was sent to arrive at once
    return tuple(ledger.events)


def applied(scenario: Scenario, state: State, act: Act, given: Mapping[str, Any]) -> tuple[Rule, ...]:
    """In each group of rules the first that holds."""
    found: dict[str, Rule] = {}
    for rule in act.rules:
        if rule.group not in found and holds(rule.when, scenario, state, given):
            found[rule.group] = rule
    return tuple(found.values())


def _watch(ledger: Ledger, before: State, act: str, given: Mapping[str, Any]) -> None:
    seq = ledger.state.seq
    broken = safeguards.breached(ledger.scenario, before, act, given)
    for key in broken:
        ledger.add("safeguard_breached", [["breach", key, seq]], safeguard=key, act=act)
    for key in safeguards.put_at_risk(ledger.scenario, before, act, given):
        if key not in broken:
            ledger.add("safeguard_at_risk", [["risk", key, seq]], safeguard=key, act=act)


def _read(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    document, message = command.inputs.get("document"), command.inputs.get("message")
    ledger = Ledger(scenario, state, step=state.step + 1)
    if isinstance(document, str) and document in state.documents:
        stage = "read" if state.documents[document] == "here" else state.documents[document]
        change, given = ["document", document, stage], {"document": document}
    elif isinstance(message, str) and any(item.message == message for item in state.inbox):
        change, given = ["read", message], {"message": message}
    else:
        raise Refused("input_invalid", act=READ, where="document" if document else "message")
    ledger.add("opened", [change], act=READ, inputs=given)
    ledger.settle()
    return tuple(ledger.events)


def _let_time_pass(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    if command.inputs:
        raise Refused("input_unknown", act=command.act, where=str(next(iter(command.inputs)))[:60])
    target = next_morning(scenario, state) if command.act == END_DAY else next_news(scenario, state)
    if target is None:
        raise Refused("nothing_ahead", act=command.act)
    ledger = Ledger(scenario, state, step=state.step + 1)
    kind = "day_ended" if command.act == END_DAY else "waited"
    ledger.add(kind, [], act=command.act, inputs={}, until=target.isoformat())
    ledger.pass_time_to(target)
    if not ledger.state.has_ended:
        ledger.at = target
        ledger.add("morning", [])
        ledger.settle()
        ledger.pass_time_to(target)
    return tuple(ledger.events)


def steps(events: Iterable[Event]) -> Iterator[Step]:
    """The log command by command, with the state before and after each."""
    state, batch = State(), list[Event]()
    for event in [*events, None]:
        if batch and (event is None or event.step != batch[0].step):
            after = replay(batch, state)
            yield _step(state, after, tuple(batch))
            state, batch = after, []
        if event is not None:
            batch.append(event)


def _step(before: State, after: State, events: tuple[Event, ...]) -> Step:
    bare = Step(events[0].step, "", {}, before, after, events)
    data = bare.taken.data
    return Step(bare.number, data.get("act", ""), data.get("inputs", {}), before, after, events)


def verify(scenario: Scenario, events: Sequence[Event]) -> str:
    """Decides the whole log again: empty when the engine would write every event, else what differs."""
    if (broken := chain_breaks(events)) is not None:
        return f"chain broken at {broken}"
    for step in steps(events):
        try:
            again = _again(scenario, step)
        except Refused as refusal:
            return f"refused at {step.events[0].seq}: {refusal}"
        if again != step.events:
            return f"differs at {step.events[0].seq}"
    return ""


def _again(scenario: Scenario, step: Step) -> tuple[Event, ...]:
    if step.number == 0:
        return begin(scenario, str(step.taken.data.get("seed", "")))
    return decide(scenario, step.before, Command(step.act, step.inputs))
