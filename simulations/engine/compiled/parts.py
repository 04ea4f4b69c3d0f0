"""The parts of a machine: the functions written for a case, the moves they know, and the tables they look up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from simulations.engine import counterparts
from simulations.engine.compiled.dates import Days, asked
from simulations.engine.compiled.exact import Exact
from simulations.engine.compiled.layout import HERE, RUNNING, layout
from simulations.engine.compiled.layout import READ as IS_READ
from simulations.engine.compiled.moves import Move, State
from simulations.engine.compiled.timetable import DAY, Lookup, Timetable, seconds_of
from simulations.engine.compiled.ways import Way, judged, ways
from simulations.engine.due import counted_from
from simulations.engine.scenario import Scenario


class Parts:
    """Everything that is worked out once for a case; nothing of it changes while runs are played."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.places = layout(scenario, with_days=True)
        self.timetable = Timetable(scenario)
        found = {key: ways(scenario, act) for key, act in scenario.acts.items()}
        self.sampled = frozenset(key for key, (_, whole) in found.items() if not whole)
        self.ways: tuple[Way, ...] = tuple(way for each, _ in found.values() for way in each)
        scope = Exact(scenario, self.places, self.timetable, self.ways).functions()
        self._settle, self._passing, self._news = (scope[name] for name in ("settle", "passing", "news"))
        open_ = {key: scope[f"open{number}"] for number, key in enumerate(scenario.acts)}
        self._open_acts = tuple(open_.values())
        self._open = [open_[way.act] for way in self.ways]
        self._steps = [scope[f"way{number}"] for number in range(len(self.ways))]
        self._items = [scope[f"items{number}"] for number in range(len(self.ways))]
        self._items_at_end = scope["items_at_end"]
        self._fires = [scope[f"fire{number}"] for number in range(len(scenario.injects))]
        self._plain = [Move(number) for number in range(len(self.ways))]
        self._dated = {number: way for number, way in enumerate(self.ways) if way.days}
        self._built_in()
        self._told = {key: judged(scenario, act) for key, act in scenario.acts.items()}
        self._numbers = {(way.act, way.judged, frozenset(way.days)): number for number, way in enumerate(self.ways)}
        tables = (self.places.status, self.places.since, self.places.extended)
        self._clocks = sum(slot.mask for table in tables for slot in table.values())
        self._days = Lookup(self._told_apart)
        self._mornings = Lookup(self._morning)

    def _built_in(self) -> None:
        """Ending the day, waiting, opening a paper, and what a facilitator lets happen: numbered after the acts."""
        self._end_day, self._wait = Move(len(self.ways)), Move(len(self.ways) + 1)
        first = self._wait.number + 1
        self._papers = [
            (slot.mask, slot.at(HERE), slot.at(IS_READ), Move(first + index))
            for index, slot in enumerate(self.places.documents.values())
        ]
        self._last_paper = self._wait.number + len(self._papers)
        injects = enumerate(self.scenario.injects.values())
        self._injects = [(Move(self._last_paper + 1 + number), number) for number, inject in injects if inject.by]

    def start(self, seed: str = "", *, styles: Mapping[str, str] | None = None) -> State:
        """The counterparts answer in the styles given, else in those that this seed draws."""
        places, scenario = self.places, self.scenario
        given = {**counterparts.drawn(scenario.counterparts, seed), **(styles or {})}
        f = 0
        for key, fact in scenario.facts.items():
            f |= places.facts[key].at(fact.values.index(fact.initial))
        for key, document in scenario.documents.items():
            f |= places.documents[key].at(HERE) if document.at_start else 0
        for key, message in scenario.messages.items():
            f |= places.messages[key].mask if message.at_start else 0
        for key, deadline in scenario.deadlines.items():
            if deadline.starts_at_begin:
                since = counted_from(deadline, scenario.starts_at)
                f |= places.status[key].at(RUNNING) | places.since[key].at(self.timetable.number(since))
        for key, slot in places.styles.items():
            f |= slot.at(list(scenario.counterparts[key].styles).index(given[key]))
        now = self.timetable.seconds(scenario.starts_at)
        f, pending = self._settle(f, now, ())
        return f, now, pending

    def _morning(self, day: int) -> int:
        office = self.scenario.office
        calendar = self.timetable.calendars.index(office.calendar)
        return int(self.timetable.nth_open[calendar, 1, day]) * DAY + seconds_of(office.opens)

    def _key_of_days(self, number: int, f: int, now: int) -> tuple[int, int, int]:
        """Everything on which the days that can be told apart depend."""
        return number, f & self._clocks, now // DAY

    def _told_apart(self, key: tuple[int, int, int]) -> tuple[Move, ...]:
        number, clocks, today = key
        way, days = self.ways[number], Days(self.timetable, self.places)
        lists = [days.told_apart(asked(way, name), clocks, today) for name in way.days]
        return tuple(Move(number, chosen) for chosen in product(*lists))
