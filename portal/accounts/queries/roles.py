"""What a person may do, and where. One query for each request, remembered on the user object."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.accounts.models import Role, RoleGrant, User
from portal.core.clock import now

# Whom a coordinator may let in; the keys of the house stay with administrators.
COORDINATOR_MAY_GIVE = (Role.LEARNER, Role.TRAINER, Role.FOCAL_POINT)


@dataclass(frozen=True)
class Grant:
    role: str
    jurisdiction: str | None
    institution: int | None

    @property
    def is_everywhere(self) -> bool:
        return self.jurisdiction is None and self.institution is None


@dataclass(frozen=True)
class Scope:
    """Where somebody may act: everywhere, in whole jurisdictions, or in single institutions."""

    everywhere: bool = False
    jurisdictions: frozenset[str] = frozenset()
    institutions: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.everywhere or self.jurisdictions or self.institutions)

    def covers(self, *, jurisdiction: str | None, institution: int | None = None) -> bool:
        return self.everywhere or jurisdiction in self.jurisdictions or institution in self.institutions


def current(today: date) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(Q(until__isnull=True) | Q(until__gte=today))


def grants_of(user: Any) -> tuple[Grant, ...]:
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return ()
    if "_grants" not in user.__dict__:
        rows = current(timezone.localdate(now())).filter(user_id=user.pk)
        found = [Grant(*row) for row in rows.values_list("role", "jurisdiction_id", "institution_id")]
        if user.is_superuser:
            found.append(Grant(Role.ADMINISTRATOR.value, None, None))
        user.__dict__["_grants"] = tuple(found)
    grants: tuple[Grant, ...] = user.__dict__["_grants"]
    return grants


def forget_grants(user: User) -> None:
    user.__dict__.pop("_grants", None)


def roles_of(user: Any) -> frozenset[str]:
    return frozenset(grant.role for grant in grants_of(user))


def has_role(user: Any, *roles: str, jurisdiction: str | None = None) -> bool:
    """With a jurisdiction: the role must hold for the whole of it. An institution's grant does not."""
    return any(
        grant.role in roles and (jurisdiction is None or grant.is_everywhere or grant.jurisdiction == jurisdiction)
        for grant in grants_of(user)
    )


def scope_of(user: Any, *roles: str) -> Scope:
    grants = [grant for grant in grants_of(user) if grant.role in roles]
    return Scope(
        everywhere=any(grant.is_everywhere for grant in grants),
        jurisdictions=frozenset(grant.jurisdiction for grant in grants if grant.jurisdiction),
        institutions=frozenset(grant.institution for grant in grants if grant.institution),
    )


def all_grants(user: User) -> QuerySet[RoleGrant]:
    """Ended ones too: they say what somebody was."""
    rows = RoleGrant.objects.filter(user=user).select_related("user", "jurisdiction", "institution")
    return rows.order_by("role", "pk")


def roles_of_each(users: Iterable[User]) -> dict[int, list[str]]:
    """Names of the roles held today, for a list, in one query."""
    held: dict[int, list[str]] = {}
    rows = current(timezone.localdate(now())).filter(user__in=list(users)).order_by("role", "pk")
    for grant in rows:
        names = held.setdefault(grant.user_id, [])
        if grant.get_role_display() not in names:
            names.append(grant.get_role_display())
    return held


def may_take(actor: User, grant: RoleGrant) -> bool:
    """An administrator any, but not the own key of the house; a coordinator what a coordinator may give, at home."""
    if has_role(actor, Role.ADMINISTRATOR):
        return not (grant.role == Role.ADMINISTRATOR and grant.user_id == actor.pk)
    if grant.role not in COORDINATOR_MAY_GIVE:
        return False
    place = grant.institution
    return scope_of(actor, Role.COORDINATOR).covers(
        jurisdiction=place.jurisdiction_id if place else grant.jurisdiction_id, institution=grant.institution_id
    )


def may_keep(actor: User, user: User) -> bool:
    """Whose account somebody may close or give a new address: never one that opens more doors than the own."""
    if has_role(actor, Role.ADMINISTRATOR):
        return user.pk != actor.pk
    held = set(current(timezone.localdate(now())).filter(user=user).values_list("role", flat=True))
    return not user.is_superuser and held <= {role.value for role in COORDINATOR_MAY_GIVE}
