"""Which days can be told apart at a moment, one of each kind: the nearest from today on, else the last before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from simulations.engine.compiled.layout import Layout
from simulations.engine.compiled.timetable import Timetable
from simulations.engine.compiled.ways import Way
from simulations.engine.conditions import Atom, InputDate, InputOpen, atoms

BEFORE, AFTER = 60, 400  # days around today that are looked through


def asked(way: Way, key: str) -> tuple[Atom, ...]:
    """The tests this way makes of one of its days."""
    every = [atom for condition in way.judged.conditions for atom in atoms(condition)]
    return tuple(dict.fromkeys(atom for atom in every if isinstance(atom, InputDate | InputOpen) and atom.input == key))


class Days:
    def __init__(self, timetable: Timetable, places: Layout) -> None:
        self.timetable = timetable
        self.places = places

    def told_apart(self, tests: tuple[Atom, ...], f: int, today: int) -> tuple[int, ...]:
        """Between two turns of the clocks only an open day differs from a closed one."""
        found: dict[tuple[bool, ...], int] = {}
        spans = [self.span(test, f) for test in tests]
        lists = [self.timetable.calendars.index(test.calendar) for test in tests if isinstance(test, InputOpen)]
        for days in _between({today, *(day for span in spans if span for day in span if day is not None)}, today):
            seen: set[tuple[bool, ...]] = set()
            for day in days:
                kind = tuple(bool(self.timetable.is_open[index, day]) for index in lists)
                if kind not in seen:
                    seen.add(kind)
                    pairs = zip(tests, spans, strict=True)
                    found.setdefault(tuple(self.is_true(test, span, day, today) for test, span in pairs), day)
                if len(seen) == 2 ** len(lists):
                    break
        return tuple(found.values())

    def span(self, test: Atom, f: int) -> tuple[int, int, int | None] | None:
        """Earliest, latest and working day of the clock that is asked about; None before it starts."""
        if not isinstance(test, InputDate) or not test.deadline or not self.places.status[test.deadline].of(f):
            return None
        index = self.timetable.deadlines.index(test.deadline)
        since = self.places.since[test.deadline]
        key = f >> since.shift & ((since.most << 1) | 1)
        return (
            self.timetable.earliest[index][key],
            self.timetable.latest[index][key],
            self.timetable.working[index][key],
        )

    def is_true(self, test: Atom, span: tuple[int, int, int | None] | None, day: int, today: int) -> bool:
        match test:
            case InputOpen(_, calendar):
                return bool(self.timetable.is_open[self.timetable.calendars.index(calendar), day])
            case InputDate(_, _, "not_ahead"):
                return day <= today
            case InputDate(_, _, lies) if span is not None:
                earliest, latest, working = span
                return {
                    "within_readings": earliest <= day <= latest,
                    "working_days": day == working,
                    "in_time": day <= earliest,
                    "too_late": day > latest,
                }[lies]
        return False


def _between(turns: Iterable[int], today: int) -> Iterator[range]:
    """From today on and then backwards, in runs of days with no turn among them; a turn is a run of its own."""
    ahead, behind = (today, today + AFTER), (today - BEFORE + 1, today)
    for first, end in (ahead, behind):
        edges = {first, end, *(edge for day in turns for edge in (day, day + 1) if first < edge < end)}
        runs = [range(*pair) for pair in pairwise(sorted(edges))]
        yield from runs if first == today else (run[::-1] for run in reversed(runs))
