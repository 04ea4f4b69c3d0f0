"""The life of a note: drafted, shown to colleagues, endorsed from elsewhere, published, succeeded by its next."""

import calendar
import datetime
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.audit.api import record
from portal.core import clock
from portal.guard.api import let_pass
from portal.law.api import UnknownProvision, cite
from portal.search.api import search_text
from specialists_network.notes import signals
from specialists_network.notes.models import Endorsement, Note, NoteEdition
from specialists_network.spaces.api import Member, Theme, own_once

State = NoteEdition.State


class StaleText(Exception):
    """The text is no longer the one the person saw; nothing was changed."""


class NotOpen(Exception):
    """There is no edition in the state this act needs."""


class MayNotEndorse(Exception):
    """Authors and their compatriots cannot endorse: the point is that somebody elsewhere stands behind it."""


@dataclass(frozen=True)
class Content:
    title: str
    situation: str
    language: str
    themes: tuple[str, ...]
    countries: tuple[str, ...]
    what_we_did: str = ""
    law: str = ""
    result: str = ""
    caution: str = ""
    sources: str = ""
    cites: tuple[str, ...] = ()
    valid_months: int = 6


def start_note(*, member: Member, content: Content, once: UUID | None = None, confirmed: bool = False) -> Note:
    """A new note with its first draft. The same form sent again gives the same note, however close the two clicks."""
    mine = own_once(member, once)
    known = Note.objects.filter(once=mine) if mine else Note.objects.none()
    if first := known.first():
        return first
    try:
        return _start(member, content, mine, confirmed=confirmed)
    except IntegrityError:
        if first := known.first():
            return first
        raise


@transaction.atomic
def _start(member: Member, content: Content, once: UUID | None, *, confirmed: bool) -> Note:
    note = Note.objects.create(
        space=member.space,
        author=member.user,
        jurisdiction_id=member.jurisdiction,
        created_at=clock.now(),
        once=once,
    )
    _write(NoteEdition(note=note, number=1), content, confirmed=confirmed)
    return note


@transaction.atomic
def save_draft(
    *, member: Member, note_uuid: UUID, content: Content, seen: tuple[int, int], confirmed: bool = False
) -> NoteEdition:
    """Changes the open edition, or begins the next one beside the published one.

    `seen` names the edition and revision the author had before them. A text that is waiting for endorsement loses
    the endorsements it has: they were given to other words.
    """
    note = _own(member, note_uuid)
    newest = note.editions.order_by("-number").first()
    if newest is None or (newest.number, newest.revision) != seen:
        raise StaleText
    if newest.is_open:
        newest.revision += 1
        return _write(newest, content, confirmed=confirmed)
    return _write(NoteEdition(note=note, number=newest.number + 1), content, confirmed=confirmed)


def _write(edition: NoteEdition, content: Content, *, confirmed: bool) -> NoteEdition:
    edition.title = content.title
    edition.situation = content.situation
    edition.what_we_did = content.what_we_did
    edition.law = content.law
    edition.result = content.result
    edition.caution = content.caution
    edition.sources = content.sources
    edition.cites = list(content.cites)
    edition.language = content.language
    edition.themes = Theme.pack(content.themes)
    edition.valid_months = content.valid_months
    edition.changed_at = clock.now()
    edition.search_text = search_text(*edition.guarded_texts().values())
    let_pass(edition, confirmed=confirmed)
    edition.save()
    edition.countries.set(list(content.countries))  # type: ignore[arg-type]  # keyed by their code
    return edition


@transaction.atomic
def ask_endorsement(*, member: Member, note_uuid: UUID, seen: tuple[int, int]) -> NoteEdition:
    """Shows the draft to the group. Asked twice, it is asked once."""
    edition = _open_edition(_own(member, note_uuid), seen)
    if edition.state == State.DRAFT:
        edition.state = State.REVIEW
        edition.save(update_fields=["state"])
    return edition


@transaction.atomic
def take_back(*, member: Member, note_uuid: UUID, seen: tuple[int, int]) -> NoteEdition:
    """From the group's desk back to the author's."""
    edition = _open_edition(_own(member, note_uuid), seen)
    if edition.state == State.REVIEW:
        edition.state = State.DRAFT
        edition.save(update_fields=["state"])
    return edition


@transaction.atomic
def endorse(
    *, member: Member, note_uuid: UUID, seen: tuple[int, int], comment: str = "", confirmed: bool = False
) -> NoteEdition:
    """Stands behind the text as it was read. The last endorsement that the policy needs publishes it."""
    note = _locked(Note.objects.filter(uuid=note_uuid, space=member.space))
    if note.author_id == member.user.pk or note.jurisdiction_id == member.jurisdiction:
        raise MayNotEndorse
    given = Endorsement.objects.filter(edition__note=note, edition__number=seen[0], revision=seen[1])
    if known := given.filter(endorser=member.user).select_related("edition").first():
        return known.edition
    edition = _open_edition(note, seen)
    if edition.state != State.REVIEW:
        raise NotOpen
    endorsement = Endorsement(
        edition=edition,
        revision=edition.revision,
        endorser=member.user,
        jurisdiction_id=member.jurisdiction,
        comment=comment,
        at=clock.now(),
    )
    let_pass(endorsement, confirmed=confirmed)
    endorsement.save()
    places = edition.endorsements.filter(revision=edition.revision).values("jurisdiction").distinct().count()
    if places >= member.space.endorsers_needed:
        _publish(edition, member)
    return edition


def _publish(edition: NoteEdition, last_endorser: Member) -> None:
    now = clock.now()
    for earlier in edition.note.editions.filter(state=State.PUBLISHED):
        earlier.state = State.SUPERSEDED
        earlier.save(update_fields=["state"])
    edition.state = State.PUBLISHED
    edition.published_at = now
    edition.valid_until = months_later(timezone.localdate(now), edition.valid_months)
    edition.save(update_fields=["state", "published_at", "valid_until"])
    where = f"note:{edition.note.uuid}"
    for key in edition.cites:
        _cite(key, where)
    record(actor=last_endorser.user, verb="note.published", target=where, detail={"edition": edition.number})
    transaction.on_commit(
        lambda: signals.note_published.send(sender=Note, note_uuid=edition.note.uuid, edition=edition.number)
    )


def _cite(key: str, where: str) -> None:
    # The register may not hold it yet; the note shows the words of its author all the same.
    with suppress(UnknownProvision):
        cite(key, where)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month, or the last day of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def _own(member: Member, note_uuid: UUID) -> Note:
    return _locked(Note.objects.filter(uuid=note_uuid, space=member.space, author=member.user))


def _locked(rows: QuerySet[Note]) -> Note:
    # One writer a note: two clicks, two tabs and two endorsers meet here.
    return rows.select_for_update().get()


def _open_edition(note: Note, seen: tuple[int, int]) -> NoteEdition:
    edition = note.editions.filter(state__in=(State.DRAFT, State.REVIEW)).first()
    if edition is None:
        raise NotOpen
    if (edition.number, edition.revision) != seen:
        raise StaleText
    return edition
