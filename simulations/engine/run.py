"""Playing a case: begin, decide, evolve. Only decide refuses; it computes dates and effects into events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simulations.engine import counterparts, duties, safeguards
from simulations.engine import inputs as inputs_of
from simulations.engine.cast.drawing import Identity, draw
from simulations.engine.conditions import holds
from simulations.engine.consequences import Ledger
from simulations.engine.evolve import evolve, replay
from simulations.engine.fingerprint import SEMANTICS
from simulations.engine.log import Event, chain_breaks
from simulations.engine.passage import next_morning, next_news
from simulations.engine.refusal import Refused
from simulations.engine.scenario import BUILT_IN, END_DAY, FIRE, QUESTION, READ, WAIT, Act, Rule, Scenario
from simulations.engine.state import State
from simulations.engine.steps import Step, steps

__all__ = ["BUILT_IN", "END_DAY", "FACILITATOR", "FIRE", "READ", "WAIT", "Command", "Refused", "Step"]
__all__ += ["begin", "decide", "evolve", "obstacle", "replay", "steps", "verify"]


FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Command:
    """What a person asks for. `act` is an act of the case, or one of the built-in ones:

    `end_day` (to the next open office morning), `wait` (to the next morning on which something is new),
    `read` with inputs {"document": key} or {"message": key}; reading takes no time.
    `fire` with {"inject": key} is a facilitator's alone, which `by` says.
    `expected_seq`: the state the person was looking at; anything else is refused as stale.
    `judged`: forms and marks come in the words of the log (`{"surname": "fits"}`), as in a model way or when a log is
    decided again; what a person typed is never marked so.
    """

    act: str
    inputs: Mapping[str, Any] = field(default_factory=dict)
    expected_seq: int | None = None
    judged: bool = False
    by: str = ""


def begin(
    scenario: Scenario, seed: str = "", *, styles: Mapping[str, str] | None = None, identity: Identity | None = None
) -> tuple[Event, ...]:
    """The first events of a run: clocks that run from the start, papers on the desk, who is who and who answers how.

    `styles` of the counterparts and the `identity` of the cast where they are chosen and not drawn from the seed.
    """
    ledger = Ledger(scenario, State(now=scenario.starts_at), step=0)
    given = counterparts.given(scenario.counterparts, seed, styles or {})
    people = identity or draw(scenario.cast, seed)
    changes: list[list[Any]] = [["identity", people]] if scenario.cast else []
    changes += [["fact", fact.key, fact.initial] for fact in scenario.facts.values()]
    changes += [["style", person, style] for person, style in given.items()]
    changes += [["document", item.key, "here"] for item in scenario.documents.values() if item.at_start]
    now = scenario.starts_at.isoformat()
    changes += [["arrive", item.key, now] for item in scenario.messages.values() if item.at_start]
    clocks = [item for item in scenario.deadlines.values() if item.starts_at_begin]
    changes += [ledger.clock_started(item.key, item.started_on) for item in clocks]
    ledger.add("begun", changes, seed=seed, logic_hash=scenario.logic_hash, semantics=SEMANTICS)
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
    if command.act == FIRE and command.by == FACILITATOR:
        return _fire(scenario, state, command)
    return _act(scenario, state, command)


def obstacle(scenario: Scenario, state: State, act: Act) -> Refused | None:
    """Why this act cannot be done now; None when it can."""
    if state.has_ended:
        return Refused("ended", act=act.key)
    if act.once and act.key in state.done:
        return Refused("already_done", act=act.key)
    if act.questions and len(state.asked.get(act.key, ())) >= act.limit:
        return Refused("already_done", act=act.key)
    need = next((need for need in act.needs if not holds(need.when, scenario, state)), None)
    if need is not None:
        return Refused("not_yet", act=act.key, because=need.because)
    ends = state.now + timedelta(minutes=act.minutes)
    closes = datetime.combine(state.now.date(), scenario.office.closes)
    if act.minutes and ends > closes:
        return Refused("office_closes", act=act.key)
    if not inputs_of.can_be_answered(scenario, state, act):
        return Refused("not_yet", act=act.key)
    return None


def _act(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    act = scenario.acts.get(command.act)
    if act is None:
        raise Refused("unknown_act", act=str(command.act)[:60])
    if refusal := obstacle(scenario, state, act):
        raise refusal
    given = inputs_of.checked(scenario, state, act, command.inputs, judged=command.judged)
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
    effects = list(act.effects)
    if act.questions:
        changes.append(["ask", act.key, given[QUESTION]])
        effects += act.questions[given[QUESTION]].effects
    effects += [effect for rule in rules for effect in rule.effects]
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
    for kind, key in duties.met_by(ledger.scenario, ledger.state, before, act, given):
        ledger.meet(kind, key)
    for guard in duties.opened_by(ledger.scenario, ledger.state, act):
        ledger.open(guard)


def _fire(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    key = command.inputs.get("inject")
    inject = scenario.injects.get(key) if isinstance(key, str) else None
    if inject is None or inject.by != FACILITATOR:
        raise Refused("input_invalid", act=FIRE, where="inject")
    if inject.key in state.injects:
        raise Refused("already_done", act=FIRE)
    if not holds(inject.when, scenario, state):
        raise Refused("not_yet", act=FIRE)
    ledger = Ledger(scenario, state, step=state.step + 1)
    ledger.add("facilitated", [], act=FIRE, inputs={"inject": inject.key}, by=command.by)
    ledger.fire(inject)
    ledger.settle()
    ledger.pass_time_to(state.now)
    return tuple(ledger.events)


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


def verify(scenario: Scenario, events: Sequence[Event]) -> str:
    """Decides the whole log again: empty when the engine would write every event, else what differs."""
    if (broken := chain_breaks(events)) is not None:
        return f"chain broken at {broken}"
    for step in steps(events):
        try:
            same = _begun_so(scenario, step) if step.number == 0 else _again(scenario, step) == step.events
        except Refused as refusal:
            return f"refused at {step.events[0].seq}: {refusal}"
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            same = False  # a chain may be sound around what no engine ever wrote
        if not same:
            return f"differs at {step.events[0].seq}"
    return ""


def _again(scenario: Scenario, step: Step) -> tuple[Event, ...]:
    command = Command(step.act, step.inputs, judged=True, by=str(step.taken.data.get("by", "")))
    return decide(scenario, step.before, command)


def _begun_so(scenario: Scenario, step: Step) -> bool:
    """What was drawn at the beginning is taken as it stands. An older engine named the same case by another hash."""
    told = step.taken.data
    again = begin(scenario, str(told.get("seed", "")), styles=step.after.styles, identity=step.after.identity)
    if told.get("semantics", 0) == SEMANTICS:
        return again == step.events
    return [_bare(event) for event in again] == [_bare(event) for event in step.events]


def _bare(event: Event) -> tuple[Any, ...]:
    return event.seq, event.kind, event.at, event.data.get("changes")
