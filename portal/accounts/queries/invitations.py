"""Which invitations somebody may see, and which one a link opens."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from portal.accounts.models import Institution, Invitation, Jurisdiction, Role
from portal.accounts.queries.roles import COORDINATOR_MAY_GIVE, Scope, has_role, scope_of

INVITERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
# A mail that has not left by then is worth a word.
PATIENCE = timedelta(minutes=15)


class LinkState(Enum):
    GOOD = "good"
    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    CLOSED = "closed"


@dataclass(frozen=True)
class Link:
    state: LinkState
    invitation: Invitation | None = None


def digest(token: str) -> str:
    # The key has 256 random bits: a slow hash would protect nothing more.
    return hashlib.sha256(token.encode()).hexdigest()


def follow(token: str, at: datetime) -> Link:
    invitation = Invitation.objects.filter(token_hash=digest(token)).first()
    return Link(state_of(invitation, at), invitation)


def state_of(invitation: Invitation | None, at: datetime) -> LinkState:
    if invitation is None:
        return LinkState.UNKNOWN
    if invitation.accepted_at:
        return LinkState.USED
    if invitation.closed_at:
        return LinkState.CLOSED
    return LinkState.EXPIRED if invitation.expires_at <= at else LinkState.GOOD


def scope_of_inviter(user: Any) -> Scope:
    return scope_of(user, *INVITERS)


def roles_to_give(user: Any) -> list[Role]:
    return list(Role) if has_role(user, Role.ADMINISTRATOR) else list(COORDINATOR_MAY_GIVE)


def jurisdictions_to_invite_to(user: Any) -> QuerySet[Jurisdiction]:
    """Institutions send people, so countries of origin are not offered."""
    scope = scope_of_inviter(user)
    places = Jurisdiction.objects.exclude(kind=Jurisdiction.Kind.ORIGIN).order_by("-kind", "name")
    if scope.everywhere:
        return places
    return places.filter(Q(code__in=scope.jurisdictions) | Q(institutions__in=scope.institutions)).distinct()


def institutions_to_invite_to(user: Any, jurisdiction: Jurisdiction) -> QuerySet[Institution] | None:
    """None: any institution there, a new one too. Else only these."""
    scope = scope_of_inviter(user)
    if scope.everywhere or jurisdiction.code in scope.jurisdictions:
        return None
    return jurisdiction.institutions.filter(pk__in=scope.institutions)


def seen_by(user: Any) -> QuerySet[Invitation]:
    scope = scope_of_inviter(user)
    rows = Invitation.objects.select_related("jurisdiction", "accepted_by").order_by("-id")
    if scope.everywhere:
        return rows
    names = Institution.objects.filter(pk__in=scope.institutions)
    by_institution = Q()
    for place in names:
        by_institution |= Q(jurisdiction_id=place.jurisdiction_id, institution_name__iexact=place.name)
    return (
        rows.filter(Q(jurisdiction_id__in=scope.jurisdictions) | by_institution) if not scope.is_empty else rows.none()
    )


def open_invitations(emails: Iterable[str]) -> dict[str, Invitation]:
    wanted = sorted({email.lower() for email in emails})
    rows = Invitation.objects.filter(accepted_at__isnull=True, closed_at__isnull=True)
    rows = rows.annotate(key=Lower("email")).filter(key__in=wanted)
    return {row.email.lower(): row for row in rows}


@dataclass(frozen=True)
class Standing:
    expired: int
    unsent: int


def standing(user: Any, at: datetime) -> Standing:
    """What of the own invitations waits for somebody, in one query."""
    is_open = Q(accepted_at__isnull=True, closed_at__isnull=True)
    good, late = Q(expires_at__gt=at), Q(issued_at__lt=at - PATIENCE)
    counted = (
        seen_by(user)
        .order_by()
        .aggregate(
            expired=Count("pk", filter=is_open & ~good),
            unsent=Count("pk", filter=is_open & good & late & Q(mailed_at__isnull=True)),
        )
    )
    return Standing(**counted)
