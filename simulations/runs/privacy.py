"""What a run keeps about a person: a seat, and words. The log itself names nobody."""

from collections.abc import Iterable
from typing import Any

from portal.accounts.api import Erase, personal_data
from simulations.runs.models import Seat


def seats_as_documents(user: Any) -> Iterable[dict[str, Any]]:
    """Each run with its result and every word the person wrote in it."""
    for seat in Seat.objects.filter(user=user).select_related("run__version").prefetch_related("texts"):
        run = seat.run
        yield {
            "case": run.version.key,
            "version": run.version.number,
            "role": seat.role,
            "started": run.started_at,
            "ended": run.ended_at,
            "result": run.outcome,
            "words": [
                {"kind": row.kind, "step": row.step, "field": row.field, "text": row.text} for row in seat.texts.all()
            ],
        }


personal_data("runs.Seat", export=seats_as_documents, erase=Erase.DELETE)
