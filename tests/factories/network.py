"""Members, notes and threads for tests."""

from typing import Any

from specialists_network.forum import services as forum
from specialists_network.forum.models import Thread
from specialists_network.notes import services as notes
from specialists_network.notes.models import Note, NoteEdition
from specialists_network.notes.services import Content
from specialists_network.spaces.api import Member, admit, member_of
from tests.factories.accounts import person


def specialist(jurisdiction: str = "AL", **fields: Any) -> Member:
    user = person(jurisdiction=jurisdiction, **fields)
    admit(user=user)
    member = member_of(user)
    assert member is not None
    return member


def content(**changes: Any) -> Content:
    written = {
        "title": "Child born abroad: register first",
        "situation": "A child was born in the requesting state and nobody has entered the birth at home.",
        "what_we_did": "Ask about the register at identification.\nSend the original certificate.",
        "caution": "Never a reason to separate a child from a parent.",
        "language": "en",
        "themes": ("children",),
        "countries": ("AL", "MK"),
    }
    return Content(**(written | changes))


def draft(author: Member, **changes: Any) -> Note:
    return notes.start_note(member=author, content=content(**changes))


def proposed(author: Member, **changes: Any) -> NoteEdition:
    note = draft(author, **changes)
    return notes.ask_endorsement(member=author, note_uuid=note.uuid, seen=(1, 1))


def published(author: Member, endorser: Member, **changes: Any) -> NoteEdition:
    edition = proposed(author, **changes)
    return notes.endorse(member=endorser, note_uuid=edition.note.uuid, seen=(1, 1))


def question(author: Member, *, replies: tuple[tuple[Member, str], ...] = (), **changes: Any) -> Thread:
    asked = {
        "title": "Reply limit ends on a Sunday",
        "text": "Do you count to Sunday or to Monday?",
        "language": "en",
        "themes": ("time_limits",),
        "countries": ("AL",),
    } | changes
    thread = forum.ask(member=author, asked=forum.Asked(**asked))
    for member, text in replies:
        forum.reply(member=member, thread_uuid=thread.uuid, text=text, language="en")
    thread.refresh_from_db()
    return thread
