"""The practice notes of the demo site: written, shown and endorsed by the services a member uses."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

from portal.accounts.demo import cast
from specialists_network.notes import services
from specialists_network.notes.models import Note
from specialists_network.notes.services import Content
from specialists_network.spaces.api import Member, member_of, own_once

SCRIPT = Path(__file__).parent / "demo_notes.yaml"
NAMES = UUID("0f0c5d9e-3a54-4c56-9d0f-6e1f5f0a7b11")
PARTS = ("title", "situation", "what_we_did", "law", "result", "caution", "language")


# One note whose next edition waits for an endorsement, so that the first page has something to decide.
NEXT_EDITION = "child-born-abroad"
NEXT_STEP = "Which registry was asked, by whom and on what day is written down, so that the next shift can go on."


def build() -> None:
    if not SCRIPT.exists():
        return
    people = {key: member for key, user in cast().items() if (member := member_of(user))}
    for entry in yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))["notes"]:
        _build_note(entry, people)


def _build_note(entry: dict[str, Any], people: dict[str, Member]) -> None:
    once = uuid5(NAMES, entry["key"])
    author, endorser = people[entry["author"]], people[entry["endorser"]]
    if Note.objects.filter(once=own_once(author, once)).exists():
        return
    note = services.start_note(member=author, content=content_of(entry), once=once)
    services.ask_endorsement(member=author, note_uuid=note.uuid, seen=(1, 1))
    services.endorse(member=endorser, note_uuid=note.uuid, seen=(1, 1), comment=entry.get("endorsement", ""))
    if entry["key"] == NEXT_EDITION:
        _propose_next(author, note, content_of(entry))


def _propose_next(author: Member, note: Note, written: Content) -> None:
    changed = replace(written, what_we_did=f"{written.what_we_did}\n{NEXT_STEP}")
    services.save_draft(member=author, note_uuid=note.uuid, content=changed, seen=(1, 1))
    services.ask_endorsement(member=author, note_uuid=note.uuid, seen=(2, 1))


def _unwrapped(text: str) -> str:
    """The script is wrapped at its margin; a new line of a note begins only where a sentence has ended."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if lines and lines[-1] and not lines[-1].endswith((".", "!", "?", ":", "”", "“", '"', ")")):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line.strip())
    return "\n".join(lines)


def content_of(entry: dict[str, Any]) -> Content:
    parts = {name: _unwrapped(str(entry.get(name, ""))) for name in PARTS}
    return Content(
        **parts,
        sources="\n".join(entry.get("sources", ())),
        cites=tuple(entry.get("cites", ())),
        themes=tuple(theme.replace(" ", "_") for theme in entry["themes"]),
        countries=tuple(entry["countries"]),
        valid_months=12,
    )
