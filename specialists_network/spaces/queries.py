"""Who belongs where, and lists that are paged without counting."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.core import signing
from django.db.models import Q, QuerySet

from specialists_network.spaces.models import Membership, Space

MAIN_SPACE = "regional-group"
_SALT = "network.page"


@dataclass(frozen=True)
class Member:
    """A person inside a space: what every room of the network asks about."""

    user: Any
    space: Space
    jurisdiction: str
    jurisdiction_name: str


def own_once(member: Member, once: UUID | None) -> UUID | None:
    """The number of a form, made the person's own: nobody meets another's by sending the same one."""
    return uuid5(once, str(member.user.uuid)) if once else None


def main_space() -> Space:
    return Space.objects.get(key=MAIN_SPACE)


def member_of(user: Any, space_key: str = MAIN_SPACE) -> Member | None:
    """One query for each request, remembered on the user object."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return None
    if "_member" not in user.__dict__:
        row = (
            Membership.objects.filter(user_id=user.pk, space__key=space_key)
            .select_related("space", "jurisdiction")
            .first()
        )
        user.__dict__["_member"] = Member(user, row.space, row.jurisdiction_id, str(row.jurisdiction)) if row else None
    member: Member | None = user.__dict__["_member"]
    return member


def members(space: Space) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(space=space, user__is_active=True)
        .select_related("user__institution", "jurisdiction")
        .order_by("jurisdiction__name", "user__name", "pk")
    )


@dataclass(frozen=True)
class Page:
    rows: list[Any]
    older: str = ""


def page_of(rows: QuerySet[Any], *, by: str, cursor: str = "", size: int = 20) -> Page:
    """The newest rows, or those after the cursor. A cursor that nobody signed opens the first page."""
    ordered = rows.order_by(f"-{by}", "-pk")
    after = _read(cursor)
    if after:
        at, pk = after
        # Both databases walk the index with this form; OFFSET would read everything before the page.
        ordered = ordered.filter(Q(**{f"{by}__lte": at}) & ~Q(**{by: at, "pk__gte": pk}))
    found = list(ordered[: size + 1])
    older = _write(getattr(found[size - 1], by), found[size - 1].pk) if len(found) > size else ""
    return Page(found[:size], older)


def _write(at: datetime.datetime, pk: int) -> str:
    return signing.dumps([at.isoformat(), pk], salt=_SALT, compress=False)


def _read(cursor: str) -> tuple[datetime.datetime, int] | None:
    try:
        at, pk = signing.loads(cursor, salt=_SALT)
        return datetime.datetime.fromisoformat(at), int(pk)
    except (signing.BadSignature, ValueError, TypeError):
        return None


def places() -> list[tuple[str, str]]:
    """The jurisdictions the group works in, for choices: code and name."""
    jurisdictions = Membership.jurisdiction.field.related_model._default_manager
    return [(place.pk, str(place)) for place in jurisdictions.filter(kind="western_balkans").order_by("name")]
