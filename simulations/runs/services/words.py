"""Own words beside the log: the private note, and what a person takes along from the debrief."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from simulations.runs import queries
from simulations.runs.models import SeatText

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def keep_note(*, user: User, run_uuid: UUID, text: str) -> None:
    _keep(user, run_uuid, SeatText.Kind.NOTE, {"note": text})


@transaction.atomic
def keep_reflections(*, user: User, run_uuid: UUID, answers: Mapping[str, str]) -> None:
    _keep(user, run_uuid, SeatText.Kind.REFLECTION, answers)


def _keep(user: User, run_uuid: UUID, kind: str, words: Mapping[str, str]) -> None:
    """Nothing written means nothing kept."""
    seat = queries.seat_of(queries.runs_of(user).get(uuid=run_uuid), user)
    for field, text in words.items():
        where: dict[str, Any] = {"seat": seat, "kind": kind, "step": 0, "field": field}
        if text.strip():
            SeatText.objects.update_or_create(**where, defaults={"text": text})
        else:
            SeatText.objects.filter(**where).delete()
