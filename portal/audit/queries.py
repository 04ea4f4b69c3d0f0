from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from portal.audit.models import Entry
from portal.core.paging import Page, page_of


@dataclass(frozen=True)
class Line:
    entry: Entry
    # Empty for the site itself, and for somebody who has been forgotten.
    actor_name: str


def lines(*, actor: str = "", target: str = "", before: str | None = None) -> tuple[tuple[Line, ...], Page]:
    """One page of the trail, newest first, in two queries however many lines there are."""
    page = page_of(_matching(actor, target), before)
    names = _names({entry.actor for entry in page.rows if entry.actor})
    return tuple(Line(entry, names.get(entry.actor, "")) for entry in page.rows), page


def _matching(actor: str, target: str) -> QuerySet[Entry]:
    rows = Entry.objects.all()
    rows = rows.filter(actor=actor) if actor else rows
    return rows.filter(target=target) if target else rows


def _names(uuids: set[str]) -> dict[str, str]:
    people: Any = get_user_model()._default_manager.filter(uuid__in=uuids, is_active=True)
    return {str(uuid): name for uuid, name in people.values_list("uuid", "name")}
