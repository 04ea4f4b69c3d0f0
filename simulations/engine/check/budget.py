"""How much a search may cost. What it found is always true; only how far it came depends on the clock on the wall."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

Progress = Callable[[str, int], None]  # what is being looked at, states so far


class Spent(Exception):
    """The budget is used up; what was asked is not settled."""


class Budget:
    def __init__(self, *, seconds: float, states: int, progress: Progress | None = None) -> None:
        self.until = monotonic() + seconds
        self.began = monotonic()
        self.left = states
        self.used = 0
        self.progress = progress

    def spend(self, states: int, what: str = "") -> None:
        """Raises Spent when the states or the seconds are used up."""
        self.used += states
        self.left -= states
        if self.progress is not None:
            self.progress(what, self.used)
        if self.left < 0 or monotonic() > self.until:
            raise Spent

    def part(self, share: float) -> Budget:
        """A budget of its own with this share of what is left; what it uses is used here as well."""
        return _Part(self, share)

    @property
    def seconds(self) -> float:
        return monotonic() - self.began

    @property
    def seconds_left(self) -> float:
        return max(0.0, self.until - monotonic())


class _Part(Budget):
    def __init__(self, whole: Budget, share: float) -> None:
        super().__init__(seconds=whole.seconds_left * share, states=int(whole.left * share), progress=whole.progress)
        self.whole = whole

    def spend(self, states: int, what: str = "") -> None:
        self.whole.spend(states, what)
        self.used += states
        self.left -= states
        if self.left < 0 or monotonic() > self.until:
            raise Spent
