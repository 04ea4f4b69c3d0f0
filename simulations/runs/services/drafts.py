"""What was typed and not sent: kept beside the log, on any device, until the act is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from simulations.runs import queries
from simulations.runs.models import Seat, SeatText
from simulations.runs.services.words import keep_words, persona

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def keep_draft(*, user: User, run_uuid: UUID, act: str, texts: Mapping[str, str], confirmed: bool = False) -> None:
    """Replaces what was kept for these fields of the act; an emptied field is forgotten. No case time, no event."""
    run = queries.runs_of(user).select_for_update(of=("self",)).get(uuid=run_uuid)
    if not run.is_open:
        return
    seat, allow = queries.seat_of(run, user), persona(queries.scenario_of(run))
    known = queries.drafts_of(run, user, act)
    for name, text in texts.items():
        if text.strip() and text != known.get(name):
            place = {"seat": seat, "kind": SeatText.Kind.DRAFT, "step": 0, "field": queries.draft_field(act, name)}
            keep_words(place, text, allow=allow, confirmed=confirmed)
    emptied = [queries.draft_field(act, name) for name, text in texts.items() if name in known and not text.strip()]
    SeatText.objects.filter(seat=seat, kind=SeatText.Kind.DRAFT, field__in=emptied).delete()


def drop_drafts(seat: Seat, act: str) -> None:
    """The act is done: what was kept for it has been sent, or was left out."""
    SeatText.objects.filter(
        seat=seat, kind=SeatText.Kind.DRAFT, field__startswith=queries.draft_field(act, "")
    ).delete()
