"""Own words beside the log, each with the guard's verdict: reasons, the private note, what is taken along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from portal.guard.api import let_pass
from simulations.engine.scenario import Scenario
from simulations.runs import queries
from simulations.runs.models import SeatText

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def keep_note(*, user: User, run_uuid: UUID, text: str, confirmed: bool = False) -> None:
    _keep(user, run_uuid, SeatText.Kind.NOTE, {"note": text}, confirmed)


@transaction.atomic
def keep_reflections(*, user: User, run_uuid: UUID, answers: Mapping[str, str], confirmed: bool = False) -> None:
    _keep(user, run_uuid, SeatText.Kind.REFLECTION, answers, confirmed)


def keep_words(place: Mapping[str, Any], text: str, *, allow: tuple[str, ...], confirmed: bool = False) -> SeatText:
    """Writes or replaces the words of one place of a seat. Raises the guard's Refused on what may not be kept."""
    row = SeatText.objects.filter(**place).first() or SeatText(**place)
    row.text = text
    let_pass(row, confirmed=confirmed, allow=allow)
    row.save()
    return row


def persona(scenario: Scenario) -> tuple[str, ...]:
    """What the case itself invented may be written inside it: names, dates and numbers of its specimens."""
    names = [
        text
        for person in scenario.people.values()
        for part in (person.name, person.also)
        for text in part.by_locale.values()
    ]
    shown = [field.shown for document in scenario.documents.values() for field in document.fields]
    zones = [line for document in scenario.documents.values() for line in document.mrz]
    return tuple(dict.fromkeys(filter(None, (*names, *shown, *zones, *sorted(scenario.sayings)))))


def _keep(user: User, run_uuid: UUID, kind: str, words: Mapping[str, str], confirmed: bool) -> None:
    """Nothing written means nothing kept."""
    run = queries.runs_of(user).get(uuid=run_uuid)
    seat, allow = queries.seat_of(run, user), persona(queries.scenario_of(run))
    for field, text in words.items():
        place: dict[str, Any] = {"seat": seat, "kind": kind, "step": 0, "field": field}
        if text.strip():
            keep_words(place, text, allow=allow, confirmed=confirmed)
        else:
            SeatText.objects.filter(**place).delete()
