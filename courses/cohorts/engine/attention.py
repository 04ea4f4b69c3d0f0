"""Who needs the trainer: read from counters and tries, ordered by how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

STUCK_AFTER = timedelta(days=7)
FAILURES_THAT_WORRY = 2


class Need(IntEnum):
    """In the order in which a trainer looks at them."""

    FAILED_TWICE = 0
    NOT_STARTED = 1
    NOT_JOINED = 2
    IDLE = 3
    ON_COURSE = 4
    FINISHED = 5

    @property
    def is_exception(self) -> bool:
        return self < Need.ON_COURSE

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True)
class Standing:
    """One participant's counters. `tries` holds passed or not, oldest first."""

    has_joined: bool
    is_finished: bool = False
    last_activity_at: datetime | None = None
    tries: Sequence[bool] = ()


def need(standing: Standing, *, at: datetime) -> Need:
    if not standing.has_joined:
        return Need.NOT_JOINED
    if standing.is_finished:
        return Need.FINISHED
    if not any(standing.tries) and len(standing.tries) >= FAILURES_THAT_WORRY:
        return Need.FAILED_TWICE
    if standing.last_activity_at is None:
        return Need.NOT_STARTED
    return Need.IDLE if at - standing.last_activity_at >= STUCK_AFTER else Need.ON_COURSE
