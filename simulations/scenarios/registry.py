"""What stands above this room and is asked from here: the logs of past runs, without who played them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulations.engine.check.impact import Past


@dataclass(frozen=True, slots=True)
class PastRun:
    """An ended run without the person who played it."""

    version: int
    past: Past


PastRuns = Callable[[str, int], Iterator[PastRun]]  # key of the case, how many at most
_sources: list[PastRuns] = []


def register_past_runs(source: PastRuns) -> None:
    if source not in _sources:
        _sources.append(source)


def past_runs(key: str, most: int) -> Iterator[PastRun]:
    for source in _sources:
        yield from source(key, most)
