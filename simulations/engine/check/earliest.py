"""When each thing can first be, at the earliest: a lower bound for every act, fact, paper, message and clock.

Each thing is as early as the earliest of what brings it; a condition is as early as the latest of its parts.
What would come after the case is over, or after the last day on which a need can hold, never comes. As with
static reach, "never" is certain and a moment is not a promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from simulations.engine.calendar import ONE_DAY
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
from simulations.engine.scenario import (
    Act,
    Scenario,
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


def _nth(moments: list[datetime], count: int, default: datetime) -> datetime:
    if count <= 0:
        return default
    return sorted(moments)[count - 1] if count <= len(moments) else NEVER_AGAIN
