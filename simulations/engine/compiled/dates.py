"""Which days can be told apart at a moment, one of each kind: the nearest from today on, else the last before."""

from __future__ import annotations

from collections.abc import Iterator

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
        found: dict[tuple[bool, ...], int] = {}
        spans = [self.span(test, f) for test in tests]
        for day in _outwards(today):
            kind = tuple(self.is_true(test, span, day, today) for test, span in zip(tests, spans, strict=True))
            found.setdefault(kind, day)
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


def _outwards(today: int) -> Iterator[int]:
    yield from range(today, today + AFTER)
    yield from range(today - 1, today - BEFORE, -1)
