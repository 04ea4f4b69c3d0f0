"""A form looked at before it is sent: asked for on purpose, once for each sending, and noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from portal.core import clock
from simulations.engine import forms
from simulations.runs import queries
from simulations.runs.engine import seals
from simulations.runs.models import FormCheck
from simulations.runs.services.lock import refuse_if_torn
from simulations.runs.services.play import FileChanged

if TYPE_CHECKING:
    from portal.accounts.models import User


def check_form(
    *, user: User, run_uuid: UUID, act: str, form: str, typed: Mapping[str, str], expected_seq: int
) -> FormCheck:
    """Whoever asks again, or clicks twice, gets what was found the first time. Raises FileChanged on a stale page."""
    refuse_if_torn(user=user, run_uuid=run_uuid)
    return _check(user, run_uuid, act, form, typed, expected_seq)


@transaction.atomic
def _check(user: User, run_uuid: UUID, act: str, form: str, typed: Mapping[str, str], expected_seq: int) -> FormCheck:
    run = queries.runs_of(user).select_for_update(of=("self",)).get(uuid=run_uuid)
    state = queries.state_of(run)
    sending = len(state.done.get(act, ()))
    if known := queries.form_check(run, user, act, sending):
        return known
    if since := tuple(queries.commands_since(run, expected_seq)):
        raise FileChanged(since)
    asked, seat = queries.scenario_of(run, state).forms[form], queries.seat_of(run, user)
    found = {
        key: [word, seals.seal(seat.secret, typed.get(key, ""))]
        for key, word in forms.judge(asked, typed).items()
        if asked.fields[key].needed or typed.get(key, "").strip()
    }
    return FormCheck.objects.create(
        seat=seat, act=act, sending=sending, at=state.now.isoformat(), found=found, checked_at=clock.now()
    )
