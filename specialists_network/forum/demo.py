"""The threads of the demo site: asked, answered and accepted by the services a member uses."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

from portal.accounts.demo import cast
from specialists_network.forum import services
from specialists_network.forum.models import Thread
from specialists_network.forum.services import Asked
from specialists_network.spaces.api import Member, member_of, own_once

SCRIPT = Path(__file__).parent / "demo_threads.yaml"
NAMES = UUID("5b6f3c1e-70e2-4a0c-8f0a-1d2f9f0a7b12")


def build() -> None:
    if not SCRIPT.exists():
        return
    people = {key: member for key, user in cast().items() if (member := member_of(user))}
    for entry in yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))["threads"]:
        _build_thread(entry, people)


def _build_thread(entry: dict[str, Any], people: dict[str, Member]) -> None:
    once = uuid5(NAMES, entry["key"])
    asker = people[entry["author"]]
    if Thread.objects.filter(once=own_once(asker, once)).exists():
        return
    thread = services.ask(
        member=asker,
        asked=Asked(
            title=entry["title"],
            text=entry["question"].strip(),
            language=entry["language"],
            themes=tuple(theme.replace(" ", "_") for theme in entry["themes"]),
            countries=tuple(entry["countries"]),
        ),
        once=once,
    )
    for answer in entry["replies"]:
        post = services.reply(
            member=people[answer["author"]],
            thread_uuid=thread.uuid,
            text=answer["text"].strip(),
            language=answer.get("language", entry["language"]),
        )
        if answer.get("accepted"):
            services.accept(member=asker, thread_uuid=thread.uuid, seq=post.seq)
