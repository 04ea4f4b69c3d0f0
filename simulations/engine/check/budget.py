"""How much a search may cost. What it found is always true; only how far it came depends on the machine.

Seconds are seconds of work: what others do on the machine does not shorten a short proof, it only makes it late. On
the wall it may take a few times as long, and no longer; what has many seconds has no more of them on the wall.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, thread_time

ON_THE_WALL, MOST_MORE = 4, 8.0  # times as long at most, and how many seconds that may come to
Progress = Callable[[str, int], None]  # what is being looked at, states so far


class Spent(Exception):
    """The budget is used up; what was asked is not settled."""


class Budget:
    def __init__(self, *, seconds: float, states: int, progress: Progress | None = None) -> None:
        self.began = thread_time()
        self.until = self.began + seconds
        self.late = monotonic() + max(seconds, min(seconds * ON_THE_WALL, MOST_MORE))
        self.left = states
        self.used = 0
        self.progress = progress

    def spend(self, states: int, what: str = "") -> None:
        """Raises Spent when the states or the seconds are used up."""
        self.used += states
        self.left -= states
        if self.progress is not None:
            self.progress(what, self.used)
        self.look()

    def look(self) -> None:
        if self.left < 0 or thread_time() > self.until or monotonic() > self.late:
            raise Spent

    def part(self, share: float) -> Budget:
        """A budget of its own with this share of what is left; what it uses is used here as well."""
        return _Part(self, share)

    @property
    def seconds(self) -> float:
        return thread_time() - self.began

    @property
    def seconds_left(self) -> float:
        return max(0.0, min(self.until - thread_time(), self.late - monotonic()))


class _Part(Budget):
    def __init__(self, whole: Budget, share: float) -> None:
        super().__init__(seconds=whole.seconds_left * share, states=int(whole.left * share), progress=whole.progress)
        self.whole = whole

    def spend(self, states: int, what: str = "") -> None:
        self.whole.spend(states, what)
        self.used += states
        self.left -= states
        self.look()
