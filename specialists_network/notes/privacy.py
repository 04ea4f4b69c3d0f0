from typing import Any

from portal.accounts.api import Erase, personal_data
from specialists_network.notes.models import Endorsement, Note, NoteEdition
from specialists_network.notes.queries import notes_of

SHARED = (NoteEdition.State.PUBLISHED, NoteEdition.State.SUPERSEDED)


def _notes(user: Any) -> list[dict[str, Any]]:
    return [
        {"note": row.note.uuid, "edition": row.number, "state": row.state, "changed_at": row.changed_at}
        | row.guarded_texts()
        for row in notes_of(user)
    ]


def _endorsements(user: Any) -> list[dict[str, Any]]:
    rows = Endorsement.objects.filter(endorser=user).select_related("edition__note").order_by("pk")
    return [{"note": row.edition.note.uuid, "comment": row.comment, "at": row.at} for row in rows]


def _forget(user: Any) -> None:
    """What was shared stays useful to others, signed by a former member; what was never published goes."""
    mine = Note.objects.filter(author=user)
    mine.exclude(editions__state__in=SHARED).delete()
    NoteEdition.objects.filter(note__author=user).exclude(state__in=SHARED).delete()
    mine.update(author=None)


personal_data("notes.Note", export=_notes, erase=_forget)
personal_data("notes.Endorsement", export=_endorsements, erase=Erase.UNLINK)
