from typing import Any

from portal.accounts.api import Erase, personal_data
from specialists_network.forum.models import Thread
from specialists_network.forum.queries import posts_of


def _threads(user: Any) -> list[dict[str, Any]]:
    rows = Thread.objects.filter(author=user).order_by("pk")
    return [{"thread": row.uuid, "title": row.title, "created_at": row.created_at} for row in rows]


def _posts(user: Any) -> list[dict[str, Any]]:
    return [
        {"thread": post.thread.uuid, "post": post.seq, "text": post.text, "created_at": post.created_at}
        for post in posts_of(user)
    ]


# What was answered stays useful to others, signed by a former member.
personal_data("forum.Thread", export=_threads, erase=Erase.UNLINK)
personal_data("forum.Post", export=_posts, erase=Erase.UNLINK)
personal_data("forum.ReadMark")
