from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from portal.audit.models import Entry
from portal.audit.words import WORDS
from portal.core.paging import Page, page_of


@dataclass(frozen=True)
class Line:
    entry: Entry
    # Empty for the site itself, and for somebody who has been forgotten.
    actor_name: str
    # Empty where the line is not about a person with an account.
    person: str

    @property
    def what(self) -> str:
        return str(WORDS.get(self.entry.verb, self.entry.verb))

    @property
    def detail(self) -> list[tuple[str, Any]]:
        return [(key, value) for key, value in self.entry.detail.items() if value is not None]


def lines(*, actor: str = "", target: str = "", before: str | None = None) -> tuple[tuple[Line, ...], Page]:
    """One page of the trail, newest first, in two queries however many lines there are."""
    page = page_of(_matching(actor, target), before)
    about = {entry.pk: _person(entry.target) for entry in page.rows}
    names = _names({entry.actor for entry in page.rows if entry.actor} | set(filter(None, about.values())))
    return tuple(Line(each, names.get(each.actor, ""), names.get(about[each.pk], "")) for each in page.rows), page


def _matching(actor: str, target: str) -> QuerySet[Entry]:
    rows = Entry.objects.all()
    rows = rows.filter(actor=actor) if actor else rows
    return rows.filter(target=target) if target else rows


def _person(target: str) -> str:
    """The uuid of the person a line is about, or nothing."""
    kind, _, key = target.partition(":")
    try:
        return str(UUID(key)) if kind == "user" else ""
    except ValueError:
        return ""


def _names(uuids: set[str]) -> dict[str, str]:
    people: Any = get_user_model()._default_manager.filter(uuid__in=uuids, is_active=True)
    return {str(uuid): name for uuid, name in people.values_list("uuid", "name")}
