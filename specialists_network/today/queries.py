"""What one member should see first, gathered from the rooms below."""

from dataclasses import dataclass, field
from typing import Any

from portal.search.api import Piece, Question, excerpt, mark
from specialists_network.forum import api as forum
from specialists_network.notes import api as notes
from specialists_network.spaces.api import Member

LIMIT = 20


@dataclass(frozen=True)
class Today:
    notes: notes.Desk
    questions: forum.OpenQuestions
    unread: list[Any]
    latest: list[Any]

    @property
    def waiting(self) -> int:
        on_desk = len(self.notes.to_endorse) + len(self.notes.own)
        return on_desk + len(self.questions.to_accept) + len(self.questions.unanswered)

    @property
    def new_posts(self) -> int:
        return sum(thread.new_posts for thread in self.unread)


def today(member: Member) -> Today:
    return Today(
        notes=notes.desk(member),
        questions=forum.open_questions(member),
        unread=forum.unread(member),
        latest=notes.latest(member),
    )


@dataclass(frozen=True)
class Hit:
    """One result; exactly one of the two is there."""

    title: list[Piece]
    passage: list[Piece]
    language: str
    note: Any = None
    thread: Any = None


@dataclass(frozen=True)
class Results:
    question: Question
    notes: list[Hit] = field(default_factory=list)
    threads: list[Hit] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.notes) + len(self.threads)

    @property
    def is_cut(self) -> bool:
        return len(self.notes) == LIMIT or len(self.threads) == LIMIT


def search(member: Member, question: Question, kinds: frozenset[str]) -> Results:
    """Whole kinds only: a result list of mixed kinds would need one scale for both."""
    if not question:
        return Results(question)
    found_notes = notes.search(member, question, limit=LIMIT) if "note" in kinds else []
    found_threads = forum.search(member, question, limit=LIMIT) if "question" in kinds else []
    return Results(
        question,
        [_note_hit(edition, question) for edition in found_notes],
        [_thread_hit(thread, question) for thread in found_threads],
    )


def _note_hit(edition: Any, question: Question) -> Hit:
    text = "\n".join(edition.guarded_texts()[name] for name in ("situation", "what_we_did", "law", "result", "caution"))
    return Hit(mark(edition.title, question), excerpt(text, question), edition.language, note=edition)


def _thread_hit(thread: Any, question: Question) -> Hit:
    return Hit(mark(thread.title, question), excerpt(thread.found_text, question), thread.language, thread=thread)
