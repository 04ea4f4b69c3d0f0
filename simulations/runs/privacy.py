"""What a run keeps about a person: a seat, and words. The log itself names nobody."""

from collections.abc import Iterable
from typing import Any

from portal.accounts.api import Erase, personal_data
from simulations.runs.models import Seat, SeatText


def seats_as_documents(user: Any) -> Iterable[dict[str, Any]]:
    """Each run with its result and every word the person wrote in it."""
    for seat in Seat.objects.filter(user=user).select_related("run__version").prefetch_related("texts__work", "checks"):
        run = seat.run
        yield {
            "case": run.version.key,
            "version": run.version.number,
            "role": seat.role,
            "started": run.started_at,
            "ended": run.ended_at,
            "result": run.outcome,
            "forms_checked": [{"act": row.act, "at": row.at, "found": row.words} for row in seat.checks.all()],
            "words": [_words(row) for row in sorted(seat.texts.all(), key=lambda row: row.pk)],
        }


def _words(row: SeatText) -> dict[str, Any]:
    """With what a trainer said of them; the trainer is not named."""
    said = {"kind": row.kind, "step": row.step, "field": row.field, "text": row.text}
    work = getattr(row, "work", None)
    return said | {"judged": work.judged_at, "met": work.met, "comment": work.comment} if work else said


personal_data("runs.WrittenWork", user_field="judge", erase=Erase.UNLINK)
personal_data("runs.Seat", export=seats_as_documents, erase=Erase.DELETE)
