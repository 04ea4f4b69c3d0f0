"""Giving and taking roles. What Django and Wagtail check (groups, is_staff) is derived here and nowhere else."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Institution, Jurisdiction, Role, RoleGrant, User
from portal.accounts.queries import roles as queries
from portal.audit import api as audit
from portal.core.clock import now

# Who works on the site rather than only learning on it: needs a second factor in production.
STAFF_ROLES = frozenset({Role.TRAINER, Role.AUTHOR, Role.TRANSLATOR, Role.COORDINATOR, Role.ADMINISTRATOR})
GROUPS = {Role.AUTHOR: "Authors", Role.TRANSLATOR: "Translators", Role.ADMINISTRATOR: "Administrators"}


@transaction.atomic
def grant_role(
    *,
    user: User,
    role: str,
    actor: User | None = None,
    jurisdiction: Jurisdiction | None = None,
    institution: Institution | None = None,
    until: date | None = None,
) -> RoleGrant:
    """Granting again changes only the end; so a second click is harmless."""
    grant, is_new = RoleGrant.objects.get_or_create(
        user=user,
        role=Role(role).value,
        jurisdiction=jurisdiction,
        institution=institution,
        defaults={"until": until},
    )
    if not is_new and grant.until != until:
        grant.until = until
        grant.save(update_fields=["until"])
    elif not is_new:
        return grant
    audit.record(actor=actor, verb="role.granted", target=f"user:{user.uuid}", detail=_detail(grant))
    derive_permissions(user)
    return grant


@transaction.atomic
def revoke_role(*, grant: RoleGrant, actor: User | None = None) -> None:
    audit.record(actor=actor, verb="role.revoked", target=f"user:{grant.user.uuid}", detail=_detail(grant))
    user = grant.user
    grant.delete()
    derive_permissions(user)


@transaction.atomic
def derive_permissions(user: User) -> None:
    queries.forget_grants(user)
    held = set(queries.roles_of(user))
    names = [GROUPS[role] for role in GROUPS if role.value in held]
    mine = Group.objects.filter(name__in=names)
    user.groups.remove(*Group.objects.filter(name__in=set(GROUPS.values()) - set(names)))
    user.groups.add(*mine)
    is_staff = user.is_superuser or bool(held & STAFF_ROLES)
    if user.is_staff != is_staff:
        user.is_staff = is_staff
        user.save(update_fields=["is_staff"])


def end_expired_grants() -> int:
    """Whoever lost a role by date loses its permissions; run daily, harmless to repeat."""
    today = timezone.localdate(now())
    expired = User.objects.filter(role_grants__until__lt=today).filter(groups__isnull=False).distinct()
    for user in expired:
        derive_permissions(user)
    return len(expired)


def _detail(grant: RoleGrant) -> dict[str, str | int | None]:
    return {
        "role": grant.role,
        "jurisdiction": grant.jurisdiction_id,
        "institution": grant.institution_id,
        "until": grant.until.isoformat() if grant.until else None,
    }
