"""When each thing can first be, at the earliest: a lower bound for every act, fact, paper, message and clock.

Each thing is as early as the earliest of what brings it; a condition is as early as the latest of its parts.
What would come after the case is over, or after the last day on which a need can hold, never comes. As with
static reach, "never" is certain and a moment is not a promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from simulations.engine.calendar import ONE_DAY
from simulations.engine.check.places import effects
from simulations.engine.check.reach import Reach
from simulations.engine.conditions import (
    ActDone,
    All,
    AnyOf,
    Asked,
    Condition,
    CountDone,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InjectIs,
    InputHas,
    InputIs,
    NoneOf,
)
from simulations.engine.deadlines import DueDates, due_dates
from simulations.engine.scenario import (
    Act,
    Deadline,
    Delay,
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

NEVER_AGAIN = datetime.max  # noqa: DTZ901 - simulated time has no zone
Thing = tuple[str, ...]


@dataclass(slots=True)
class Earliest:
    """`at` holds the first moment of ("act", key), ("fact", key, value), ("clock", key, status) and so on."""

    scenario: Scenario
    reach: Reach
    at: dict[Thing, datetime] = field(default_factory=dict)
    last_live: dict[str, datetime] = field(default_factory=dict)

    @property
    def end(self) -> datetime:
        return datetime.combine(self.scenario.ends_on, time())

    def of(self, *thing: str) -> datetime:
        return self.at.get(thing, NEVER_AGAIN)

    def is_ever(self, *thing: str) -> bool:
        return self.of(*thing) < NEVER_AGAIN

    def note(self, moment: datetime, *thing: str) -> None:
        if moment <= self.end and moment < self.of(*thing):
            self.at[thing] = moment

    def first(self, condition: Condition, acts: tuple[Act, ...] = ()) -> datetime:
        """The first moment at which it may hold; NEVER_AGAIN when it never does."""
        match condition:
            case All(parts):
                moment = max((self.first(part, acts) for part in parts), default=self.scenario.starts_at)
                return moment if moment <= self.until(condition) else NEVER_AGAIN
            case AnyOf(parts):
                return min((self.first(part, acts) for part in parts), default=NEVER_AGAIN)
            case NoneOf(parts):
                return max((self._first_without(part) for part in parts), default=self.scenario.starts_at)
            case _:
                return self._first_of_atom(condition, acts)

    def _first_without(self, part: Condition) -> datetime:
        match part:
            case DateUntil(day):
                return self._day(day + ONE_DAY)
            case DateFrom(day):
                return self.scenario.starts_at if day > self.scenario.starts_at.date() else NEVER_AGAIN
            case DeadlineIs(deadline, statuses):
                left = [status for status in _STATUSES if status not in statuses]
                return min((self._status(deadline, status) for status in left), default=NEVER_AGAIN)
            case FactIs(fact, values):
                left = [value for value in self.scenario.facts[fact].values if value not in values]
                return min((self.of("fact", fact, value) for value in left), default=NEVER_AGAIN)
            case _:
                return NEVER_AGAIN if self.reach.must_hold(part) else self.scenario.starts_at

    def _first_of_atom(self, atom: Condition, acts: tuple[Act, ...]) -> datetime:
        match atom:
            case FactIs(fact, values):
                return min((self.of("fact", fact, value) for value in values), default=NEVER_AGAIN)
            case ActDone(act, at_least):
                again = at_least <= 1 or not self.scenario.acts[act].once
                return self.of("act", act) if again else NEVER_AGAIN
            case CountDone(done, at_least):
                return _nth([self.of("act", act) for act in done], at_least, self.scenario.starts_at)
            case DocumentIs(document, stage):
                return self.of("inspected" if stage == "inspected" else "document", document)
            case DeadlineIs(deadline, statuses):
                return min((self._status(deadline, status) for status in statuses), default=NEVER_AGAIN)
            case DaysLeft(deadline):
                return self.of("clock", deadline, "running")
            case Asked(act):
                return self.of("act", act)
            case InjectIs(inject):
                return self.of("inject", inject)
            case DateFrom(day):
                return self._day(day)
            case DateUntil(day):
                return self.scenario.starts_at if day >= self.scenario.starts_at.date() else NEVER_AGAIN
            case InputIs(key, values):
                return min(self._options(acts, key, values), default=self.scenario.starts_at)
            case InputHas(key, values, at_least):
                found = list(self._options(acts, key, values))
                return _nth(found, at_least, self.scenario.starts_at) if found else self.scenario.starts_at
            case _:
                return self.scenario.starts_at

    def _options(self, acts: tuple[Act, ...], key: str, values: Iterable[str]) -> Iterator[datetime]:
        name, wanted = key.partition(".")[0], set(values)
        for act in acts:
            for item in act.inputs:
                for option in item.options if item.key == name else ():
                    if option.key in wanted:
                        yield self.first(option.when)

    def until(self, condition: Condition) -> datetime:
        """The last moment at which it may hold."""
        match condition:
            case All(parts):
                return min((self.until(part) for part in parts), default=self.end)
            case AnyOf(parts):
                return max((self.until(part) for part in parts), default=self.end)
            case DateUntil(day) if day < self.scenario.ends_on:
                return datetime.combine(day, time.max)
            case NoneOf(parts):
                days = [part.day for part in parts if isinstance(part, DateFrom) and part.day <= self.scenario.ends_on]
                return min((datetime.combine(day, time()) for day in days), default=self.end)
            case DeadlineIs(deadline, statuses) if statuses <= {"running", "contested"}:
                return self.last_live[deadline]
            case _:
                return self.end

    def _status(self, deadline: str, status: str) -> datetime:
        return self.of("clock", deadline, status)

    def _day(self, day: date) -> datetime:
        moment = max(datetime.combine(day, time()), self.scenario.starts_at)
        return moment if moment <= self.end else NEVER_AGAIN


_STATUSES = ("not_started", "running", "contested", "expired", "stopped")


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
                found.note(due(found.scenario, delay, moment), "message", message)
            case StartClock(deadline):
                _start(found, found.scenario.deadlines[deadline], moment)
            case StopClock(deadline) | ExtendClock(deadline) if found.is_ever("clock", deadline, "running"):
                at = max(moment, found.of("clock", deadline, "running"))
                if at <= found.last_live[deadline]:
                    found.note(at, "clock", deadline, "stopped" if isinstance(effect, StopClock) else "extended")


def _start(found: Earliest, deadline: Deadline, moment: datetime) -> None:
    if moment > found.end:
        return
    dates = _dates(found.scenario, deadline, started_on(deadline, moment))
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
    begun = started_on(deadline, scenario.starts_at)
    latest = _dates(scenario, deadline, begun).latest
    if deadline.extension and any(effect == ExtendClock(deadline.key) for _, effect in effects(scenario)):
        latest = max(latest, _dates(scenario, deadline, begun, extended=True).latest)
    return min(end, datetime.combine(latest + ONE_DAY, time()))


def started_on(deadline: Deadline, moment: datetime) -> date:
    """The day from which the length is counted; a clock may have been running before the case begins."""
    return deadline.started_on or moment.date()


def _dates(scenario: Scenario, deadline: Deadline, since: date, *, extended: bool = False) -> DueDates:
    tables, values = scenario.calendars, scenario.values
    longer = values[deadline.extension] if extended else None
    return due_dates(since, values[deadline.value], tables[deadline.requested], tables[deadline.requesting], longer)


def due(scenario: Scenario, delay: Delay, since: datetime) -> datetime:
    """When something sent at that moment arrives."""
    if delay.moment is not None:
        return max(delay.moment, since)
    if not delay.calendar:
        return since + timedelta(minutes=delay.minutes)
    day = scenario.calendars[delay.calendar].after_open_days(since.date(), delay.open_days)
    return datetime.combine(day, delay.at or scenario.office.opens)


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


def _nth(moments: list[datetime], count: int, default: datetime) -> datetime:
    if count <= 0:
        return default
    return sorted(moments)[count - 1] if count <= len(moments) else NEVER_AGAIN
