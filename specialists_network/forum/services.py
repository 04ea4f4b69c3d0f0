"""Asking, replying, correcting oneself, accepting. Every text passes the guard before it is stored."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from portal.core import clock
from portal.guard.api import Refused, let_pass
from portal.search.api import search_text
from specialists_network.forum import signals
from specialists_network.forum.models import Post, PostRevision, ReadMark, Thread
from specialists_network.spaces.api import Member, Theme, own_once


class StaleText(Exception):
    """The post is no longer the one the person saw; nothing was changed."""


class NotTheAsker(Exception):
    """Only whoever asked knows what has answered the question."""


@dataclass(frozen=True)
class Asked:
    title: str
    text: str
    language: str
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def ask(*, member: Member, asked: Asked, once: UUID | None = None, confirmed: bool = False) -> Thread:
    """A new thread with its question as post 1. The same form sent again gives the same thread."""
    mine = own_once(member, once)
    known = Thread.objects.filter(once=mine) if mine else Thread.objects.none()
    if first := known.first():
        return first
    try:
        return _open(member, asked, mine, confirmed=confirmed)
    except IntegrityError:
        if first := known.first():
            return first
        raise


@transaction.atomic
def _open(member: Member, asked: Asked, once: UUID | None, *, confirmed: bool) -> Thread:
    now = clock.now()
    thread = Thread(
        space=member.space,
        title=asked.title,
        language=asked.language,
        themes=Theme.pack(asked.themes),
        author=member.user,
        jurisdiction_id=member.jurisdiction,
        created_at=now,
        last_posted_at=now,
        once=once,
    )
    let_pass(thread, confirmed=confirmed)
    thread.save()
    thread.countries.set(list(asked.countries))  # type: ignore[arg-type]  # keyed by their code
    _append(thread, member, text=asked.text, language=asked.language, confirmed=confirmed)
    return thread


@transaction.atomic
def reply(
    *,
    member: Member,
    thread_uuid: UUID,
    text: str,
    language: str,
    once: UUID | None = None,
    confirmed: bool = False,
) -> Post:
    # One writer a thread: numbers must have no gaps, and a double click meets its first half here.
    thread = Thread.objects.select_for_update().get(uuid=thread_uuid, space=member.space)
    mine = own_once(member, once)
    known = thread.posts.filter(once=mine).first() if mine else None
    if known:
        return known
    post = _append(thread, member, text=text, language=language, confirmed=confirmed, once=mine)
    transaction.on_commit(lambda: signals.replied.send(sender=Thread, thread_uuid=thread.uuid, seq=post.seq))
    return post


def _append(
    thread: Thread, member: Member, *, text: str, language: str, confirmed: bool, once: UUID | None = None
) -> Post:
    now = clock.now()
    post = Post(
        thread=thread,
        seq=thread.post_seq + 1,
        text=text,
        language=language,
        author=member.user,
        jurisdiction_id=member.jurisdiction,
        created_at=now,
        search_text=search_text(thread.title, text),
        once=once,
    )
    let_pass(post, confirmed=confirmed)
    post.save()
    thread.post_seq, thread.last_posted_at = post.seq, now
    thread.save(update_fields=["post_seq", "last_posted_at"])
    mark_read(user=member.user, thread=thread, seq=post.seq)
    return post


@transaction.atomic
def correct(
    *, member: Member, thread_uuid: UUID, seq: int, text: str, seen_revision: int, confirmed: bool = False
) -> Post:
    """The author's own post with a new text; the earlier one is kept. Sent again, it changes nothing."""
    post = (
        Post.objects.select_for_update(of=("self",))
        .select_related("thread")
        .get(thread__uuid=thread_uuid, thread__space=member.space, seq=seq, author=member.user)
    )
    if post.text == text:
        return post
    if post.revision != seen_revision:
        raise StaleText
    _keep_earlier(post)
    post.text = text
    post.revision += 1
    post.edited_at = clock.now()
    post.search_text = search_text(post.thread.title, text)
    let_pass(post, confirmed=confirmed)
    post.save(update_fields=["text", "revision", "edited_at", "search_text"])
    return post


def _keep_earlier(post: Post) -> None:
    earlier = PostRevision(post=post, revision=post.revision, text=post.text, replaced_at=clock.now())
    try:
        let_pass(earlier, confirmed=True)
    except Refused:
        # The guard has learnt since: whoever takes a number out of a post must not leave it in its history.
        earlier.text = ""
        let_pass(earlier)
    earlier.save()


@transaction.atomic
def accept(*, member: Member, thread_uuid: UUID, seq: int) -> Thread:
    """Marks what answered the question, in the words it has now; another choice replaces it."""
    thread = Thread.objects.select_for_update().get(uuid=thread_uuid, space=member.space)
    if thread.author_id != member.user.pk:
        raise NotTheAsker
    post = thread.posts.get(seq=seq, seq__gt=1)
    if (thread.accepted_id, thread.accepted_revision) == (post.pk, post.revision):
        return thread
    thread.accepted, thread.accepted_revision, thread.accepted_at = post, post.revision, clock.now()
    thread.save(update_fields=["accepted", "accepted_revision", "accepted_at"])
    transaction.on_commit(lambda: signals.answer_accepted.send(sender=Thread, thread_uuid=thread.uuid, seq=seq))
    return thread


def mark_read(*, user: Any, thread: Thread, seq: int) -> None:
    """Only ever forward; correct on both databases without an upsert that compares."""
    if not ReadMark.objects.filter(user=user, thread=thread, last_seq__lt=seq).update(last_seq=seq):
        ReadMark.objects.bulk_create([ReadMark(user=user, thread=thread, last_seq=seq)], ignore_conflicts=True)


@transaction.atomic
def mark_all_read(*, member: Member) -> None:
    for thread in Thread.objects.filter(space=member.space).exclude(read_marks__user=member.user).iterator():
        mark_read(user=member.user, thread=thread, seq=thread.post_seq)
    marks = ReadMark.objects.filter(user=member.user, thread__space=member.space).select_related("thread")
    behind = [mark for mark in marks if mark.last_seq < mark.thread.post_seq]
    for mark in behind:
        mark.last_seq = mark.thread.post_seq
    ReadMark.objects.bulk_update(behind, ["last_seq"], batch_size=500)
