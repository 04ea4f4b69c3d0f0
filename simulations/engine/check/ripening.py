"""How the earliest moments are found: what is there at the beginning brings more, until nothing gets any earlier."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from simulations.engine.calendar import ONE_DAY
from simulations.engine.check.earliest import NEVER_AGAIN, Earliest, Thing
from simulations.engine.check.places import effects
from simulations.engine.check.reach import Reach
from simulations.engine.conditions import All
from simulations.engine.due import arrival, counted_from, limit
from simulations.engine.scenario import (
    Act,
    Deadline,
    Effect,
    ExtendClock,
    Input,
    Receive,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)


def earliest(scenario: Scenario, reach: Reach) -> Earliest:
    found = Earliest(scenario, reach)
    now = scenario.starts_at
    for fact in scenario.facts.values():
        found.note(now, "fact", fact.key, fact.initial)
    for key, document in scenario.documents.items():
        if document.at_start:
            found.note(now, "document", key)
    for key, message in scenario.messages.items():
        if message.at_start:
            found.note(now, "message", key)
    for key, deadline in scenario.deadlines.items():
        found.last_live[key] = _last_live(scenario, deadline)
        if deadline.starts_at_begin:
            _start(found, deadline, now)
        else:
            found.note(now, "clock", key, "not_started")
    before: dict[Thing, datetime] | None = None
    while found.at != before:
        before = dict(found.at)
        _grow(found)
    return found


def _grow(found: Earliest) -> None:
    scenario = found.scenario
    for act in scenario.acts.values():
        _act(found, act)
    for key, message in scenario.messages.items():
        if found.is_ever("message", key):
            _take(found, message.effects, found.of("message", key))
    for key, deadline in scenario.deadlines.items():
        if found.is_ever("clock", key, "expired"):
            _take(found, deadline.on_expiry, found.of("clock", key, "expired"))
    for key, inject in scenario.injects.items():
        moment = found.first(inject.when)
        if inject.at is not None:
            moment = max(inject.at, moment)
        if key in found.reach.injects and moment <= found.end:
            found.note(moment, "inject", key)
            _take(found, inject.effects, moment)


def _act(found: Earliest, act: Act) -> None:
    if act.key not in found.reach.acts:
        return
    needs = All(tuple(need.when for need in act.needs))
    ready = max([found.first(needs), *(_fillable(found, item) for item in act.inputs)])
    if ready == NEVER_AGAIN or (begins := at_desk(found.scenario, ready, act.minutes)) > found.until(needs):
        return
    done = begins + timedelta(minutes=act.minutes)
    if done >= found.end:
        return
    found.note(done, "act", act.key)
    found.note(done, "begun", act.key)
    if act.task == "inspect" and act.document:
        found.note(done, "inspected", act.document)
    if act.document:
        found.note(done, "document", act.document)
    _take(found, act.effects, done)
    for option in act.inputs[0].options if act.questions else ():
        if (asked := found.first(option.when)) < NEVER_AGAIN:
            _take(found, act.questions[option.key].effects, max(done, asked))
    for rule in act.rules:
        moment = max(begins, found.first(rule.when, (act,)))
        if (act.key, rule.key) in found.reach.rules and moment <= found.until(All((needs, rule.when))):
            found.note(moment + timedelta(minutes=act.minutes), "rule", act.key, rule.key)
            _take(found, rule.effects, max(done, moment))


def _fillable(found: Earliest, item: Input) -> datetime:
    """An input that must be given and has options waits for the first of them."""
    if not (item.required and item.options):
        return found.scenario.starts_at
    return min(found.first(option.when) for option in item.options)


def _take(found: Earliest, brought: Iterable[Effect], moment: datetime) -> None:
    for effect in brought:
        match effect:
            case SetFact(fact, value):
                found.note(moment, "fact", fact, value)
            case Receive(document):
                found.note(moment, "document", document)
            case Send(message, delay):
                found.note(arrival(found.scenario, delay, moment), "message", message)
            case StartClock(deadline):
                _start(found, found.scenario.deadlines[deadline], moment)
            case StopClock(deadline) | ExtendClock(deadline) if found.is_ever("clock", deadline, "running"):
                at = max(moment, found.of("clock", deadline, "running"))
                if at <= found.last_live[deadline]:
                    found.note(at, "clock", deadline, "stopped" if isinstance(effect, StopClock) else "extended")


def _start(found: Earliest, deadline: Deadline, moment: datetime) -> None:
    if moment > found.end:
        return
    dates = limit(found.scenario, deadline, counted_from(deadline, moment))
    found.note(moment, "clock", deadline.key, "running")
    for status, day in (("contested", dates.earliest), ("expired", dates.latest)):
        turned = datetime.combine(day + ONE_DAY, time())
        if turned < found.end:  # at the very end of a case the end comes first
            found.note(max(turned, moment), "clock", deadline.key, status)


def _last_live(scenario: Scenario, deadline: Deadline) -> datetime:
    """The last moment at which the clock can still be stopped; it may be started on any day of the case."""
    end = datetime.combine(scenario.ends_on, time())
    starts = any(effect == StartClock(deadline.key) for _, effect in effects(scenario))
    if starts or not deadline.starts_at_begin:
        return end
    begun = counted_from(deadline, scenario.starts_at)
    latest = limit(scenario, deadline, begun).latest
    if deadline.extension and any(effect == ExtendClock(deadline.key) for _, effect in effects(scenario)):
        latest = max(latest, limit(scenario, deadline, begun, extended=True).latest)
    return min(end, datetime.combine(latest + ONE_DAY, time()))


def at_desk(scenario: Scenario, ready: datetime, minutes: int) -> datetime:
    """The first moment at which somebody can begin what takes so long; without time it may begin at once."""
    if not minutes:
        return ready
    table, office = scenario.calendars[scenario.office.calendar], scenario.office
    day = ready.date()
    start = max(ready, datetime.combine(day, office.opens))
    fits = start + timedelta(minutes=minutes) <= datetime.combine(day, office.closes)
    if fits:
        return start
    return datetime.combine(table.next_open(day), office.opens)
