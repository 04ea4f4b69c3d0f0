"""A log that does not fit itself any more is locked as it is: nobody plays it on, and nothing of it is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from portal.audit import api as audit
from portal.core import clock
from simulations.engine.log import Event, chain_breaks
from simulations.engine.state import EMPTY_HEAD
from simulations.runs import queries
from simulations.runs.models import Run

if TYPE_CHECKING:
    from portal.accounts.models import User


class RunIsLocked(Exception):
    """The log was touched: what happened cannot be told any more, so nothing more may happen."""


def refuse_if_torn(*, user: User, run_uuid: UUID) -> None:
    """Before every command. The lock is written in a transaction of its own, so that the refusal keeps it."""
    if lock_if_torn(user=user, run_uuid=run_uuid):
        raise RunIsLocked(str(run_uuid))


@transaction.atomic
def lock_if_torn(*, user: User, run_uuid: UUID) -> bool:
    """Whether the run is locked, now or since an earlier look."""
    run = queries.runs_of(user).select_for_update(of=("self",)).get(uuid=run_uuid)
    if run.is_locked:
        return True
    place = torn_at(run, queries.events_of(run))
    if place is None:
        return False
    run.locked_at = clock.now()
    run.save(update_fields=["locked_at"])
    audit.record(actor=None, verb="run.locked", target=f"run:{run.uuid}", detail={"event": place})
    return True


def torn_at(run: Run, events: tuple[Event, ...]) -> int | None:
    """The first event that does not follow from the one before, or that is missing at the end."""
    if (broken := chain_breaks(events)) is not None:
        return broken
    head = events[-1].hash if events else EMPTY_HEAD
    return None if (run.seq, run.head) == (len(events), head) else len(events) + 1
