"""A case as a machine: the same play as `run.decide`, a hundred times faster and without a log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple

from simulations.engine import counterparts
from simulations.engine import state as run
from simulations.engine.compiled.answers import as_seen
from simulations.engine.compiled.dates import Days, asked
from simulations.engine.compiled.exact import Exact
from simulations.engine.compiled.layout import HERE, RUNNING, layout
from simulations.engine.compiled.layout import READ as IS_READ
from simulations.engine.compiled.packing import packed
from simulations.engine.compiled.tally import Result, Tally
from simulations.engine.compiled.timetable import DAY, Lookup, Timetable, seconds_of
from simulations.engine.compiled.ways import Way, judged, ways
from simulations.engine.due import counted_from
from simulations.engine.scenario import END_DAY, FIRE, READ, WAIT, Scenario

State = tuple[int, int, tuple[int, ...]]  # packed facts and flags, seconds, codes of what is on its way


class Move(NamedTuple):
    """A way to do an act with the days it names, or a built-in act. Only its machine can read it."""

    number: int
    days: tuple[int, ...] = ()


class Machine:
    """States are hashable and never changed. A move is one that `moves` gave for that very state."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.places = layout(scenario, with_days=True)
        self.timetable = Timetable(scenario)
        found = {key: ways(scenario, act) for key, act in scenario.acts.items()}
        self.sampled = frozenset(key for key, (_, whole) in found.items() if not whole)
        self.ways: tuple[Way, ...] = tuple(way for each, _ in found.values() for way in each)
        scope = Exact(scenario, self.places, self.timetable, self.ways).functions()
        self._settle, self._passing, self._open_to, self._news = (
            scope[name] for name in ("settle", "passing", "open_to", "news")
        )
        self._steps = [scope[f"way{number}"] for number in range(len(self.ways))]
        self._items = [scope[f"items{number}"] for number in range(len(self.ways))]
        self._items_at_end = scope["items_at_end"]
        self._plain = [Move(number) for number in range(len(self.ways))]
        self._end_day, self._wait = Move(len(self.ways)), Move(len(self.ways) + 1)
        self._papers = [
            (slot.mask, slot.at(HERE), slot.at(IS_READ), Move(self._wait.number + 1 + index))
            for index, slot in enumerate(self.places.documents.values())
        ]
        self._fires = [scope[f"fire{number}"] for number in range(len(scenario.injects))]
        self._dated = {number: way for number, way in enumerate(self.ways) if way.days}
        self._last_paper = self._wait.number + len(self._papers)
        self._injects = [
            (Move(self._last_paper + 1 + number), number)
            for number, inject in enumerate(scenario.injects.values())
            if inject.by
        ]
        self._told = {key: judged(scenario, act) for key, act in scenario.acts.items()}
        self._numbers = {(way.act, way.judged, frozenset(way.days)): number for number, way in enumerate(self.ways)}
        tables = (self.places.status, self.places.since, self.places.extended)
        self._clocks = sum(slot.mask for table in tables for slot in table.values())
        self._days = Lookup(self._told_apart)
        self._mornings = Lookup(self._morning)

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

    def moves(self, state: State, *, facilitated: bool = False) -> tuple[Move, ...]:
        """Every act that is open with one set of inputs of each kind, and the built-in acts; none after the end.

        `facilitated`: also what a facilitator may let happen now.
        """
        f, now, pending = state
        if f & self.places.ending.mask:
            return ()
        found: list[Move] = []
        for number in self._open_to(f, now):
            if number in self._dated:
                found += self._days[self._key_of_days(number, f, now)]
            else:
                found.append(self._plain[number])
        found += [move for mask, here, _, move in self._papers if f & mask == here]
        found.append(self._end_day)
        if self._news(f, now, pending) is not None:
            found.append(self._wait)
        if facilitated:
            found += [move for move, key in self._injects if self._fires[key](f, now, pending) is not None]
        return tuple(found)

    @property
    def end_day(self) -> Move:
        return self._end_day

    @property
    def wait(self) -> Move:
        return self._wait

    def can_wait(self, state: State) -> bool:
        """Whether anything will happen of itself."""
        return not self.has_ended(state) and self._news(*state) is not None

    def can(self, state: State, move: Move) -> bool:
        """Whether the move is open; an act with a day is open for any day."""
        f, now, _ = state
        if move.number >= len(self.ways):
            return move in self.moves(state)
        return not f & self.places.ending.mask and move.number in self._open_to(f, now)

    def step(self, state: State, move: Move) -> State:
        f, now, pending = state
        number = move.number
        if number < len(self._steps):
            return self._steps[number](f, now, pending, *move.days)  # type: ignore[no-any-return]
        if move is self._end_day or number == self._end_day.number:
            return self._until(state, self._mornings[now // DAY])
        if number == self._wait.number:
            return self._until(state, self._news(f, now, pending))
        if number > self._last_paper:
            return self._fires[number - self._last_paper - 1](f, now, pending)  # type: ignore[no-any-return]
        mask, here, read, _ = self._papers[number - self._wait.number - 1]
        f, pending = self._settle(f & ~mask | read if f & mask == here else f, now, pending)
        return f, now, pending

    def _until(self, state: State, target: int) -> State:
        f, now, pending = self._passing(*state, target)
        if f & self.places.ending.mask:
            return f, now, pending
        f, pending = self._settle(f, target, pending)
        return self._passing(f, target, pending, target)  # type: ignore[no-any-return]

    def ending(self, state: State) -> str:
        return self.places.endings[self.places.ending.of(state[0])]

    def has_ended(self, state: State) -> bool:
        return bool(state[0] & self.places.ending.mask)

    def breaches(self, state: State) -> frozenset[str]:
        return frozenset(key for key, slot in self.places.breaches.items() if state[0] & slot.mask)

    def risks(self, state: State) -> frozenset[str]:
        return frozenset(key for key, slot in self.places.risks.items() if state[0] & slot.mask)

    def now(self, state: State) -> datetime:
        return self.timetable.moment(state[1])

    def key_of(self, move: Move) -> str:
        """The act's key, or that of a built-in act."""
        if move.number < len(self.ways):
            return self.ways[move.number].act
        if move.number > self._last_paper:
            return FIRE
        return {0: END_DAY, 1: WAIT}.get(move.number - len(self.ways), READ)

    def act_of(self, move: Move) -> dict[str, Any]:
        """The move as `scenario play` reads it."""
        key = self.key_of(move)
        if key == READ:
            document = list(self.places.documents)[move.number - self._wait.number - 1]
            return {"act": READ, "inputs": {"document": document}}
        if key == FIRE:
            return {"act": FIRE, "inputs": {"inject": list(self.scenario.injects)[move.number - self._last_paper - 1]}}
        if move.number >= len(self.ways):
            return {"act": key, "inputs": {}}
        way = self.ways[move.number]
        named = {key: self.timetable.day(day).isoformat() for key, day in zip(way.days, move.days, strict=True)}
        row = {"act": key, "inputs": {**way.inputs, **named}}
        forms = any(item.kind == "form" for item in self.scenario.acts[key].inputs)
        return {**row, "judged": True} if forms else row

    def earned(self, state: State, move: Move) -> int:
        """The items this move earns, as a mask: judged by the state before it."""
        if move.number >= len(self._items):
            return 0
        return self._items[move.number](*state, *move.days)  # type: ignore[no-any-return]

    def earned_at_end(self, state: State) -> int:
        """The items without an act of their own, when the run has ended."""
        return self._items_at_end(*state) if self.has_ended(state) else 0

    def items_of(self, earned: int) -> frozenset[str]:
        return frozenset(key for index, key in enumerate(self.scenario.rubric) if earned >> index & 1)

    def result(self, state: State, earned: int) -> Result:
        return self._tally.result(earned | self.earned_at_end(state), self.ending(state), self.breaches(state))

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.scenario)

    def _morning(self, day: int) -> int:
        office = self.scenario.office
        calendar = self.timetable.calendars.index(office.calendar)
        return int(self.timetable.nth_open[calendar, 1, day]) * DAY + seconds_of(office.opens)

    def _key_of_days(self, number: int, f: int, now: int) -> tuple[int, int, int]:
        """Everything on which the days that can be told apart depend."""
        return number, f & self._clocks, now // DAY

    def state_of(self, state: run.State) -> State:
        """Where a real run stands, as this machine sees it."""
        return packed(self.scenario, self.places, self.timetable, state)

    def move_of(self, act: str, inputs: Mapping[str, Any]) -> Move | None:
        """The move that does the same as this command, its inputs as typed (forms in words) or as a log keeps them.

        None where there is none, such as opening a message.
        """
        if act in (END_DAY, WAIT):
            return self._end_day if act == END_DAY else self._wait
        if act == READ:
            papers = list(self.places.documents)
            document = inputs.get("document")
            return Move(self._wait.number + 1 + papers.index(document)) if document in papers else None
        given = as_seen(self.scenario, self.scenario.acts[act], inputs)
        if act == FIRE:
            return Move(self._last_paper + 1 + list(self.scenario.injects).index(inputs["inject"]))
        days = {item.key for item in self.scenario.acts[act].inputs if item.kind == "date"} & set(given)
        told = self._told[act].known(self.scenario, given)
        number = self._numbers.get((act, told, frozenset(days)))
        if number is None:
            return None
        return Move(
            number, tuple(self.timetable.number(date.fromisoformat(given[key])) for key in self.ways[number].days)
        )

    def _told_apart(self, key: tuple[int, int, int]) -> tuple[Move, ...]:
        number, clocks, today = key
        way, days = self.ways[number], Days(self.timetable, self.places)
        lists = [days.told_apart(asked(way, name), clocks, today) for name in way.days]
        return tuple(Move(number, chosen) for chosen in product(*lists))
