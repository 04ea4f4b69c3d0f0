"""Joining and leaving."""

from typing import Any

from django.core.cache import cache
from django.db import transaction

from portal.audit.api import record
from portal.core import clock
from specialists_network.spaces.models import Membership
from specialists_network.spaces.queries import main_space, member_of

SHOWN_SECONDS = 12 * 60 * 60


class NoJurisdiction(Exception):
    """A member speaks for a place; this account has no institution and none was named."""


@transaction.atomic
def admit(*, user: Any, jurisdiction: str = "", actor: Any = None) -> Membership:
    """Makes a person a specialist; said twice, it is done once."""
    place = jurisdiction or (user.institution.jurisdiction_id if user.institution_id else "")
    if not place:
        raise NoJurisdiction(str(user.uuid))
    membership, is_new = Membership.objects.get_or_create(
        space=main_space(), user=user, defaults={"jurisdiction_id": place, "joined_at": clock.now()}
    )
    if is_new:
        record(actor=actor, verb="network.member_admitted", target=f"user:{user.uuid}", detail={"jurisdiction": place})
        transaction.on_commit(lambda: forget(user))
    return membership


@transaction.atomic
def dismiss(*, user: Any, actor: Any = None) -> None:
    """Ends a membership. What the person wrote stays."""
    gone, _ = Membership.objects.filter(space=main_space(), user=user).delete()
    if gone:
        record(actor=actor, verb="network.member_dismissed", target=f"user:{user.uuid}")
        transaction.on_commit(lambda: forget(user))


def shows_network_to(user: Any) -> bool:
    """For the navigation of every page, so without a query for each: the answer is kept for a shift."""
    if not getattr(user, "is_authenticated", False):
        return False
    key = _key(user)
    known = cache.get(key)
    if known is None:
        known = member_of(user) is not None
        cache.set(key, known, SHOWN_SECONDS)
    return bool(known)


def forget(user: Any) -> None:
    user.__dict__.pop("_member", None)
    cache.delete(_key(user))


def _key(user: Any) -> str:
    return f"network-shown:{user.uuid}"
