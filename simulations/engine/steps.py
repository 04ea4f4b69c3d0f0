"""A log command by command, with the states around each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.state import State


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a log with the states around it; step 0 is the beginning."""

    number: int
    act: str
    inputs: Mapping[str, Any]
    before: State
    after: State
    events: tuple[Event, ...]

    @property
    def taken(self) -> Event:
        """The event that is the command itself; the others are its consequences."""
        return next((event for event in self.events if event.kind in _COMMAND_KINDS), self.events[-1])


_COMMAND_KINDS = {"begun", "act_taken", "act_interrupted", "day_ended", "waited", "opened", "facilitated"}


def steps(events: Iterable[Event]) -> Iterator[Step]:
    """The log command by command, with the state before and after each."""
    state, batch = State(), list[Event]()
    for event in [*events, None]:
        if batch and (event is None or event.step != batch[0].step):
            after = replay(batch, state)
            yield _step(state, after, tuple(batch))
            state, batch = after, []
        if event is not None:
            batch.append(event)


def _step(before: State, after: State, events: tuple[Event, ...]) -> Step:
    bare = Step(events[0].step, "", {}, before, after, events)
    data = bare.taken.data
    return Step(bare.number, data.get("act", ""), data.get("inputs", {}), before, after, events)
