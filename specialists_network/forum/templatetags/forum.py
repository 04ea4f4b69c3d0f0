"""A post of a thread. Each process keeps what it has drawn: of fifty posts, a reader's page draws only the new ones."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.translation import get_language

from specialists_network.forum.models import Post
from specialists_network.spaces.templatetags.network import name_of, signed

register = template.Library()
KEPT = 2_000


@register.simple_tag(takes_context=True)
def post_article(context: Context, post: Post, label: str, may_accept: bool = False) -> str:
    """`label` says what it is, for the ear. What a person may do with it is drawn for that person alone."""
    words = Words(
        post.seq, label, name_of(post.author), post.jurisdiction.name, post.created_at, post.edited_at, post.language,
        post.text,
    )  # fmt: skip
    if may_accept or post.author_id == context["user"].pk:
        choices = {"post": post, "thread": context["thread"], "may_accept": may_accept, "user": context["user"]}
        return _drawn(words, render_to_string("specialists_network/forum/_post_foot.html", choices, context["request"]))
    return _kept(words, get_language())


class Words(NamedTuple):
    seq: int
    label: str
    name: str
    place: str
    at: datetime
    edited: datetime | None
    lang: str
    text: str


@lru_cache(maxsize=KEPT)
def _kept(words: Words, _language: str | None) -> str:
    return _drawn(words)


def _drawn(words: Words, foot: str = "") -> str:
    by = signed(words.name, words.place)
    return render_to_string("specialists_network/forum/_post.html", words._asdict() | {"by": by, "foot": foot})
