"""Effects as Python: worked out against the state before the event (`g`), assigned to the state after it (`f`)."""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.compiled.expressions import Unsupported, member
from simulations.engine.compiled.layout import HERE, RUNNING, STATUSES, STOPPED, Layout, Slot
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.timetable import DAY, Timetable, seconds_of
from simulations.engine.scenario import (
    Delay,
    Effect,
    ExtendClock,
    Receive,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)

LIVE = [STATUSES.index("running"), STATUSES.index("contested")]
MESSAGE = 4 << 12  # kinds of what falls due, in the order in which things of one moment are taken


class Effects:
    """What lies outside the layout is left out: that is how a slice forgets."""

    def __init__(self, scenario: Scenario, places: Layout, timetable: Timetable) -> None:
        self.scenario = scenario
        self.places = places
        self.timetable = timetable
        self.messages = sorted(scenario.messages)

    def write(self, out: Source, effects: Iterable[Effect]) -> None:
        for effect in effects:
            self.one(out, effect)

    def one(self, out: Source, effect: Effect) -> None:
        places = self.places
        match effect:
            case SetFact(fact, value):
                if fact in places.facts:
                    number = self.scenario.facts[fact].values.index(value)
                    out.put(assigned(places.facts[fact], number))
            case Receive(document):
                if document in places.documents:
                    slot = places.documents[document]
                    out.put(f"if not g & {slot.mask}: {assigned(slot, HERE)}")
            case Send(message, delay):
                if message in places.messages:
                    self.send(out, message, delay)
            case StartClock(deadline):
                if deadline in places.status:
                    self.start(out, deadline)
            case StopClock(deadline):
                if deadline in places.status:
                    out.put(f"if {self.is_live(deadline)}: {self.stopped(deadline)}")
            case ExtendClock(deadline):
                if deadline in places.status and self.scenario.deadlines[deadline].extension:
                    extended = places.extended[deadline].mask
                    out.put(f"if {self.is_live(deadline)} and not g & {extended}: {self.longer(deadline)}")
            case _:
                raise Unsupported(f"effect {type(effect).__name__}")

    def send(self, out: Source, message: str, delay: Delay) -> None:
        number = self.messages.index(message)
        out.put(f"p = put(p, (({self.due(delay)}) << 16) | {MESSAGE | number})")

    def due(self, delay: Delay) -> str:
        if delay.moment is not None:
            return f"max({self.timetable.seconds(delay.moment)}, now)"
        if not delay.calendar:
            return f"now + {delay.minutes * 60}"
        calendar = self.timetable.calendars.index(delay.calendar)
        at = seconds_of(delay.at or self.scenario.office.opens)
        return f"N[{calendar}, {delay.open_days}, day] * {DAY} + {at}"

    def is_live(self, deadline: str) -> str:
        slot = self.places.status[deadline]
        return member(slot.shift, slot.mask, LIVE, len(STATUSES), "g")

    def clock_mask(self, deadline: str) -> int:
        places = self.places
        since = places.since[deadline].mask if deadline in places.since else 0
        return places.status[deadline].mask | places.extended[deadline].mask | since

    def since_mask(self, deadline: str) -> int:
        return self.places.since[deadline].mask if deadline in self.places.since else 0

    def start(self, out: Source, deadline: str) -> None:
        running = self.places.status[deadline].at(RUNNING)
        since = f" | (day << {self.places.since[deadline].shift})" if deadline in self.places.since else ""
        out.put(f"f = f & {~self.clock_mask(deadline)} | {running}{since}")

    def stopped(self, deadline: str) -> str:
        kept = self.since_mask(deadline) | self.places.extended[deadline].mask
        return f"f = f & {~self.clock_mask(deadline)} | (g & {kept}) | {self.places.status[deadline].at(STOPPED)}"

    def longer(self, deadline: str) -> str:
        now = self.places.status[deadline].at(RUNNING) | self.places.extended[deadline].mask
        return f"f = f & {~self.clock_mask(deadline)} | (g & {self.since_mask(deadline)}) | {now}"


def assigned(slot: Slot, number: int) -> str:
    if slot.mask == slot.at(number):
        return f"f |= {slot.mask}"
    return f"f = f & {~slot.mask} | {slot.at(number)}" if number else f"f &= {~slot.mask}"
