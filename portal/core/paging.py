"""Through a long list by the last key seen: no count, no offset, the same cost on page one and on page thousand."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

SIZE = 50


@dataclass(frozen=True)
class Page:
    rows: list[Any]
    older: int | None
    is_first: bool


def page_of(rows: QuerySet[Any], before: str | None, *, size: int = SIZE) -> Page:
    """Newest first by primary key. A `before` that is no number is the first page, not an error."""
    key = int(before) if before and before.isascii() and before.isdigit() and len(before) < 19 else None
    found = list((rows.filter(pk__lt=key) if key else rows).order_by("-pk")[: size + 1])
    more = len(found) > size
    return Page(found[:size], found[size - 1].pk if more else None, key is None)
