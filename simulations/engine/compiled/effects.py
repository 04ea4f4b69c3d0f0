"""Effects as Python: worked out against the state before the event (`g`), assigned to the state after it (`f`)."""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.compiled.expressions import Unsupported, member, negation
from simulations.engine.compiled.layout import (
    HERE,
    IS_MET,
    IS_OPEN,
    RUNNING,
    STATUSES,
    STOPPED,
    Layout,
    Slot,
    duties_of,
)
from simulations.engine.compiled.source import Source
from simulations.engine.compiled.timetable import DAY, Timetable, seconds_of
from simulations.engine.scenario import (
    Act,
    Delay,
    Effect,
    ExtendClock,
    Receive,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
    Within,
)

LIVE = [STATUSES.index("running"), STATUSES.index("contested")]
# Kinds of what falls due, in the order in which things of one moment are taken.
CONTESTS, DUTY, ENDS, EXPIRES, INJECT, MESSAGE = (kind << 12 for kind in range(6))


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
        held, later = self.styled(message) if delay.calendar else ("False", "")
        with out.under(f"if {negation(held)}:"):
            out.put(f"p = put(p, (({self.due(delay, later)}) << 16) | {MESSAGE | number})")

    def styled(self, message: str) -> tuple[str, str]:
        """When the style of the sender holds this message back, and how many open days later it lets it come."""
        sender = self.scenario.messages[message].sender
        slot = self.places.styles.get(sender)
        if slot is None:
            return "False", ""
        styles = list(self.scenario.counterparts[sender].styles.values())
        held = [n for n, style in enumerate(styles) if style.holds_back(message)]
        later = tuple(style.later for style in styles)
        return (
            member(slot.shift, slot.mask, held, len(styles), "g"),
            f" + {later}[(g & {slot.mask}) >> {slot.shift}]" if any(later) else "",
        )

    def due(self, delay: Delay, later: str = "") -> str:
        if delay.moment is not None:
            return f"max({self.timetable.seconds(delay.moment)}, now)"
        if not delay.calendar:
            return f"now + {delay.minutes * 60}"
        calendar = self.timetable.calendars.index(delay.calendar)
        at = seconds_of(delay.at or self.scenario.office.opens)
        return f"N[{calendar}, {delay.open_days}{later}, day] * {DAY} + {at}"

    def open_duty(self, out: Source, name: str, within: Within) -> None:
        """From now on it has to follow in time."""
        if name in self.places.duties:
            out.put(assigned(self.places.duties[name], IS_OPEN))
            self.expect(out, name, within)

    def expect(self, out: Source, name: str, within: Within) -> None:
        out.put(f"p = put(p, (({self.too_late(within)}) << 16) | {DUTY | duties_of(self.scenario).index(name)})")

    def no_longer(self, out: Source, name: str) -> None:
        out.put(f"p = tuple([c for c in p if c & 65535 != {DUTY | duties_of(self.scenario).index(name)}])")

    def too_late(self, within: Within) -> str:
        """The first second that is too late."""
        if within.minutes is not None:
            return f"now + {(within.minutes + 1) * 60}"
        if within.days is not None:
            return f"(day + {within.days + 1}) * {DAY}"
        calendar = self.timetable.calendars.index(within.calendar)
        if within.open_days is not None:
            return f"(N[{calendar}, {within.open_days}, day] + 1) * {DAY}"
        return f"(V[{self.timetable.values.index(within.value)}, {calendar}, day] + 1) * {DAY}"

    def met(self, out: Source, name: str) -> None:
        """What had to follow has followed, if it still could."""
        slot = self.places.duties[name]
        with out.under(f"if f & {slot.mask} == {slot.at(IS_OPEN)}:"):
            out.put(assigned(slot, IS_MET))
            self.no_longer(out, name)

    def ask(self, out: Source, act: Act, question: str) -> None:
        """An interview remembers what was asked."""
        if act.key in self.places.asked:
            number = list(act.questions).index(question)
            out.put(f"f |= {self.places.asked[act.key].at(1 << number)}")

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
