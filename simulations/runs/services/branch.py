"""Going back without deleting: a new run that shares the beginning of the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from portal.core import clock
from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import queries
from simulations.runs.models import FormCheck, Run, Seat, SeatText
from simulations.runs.services import log
from simulations.runs.services.words import keep_words, persona

if TYPE_CHECKING:
    from portal.accounts.models import User


class NoSuchPlace(ValueError):
    """A branch grows from the start of a command of the log, nowhere else."""


@transaction.atomic
def fork(*, user: User, run_uuid: UUID, seq: int) -> Run:
    """A new run of the events before `seq`, to be played on from there. The parent stays as it is."""
    parent = queries.runs_of(user).get(uuid=run_uuid)
    rows = queries.events_of(parent, until=seq + 1)
    if len(rows) < 2 or rows[-1].seq != seq or rows[-1].step == rows[-2].step:
        raise NoSuchPlace(f"no command begins at {seq}")
    events = rows[:-1]
    branch = Run.objects.create(
        version=parent.version, parent=parent, parent_seq=seq, context=parent.context, moved_at=clock.now()
    )
    scenario = queries.scenario_of(parent)
    _take_over_words(queries.seat_of(parent, user), branch, scenario, until_step=rows[-1].step)
    state = log.append(branch, scenario, events, state=State())
    _take_over_checks(parent, branch, state)
    return branch


def _take_over_words(seat: Seat, branch: Run, scenario: Scenario, *, until_step: int) -> None:
    """The shared log carries digests of the words, so the words and their key come along."""
    copy = Seat.objects.create(run=branch, user=seat.user, role=seat.role, secret=seat.secret)
    for row in seat.texts.filter(kind=SeatText.Kind.INPUT, step__lt=until_step):
        place = {"seat": copy, "kind": row.kind, "step": row.step, "field": row.field}
        keep_words(place, row.text, allow=persona(scenario), confirmed=True)


def _take_over_checks(parent: Run, branch: Run, state: State) -> None:
    """Of forms that the shared log has sent; what was not sent yet may be checked anew."""
    seat = branch.seats.get()
    for row in FormCheck.objects.filter(seat__run=parent, seat__user=seat.user_id):
        if row.sending < len(state.done.get(row.act, ())):
            row.pk, row.seat = None, seat
            row.save()
