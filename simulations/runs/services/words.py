"""Own words beside the log: the private note, and what a person takes along from the debrief."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from simulations.runs import queries
from simulations.runs.models import SeatText


@transaction.atomic
def keep_note(*, user: AbstractBaseUser, run_uuid: UUID, text: str) -> None:
    _keep(user, run_uuid, SeatText.Kind.NOTE, {"note": text})


@transaction.atomic
def keep_reflections(*, user: AbstractBaseUser, run_uuid: UUID, answers: Mapping[str, str]) -> None:
    _keep(user, run_uuid, SeatText.Kind.REFLECTION, answers)


def _keep(user: AbstractBaseUser, run_uuid: UUID, kind: str, words: Mapping[str, str]) -> None:
    """Nothing written means nothing kept."""
    seat = queries.seat_of(queries.runs_of(user).get(uuid=run_uuid), user)
    for field, text in words.items():
        where = {"seat": seat, "kind": kind, "step": 0, "field": field}
        if text.strip():
            SeatText.objects.update_or_create(**where, defaults={"text": text})
        else:
            SeatText.objects.filter(**where).delete()
