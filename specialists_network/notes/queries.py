"""Who sees which note. A draft is its author's; what waits for endorsement and what is published is every member's."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from portal.search.api import Question, matching
from specialists_network.notes.models import Endorsement, Note, NoteEdition
from specialists_network.spaces.api import Member, Page, Theme, page_of

State = NoteEdition.State


def editions_of(member: Member) -> QuerySet[NoteEdition]:
    """Every edition the member may read."""
    return _with_people(
        NoteEdition.objects.filter(note__space=member.space).filter(
            Q(state__in=(State.PUBLISHED, State.REVIEW)) | Q(note__author=member.user)
        )
    )


def published(member: Member) -> QuerySet[NoteEdition]:
    return editions_of(member).filter(state=State.PUBLISHED)


def _with_people(rows: QuerySet[NoteEdition]) -> QuerySet[NoteEdition]:
    endorsements = Endorsement.objects.select_related("endorser", "jurisdiction")
    return rows.select_related("note__author", "note__jurisdiction", "note__space").prefetch_related(
        "countries", Prefetch("endorsements", queryset=endorsements)
    )


def published_page(member: Member, *, theme: str = "", country: str = "", cursor: str = "", size: int = 20) -> Page:
    rows = published(member)
    if theme:
        rows = rows.filter(themes__contains=Theme.pack([theme]))
    if country:
        rows = rows.filter(countries=country)
    return page_of(rows, by="published_at", cursor=cursor, size=size)


def search(member: Member, question: Question, *, limit: int) -> list[NoteEdition]:
    return list(matching(published(member), question).order_by("-published_at", "-pk")[:limit])


def latest(member: Member, limit: int = 3) -> list[NoteEdition]:
    rows = NoteEdition.objects.filter(note__space=member.space, state=State.PUBLISHED)
    newest = rows.select_related("note__author", "note__jurisdiction").prefetch_related("countries")
    return list(newest.order_by("-published_at", "-pk")[:limit])


@dataclass(frozen=True)
class Desk:
    """What of the open notes lies on one member's desk."""

    own: list[NoteEdition]
    to_endorse: list[NoteEdition]


def desk(member: Member) -> Desk:
    """Own drafts and proposals, and what waits for somebody from elsewhere but not yet for this person's word."""
    elsewhere = Q(state=State.REVIEW) & ~Q(note__jurisdiction_id=member.jurisdiction)
    rows = NoteEdition.objects.filter(note__space=member.space, state__in=(State.DRAFT, State.REVIEW))
    rows = rows.filter(Q(note__author=member.user) | elsewhere).select_related("note__author", "note__jurisdiction")
    editions = list(rows.prefetch_related("endorsements").order_by("changed_at", "pk"))
    own = [edition for edition in editions if edition.note.author_id == member.user.pk]
    others = [edition for edition in editions if edition.note.author_id != member.user.pk]
    return Desk(own, [edition for edition in others if not _endorsed_by(edition, member)])


def _endorsed_by(edition: NoteEdition, member: Member) -> bool:
    return any(e.endorser_id == member.user.pk for e in current_endorsements(edition))


def current_endorsements(edition: NoteEdition) -> list[Endorsement]:
    """Of the present text; those of an earlier revision are history."""
    return [e for e in edition.endorsements.all() if e.revision == edition.revision]


@dataclass(frozen=True)
class NoteView:
    """A note as one member meets it."""

    note: Note
    published: NoteEdition | None
    open: NoteEdition | None
    is_author: bool

    @property
    def shown(self) -> NoteEdition:
        shown = self.published or self.open
        if shown is None:
            raise LookupError
        return shown


def note_for(member: Member, note_uuid: UUID) -> NoteView | None:
    editions = list(editions_of(member).filter(note__uuid=note_uuid).exclude(state=State.SUPERSEDED))
    if not editions:
        return None
    by_state = {edition.state: edition for edition in editions}
    return NoteView(
        note=editions[0].note,
        published=by_state.get(State.PUBLISHED),
        open=by_state.get(State.REVIEW) or by_state.get(State.DRAFT),
        is_author=editions[0].note.author_id == member.user.pk,
    )


def notes_of(user: Any) -> QuerySet[NoteEdition]:
    return NoteEdition.objects.filter(note__author=user).select_related("note").order_by("note_id", "number")
