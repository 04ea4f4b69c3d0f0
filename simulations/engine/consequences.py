"""What follows from what: effects become changes, time brings messages, clocks end, injects fire."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from simulations.engine import duties
from simulations.engine.ahead import occurrences
from simulations.engine.conditions import Condition, holds
from simulations.engine.counterparts import Style
from simulations.engine.due import arrival, limit
from simulations.engine.evolve import clock_row, evolve
from simulations.engine.log import Event, append
from simulations.engine.refusal import Refused
from simulations.engine.scenario import (
    Delay,
    Effect,
    ExtendClock,
    Inject,
    Receive,
    Safeguard,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)
from simulations.engine.state import Clock, State

MOST_EVENTS = 2_000  # of one command; a sound case stays far below


class Ledger:
    """The events of one command while they are being decided, and the state they lead to."""

    def __init__(self, scenario: Scenario, state: State, step: int) -> None:
        self.scenario = scenario
        self.state = state
        self.step = step
        self.at = state.now
        self.events: list[Event] = []

    def add(self, kind: str, changes: list[list[Any]], **data: Any) -> None:
        if len(self.events) >= MOST_EVENTS:
            raise Refused("endless")
        body = {"changes": changes, **data}
        event = append(self.state.seq + 1, self.step, kind, self.at, body, self.state.head)
        self.events.append(event)
        self.state = evolve(self.state, event)

    def settle(self) -> None:
        """Fire what became true, then see whether the case ended. Each inject and each duty comes once, so it stops."""
        while not self.state.has_ended and (self._fire_one() or self._open_one()):
            pass
        self._end_if_due()

    def _fire_one(self) -> bool:
        for inject in self.scenario.injects.values():
            due = not inject.by and (inject.at is None or inject.at <= self.at)
            if due and inject.key not in self.state.injects and self._is_true(inject.when):
                self.fire(inject)
                return True
        return False

    def fire(self, inject: Inject) -> None:
        changes = [["inject", inject.key], *self.changes_of(inject.effects)]
        if inject.expects:
            until = duties.too_late_at(self.scenario, inject.expects.within, self.at)
            changes.append(_duty(duties.INJECTS, inject.key, duties.OPEN, until))
        self.add("inject_fired", changes, inject=inject.key)

    def _open_one(self) -> bool:
        for guard, when in duties.waiting_for_a_moment(self.scenario, self.state):
            if self._is_true(when):
                self.open(guard)
                return True
        return False

    def open(self, guard: Safeguard) -> None:
        """From now on what the safeguard demands has to be done in time."""
        if guard.within:
            until = duties.too_late_at(self.scenario, guard.within, self.at)
            change = _duty(duties.SAFEGUARDS, guard.key, duties.OPEN, until)
            self.add("duty_opened", [change], safeguard=guard.key, until=until.isoformat())

    def meet(self, kind: str, key: str) -> None:
        change = self._turned(kind, key, duties.MET)
        if kind == duties.INJECTS:
            self.add("expectation_met", [change], inject=key)
        else:
            self.add("duty_met", [change], safeguard=key)

    def _miss(self, name: str) -> None:
        kind, _, key = name.partition(".")
        change = self._turned(kind, key, duties.MISSED)
        if kind == duties.INJECTS:
            self.add("expectation_missed", [change], inject=key)
        else:
            self.add("safeguard_breached", [change, ["breach", key, self.state.seq + 1]], safeguard=key, act="")

    def _turned(self, kind: str, key: str, status: str) -> list[Any]:
        return _duty(kind, key, status, self.state.duties[f"{kind}.{key}"].until)

    def _end_if_due(self) -> None:
        if self.state.has_ended:
            return
        for ending in self.scenario.endings.values():
            if self._is_true(ending.when):
                self.add("ended", [["end", ending.key]], ending=ending.key)
                return
        if self.at.date() >= self.scenario.ends_on:
            self.add("ended", [["end", self.scenario.falls_to]], ending=self.scenario.falls_to)

    def _is_true(self, condition: Condition) -> bool:
        """As of the moment that is being decided, which the last event may lie before."""
        now = self.state if self.state.now == self.at else replace(self.state, now=self.at)
        return holds(condition, self.scenario, now)

    def pass_time_to(self, until: datetime) -> None:
        """Everything that falls due on the way, in order, until then or until the case ends."""
        while not self.state.has_ended and (due := self._next_due(until)):
            at, kind, key = due
            self.at = max(at, self.at)
            if kind == "message":
                self._deliver(key)
            elif kind == "contested":
                self.add("deadline_contested", [self._clock_turned(key, "contested")], deadline=key)
            elif kind == "expired":
                self._expire(key)
            elif kind == "duty":
                self._miss(key)
            self.settle()

    def _next_due(self, until: datetime) -> tuple[datetime, str, str] | None:
        ahead = occurrences(self.scenario, self.state, self.at)
        return min((item for item in ahead if item[0] <= until), default=None)

    def _deliver(self, key: str) -> None:
        message = self.scenario.messages[key]
        changes = [["arrive", key, self.at.isoformat()], *self.changes_of(message.effects)]
        self.add("message_arrived", changes, message=key)

    def _expire(self, key: str) -> None:
        effects = self.scenario.deadlines[key].on_expiry
        changes = [self._clock_turned(key, "expired"), *self.changes_of(effects)]
        self.add("deadline_expired", changes, deadline=key)

    def changes_of(self, effects: Iterable[Effect]) -> list[list[Any]]:
        return [change for effect in effects if (change := self._change(effect))]

    def _change(self, effect: Effect) -> list[Any]:
        match effect:
            case SetFact(fact, value):
                return ["fact", fact, value]
            case Receive(document):
                return [] if document in self.state.documents else ["document", document, "here"]
            case Send(message, delay):
                return self._sent(message, delay)
            case StartClock(deadline):
                return self.clock_started(deadline)
            case StopClock(deadline):
                return self._clock_stopped(deadline)
            case ExtendClock(deadline):
                return self._clock_extended(deadline)

    def _sent(self, message: str, delay: Delay) -> list[Any]:
        """When it will arrive; a counterpart's style may put it off or hold it back."""
        if delay.calendar and (style := self._style_of(message)):
            if style.holds_back(message):
                return []
            delay = replace(delay, open_days=delay.open_days + style.later)
        return ["pend", arrival(self.scenario, delay, self.at).isoformat(), message]

    def _style_of(self, message: str) -> Style | None:
        counterpart = self.scenario.counterparts.get(self.scenario.messages[message].sender)
        return counterpart.styles.get(self.state.styles.get(counterpart.person, "")) if counterpart else None

    def clock_started(self, key: str, on: date | None = None) -> list[Any]:
        """`on`: where it had been running before."""
        since = on or self.at.date()
        dates = limit(self.scenario, self.scenario.deadlines[key], since)
        clock = Clock(
            status="running",
            started_on=since,
            earliest=dates.earliest,
            default=dates.default,
            latest=dates.latest,
            in_working_days=dates.in_working_days,
        )
        return ["clock", key, clock_row(clock)]

    def _clock_stopped(self, key: str) -> list[Any]:
        clock = self.state.clocks.get(key)
        if clock is None or clock.status not in ("running", "contested"):
            return []
        return ["clock", key, clock_row(replace(clock, status="stopped", ended_at=self.at))]

    def _clock_extended(self, key: str) -> list[Any]:
        clock = self.state.clocks.get(key)
        if clock is None or clock.status not in ("running", "contested") or clock.extended:
            return []
        if not self.scenario.deadlines[key].extension:
            return []
        dates = limit(self.scenario, self.scenario.deadlines[key], clock.started_on, extended=True)
        longer = replace(
            clock,
            status="running",
            earliest=dates.earliest,
            default=dates.default,
            latest=dates.latest,
            in_working_days=dates.in_working_days,
            extended=True,
        )
        return ["clock", key, clock_row(longer)]

    def _clock_turned(self, key: str, status: str) -> list[Any]:
        ended = self.at if status == "expired" else None
        return ["clock", key, clock_row(replace(self.state.clocks[key], status=status, ended_at=ended))]


def _duty(kind: str, key: str, status: str, until: datetime) -> list[Any]:
    return ["duty", f"{kind}.{key}", status, until.isoformat()]
