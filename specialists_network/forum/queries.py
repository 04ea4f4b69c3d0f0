"""Threads of the member's space, and what is new in them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from portal.search.api import Question, matching
from specialists_network.forum.models import Post, ReadMark, Thread
from specialists_network.spaces.api import Member, Page, Theme, page_of

POSTS_PER_PAGE = 50


def threads_of(member: Member) -> QuerySet[Thread]:
    return Thread.objects.filter(space=member.space).select_related("author", "jurisdiction")


def thread_page(member: Member, *, theme: str = "", state: str = "", cursor: str = "", size: int = 20) -> Page:
    rows = threads_of(member)
    if theme:
        rows = rows.filter(themes__contains=Theme.pack([theme]))
    if state in {"open", "answered"}:
        rows = rows.filter(accepted__isnull=state == "open")
    return page_of(rows, by="last_posted_at", cursor=cursor, size=size)


@dataclass(frozen=True)
class ThreadView:
    """One page of a thread as one member meets it."""

    thread: Thread
    question: Post
    accepted: Post | None
    replies: list[Post]
    first_seq: int
    last_read: int
    is_asker: bool

    @property
    def earlier(self) -> int | None:
        return max(2, self.first_seq - POSTS_PER_PAGE) if self.first_seq > 2 else None

    @property
    def later(self) -> int | None:
        following = self.first_seq + POSTS_PER_PAGE
        return following if following <= self.thread.post_seq else None

    @property
    def accepted_was_changed(self) -> bool:
        return self.accepted is not None and self.accepted.revision != self.thread.accepted_revision

    @property
    def first_unread(self) -> int | None:
        """Where the line "new since your last visit" stands; not at all on a first visit."""
        if not self.last_read:
            return None
        return next((post.seq for post in self.replies if post.seq > self.last_read), None)


def thread_for(member: Member, thread_uuid: UUID, *, first_seq: int = 2) -> ThreadView | None:
    """A stretch of numbers is one walk along the index, however long the thread is."""
    mark = ReadMark.objects.filter(user=member.user, thread=OuterRef("pk")).values("last_seq")[:1]
    thread = threads_of(member).annotate(last_read=Coalesce(Subquery(mark), 0)).filter(uuid=thread_uuid).first()
    if thread is None:
        return None
    first = max(2, first_seq)
    wanted = Q(seq=1) | Q(seq__gte=first, seq__lt=first + POSTS_PER_PAGE) | Q(pk=thread.accepted_id)
    posts = list(thread.posts.filter(wanted).prefetch_related("author", "jurisdiction").order_by("seq"))
    return ThreadView(
        thread=thread,
        question=posts[0],
        accepted=next((post for post in posts if post.pk == thread.accepted_id), None),
        replies=[post for post in posts if first <= post.seq < first + POSTS_PER_PAGE],
        first_seq=first,
        last_read=thread.last_read,
        is_asker=thread.author_id == member.user.pk,
    )


def own_post(member: Member, thread_uuid: UUID, seq: int) -> Post | None:
    rows = Post.objects.filter(thread__space=member.space, thread__uuid=thread_uuid, seq=seq, author=member.user)
    return rows.select_related("thread").first()


def search(member: Member, question: Question, *, limit: int) -> list[Thread]:
    """Threads in which one post, read with the title, holds every word."""
    hits = matching(Post.objects.filter(thread=OuterRef("pk")), question)
    if not question:
        return []
    best = hits.order_by("seq").values("text")[:1]
    rows = threads_of(member).filter(Exists(hits)).annotate(found_text=Subquery(best))
    return list(rows.order_by("-last_posted_at", "-pk")[:limit])


def unread(member: Member, limit: int = 5) -> list[Thread]:
    """Threads with posts this member has not seen, newest first."""
    mark = ReadMark.objects.filter(user=member.user, thread=OuterRef("pk")).values("last_seq")[:1]
    rows = threads_of(member).annotate(new_posts=F("post_seq") - Coalesce(Subquery(mark), 0)).filter(new_posts__gt=0)
    return [*rows.order_by("-last_posted_at", "-pk")[:limit]]


@dataclass(frozen=True)
class OpenQuestions:
    """Questions without an accepted answer that one member can move on."""

    to_accept: list[Thread]
    unanswered: list[Thread]


def open_questions(member: Member, limit: int = 5) -> OpenQuestions:
    """Own ones that have replies, and those of others that nobody has answered."""
    mine, others = Q(author=member.user, post_seq__gt=1), Q(post_seq=1) & ~Q(author=member.user)
    rows = threads_of(member).filter(accepted__isnull=True).filter(mine | others).order_by("last_posted_at", "pk")
    found = list(rows[: 4 * limit])
    return OpenQuestions(
        [thread for thread in found if thread.author_id == member.user.pk][:limit],
        [thread for thread in found if thread.author_id != member.user.pk][:limit],
    )


def posts_of(user: Any) -> QuerySet[Post]:
    return Post.objects.filter(author=user).select_related("thread").order_by("pk")
