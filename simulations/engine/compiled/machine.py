"""A case as a machine: the same play as `run.decide`, a hundred times faster and without a log."""

from __future__ import annotations

from simulations.engine.compiled.moves import Move, State
from simulations.engine.compiled.timetable import DAY
from simulations.engine.compiled.words import Words


class Machine(Words):
    """States are hashable and never changed. A move is one that `moves` gave for that very state."""

    def moves(self, state: State, *, facilitated: bool = False) -> tuple[Move, ...]:
        """Every act that is open with one set of inputs of each kind, and the built-in acts; none after the end.

        `facilitated`: also what a facilitator may let happen now.
        """
        f, now, pending = state
        if f & self.places.ending.mask:
            return ()
        found: list[Move] = []
        for open_ in self._open_acts:
            if numbers := open_(f, now):
                found += self._with_days(numbers, f, now) if self._dated else [self._plain[n] for n in numbers]
        found += [move for mask, here, _, move in self._papers if f & mask == here]
        found.append(self._end_day)
        if self._news(f, now, pending) is not None:
            found.append(self._wait)
        if facilitated:
            found += [move for move, key in self._injects if self._fires[key](f, now, pending) is not None]
        return tuple(found)

    def offers(self, state: State) -> list[list[int]]:
        """For each act the ways that are open, whatever day they may name."""
        f, now, _ = state
        return [] if f & self.places.ending.mask else [open_(f, now) for open_ in self._open_acts]

    def others(self, state: State, move: Move) -> list[Move]:
        """The open moves that do the same act as this one in another way."""
        f, now, _ = state
        if move.number >= len(self.ways) or f & self.places.ending.mask:
            return []
        return [item for item in self._with_days(self._open[move.number](f, now), f, now) if item != move]

    def _with_days(self, numbers: list[int], f: int, now: int) -> list[Move]:
        found: list[Move] = []
        for number in numbers:
            if number in self._dated:
                found += self._days[self._key_of_days(number, f, now)]
            else:
                found.append(self._plain[number])
        return found

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
        f, now, pending = state
        if f & self.places.ending.mask:
            return False
        number = move.number
        if number < len(self._open):
            return number in self._open[number](f, now)
        if number <= self._wait.number:
            return number == self._end_day.number or self._news(f, now, pending) is not None
        if number <= self._last_paper:
            mask, here, _, _ = self._papers[number - self._wait.number - 1]
            return bool(f & mask == here)
        return False

    def step(self, state: State, move: Move) -> State:
        f, now, pending = state
        number = move.number
        if number < len(self._steps):
            return self._steps[number](f, now, pending, *move.days)  # type: ignore[no-any-return]
        if number == self._end_day.number:
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
