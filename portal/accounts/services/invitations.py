"""Asking people in: issue, send again, close, and the four screens to an account."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from portal.accounts import signals
from portal.accounts.engine.pasting import Line
from portal.accounts.models import Invitation, Jurisdiction, Role, User
from portal.accounts.queries import invitations as queries
from portal.accounts.queries.invitations import LinkState
from portal.accounts.queries.people import find_people
from portal.accounts.services.places import institution_named
from portal.accounts.services.roles import grant_role
from portal.audit import api as audit
from portal.core.clock import now

LIFETIME = timedelta(days=14)
KEPT_AFTER_END = timedelta(days=90)


class InvitationNotOpen(Exception):
    """The link was used, is too old, was closed, or never existed."""

    def __init__(self, state: LinkState) -> None:
        super().__init__(state.value)
        self.state = state


@dataclass(frozen=True)
class Invited:
    uuid: str
    email: str
    is_new: bool


@transaction.atomic
def invite_all(*, lines: tuple[Line, ...], jurisdiction: Jurisdiction, role: str, actor: User) -> list[Invited]:
    """Whoever has an account or an open invitation already is left alone, so a second click sends nothing twice."""
    with_account = find_people(line.email for line in lines)
    return [
        invite_person(
            email=line.email,
            name=line.name,
            institution=line.institution,
            jurisdiction=jurisdiction,
            locale=line.language,
            role=role,
            actor=actor,
        )
        for line in lines
        if line.email not in with_account
    ]


@transaction.atomic
def invite_person(
    *,
    email: str,
    name: str,
    institution: str,
    jurisdiction: Jurisdiction,
    locale: str,
    actor: User,
    role: str = Role.LEARNER,
) -> Invited:
    """The open invitation of that address, or a new one with its mail; the caller knows that there is no account."""
    token = secrets.token_urlsafe(32)
    at = now()
    values = {
        "name": name,
        "institution_name": institution,
        "jurisdiction": jurisdiction,
        "locale": locale,
        "role": role,
        "invited_by": actor,
        "token_hash": queries.digest(token),
        "issued_at": at,
        "expires_at": at + LIFETIME,
    }
    # The constraint decides between two coordinators at the same moment.
    invitation, is_new = Invitation.objects.get_or_create(
        email=email.lower(), accepted_at=None, closed_at=None, defaults=values
    )
    if is_new:
        audit.record(
            actor=actor, verb="invitation.issued", target=f"invitation:{invitation.uuid}", detail={"role": role}
        )
        _write_mail(invitation, token)
    return Invited(str(invitation.uuid), invitation.email, is_new)


@transaction.atomic
def send_again(*, invitation_id: int, actor: User) -> Invitation:
    """A new link for another 14 days; the old one is dead from now on."""
    invitation = _locked(invitation_id, may_be_expired=True)
    token = secrets.token_urlsafe(32)
    invitation.token_hash = queries.digest(token)
    invitation.issued_at = now()
    invitation.expires_at = invitation.issued_at + LIFETIME
    invitation.times_issued += 1
    invitation.mailed_at = None
    invitation.save()
    audit.record(actor=actor, verb="invitation.issued_again", target=f"invitation:{invitation.uuid}")
    _write_mail(invitation, token)
    return invitation


@transaction.atomic
def close_invitation(*, invitation_id: int, actor: User | None) -> None:
    """By the coordinator, or (actor None) by the person who says it is not for them."""
    invitation = _locked(invitation_id, may_be_expired=True)
    invitation.closed_at = now()
    invitation.save(update_fields=["closed_at"])
    audit.record(actor=actor, verb="invitation.closed", target=f"invitation:{invitation.uuid}")


@transaction.atomic
def keep_step(*, invitation_id: int, step: int, answers: dict[str, Any]) -> Invitation:
    """What was said on one screen is kept at once, so that an interrupted person goes on where they stopped."""
    invitation = _locked(invitation_id)
    for field, value in answers.items():
        setattr(invitation, field, value)
    invitation.steps_done = max(invitation.steps_done, step)
    invitation.save()
    return invitation


@transaction.atomic
def accept_invitation(*, invitation_id: int, password: str | None) -> User:
    """Begins the account. Without a password the person signs in by passkey, set up on the next screen."""
    invitation = _locked(invitation_id)
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise InvitationNotOpen(LinkState.USED)
    user = User.objects.create_user(
        invitation.email,
        password,
        name=invitation.name,
        locale=invitation.locale,
        institution=institution_named(
            name=invitation.institution_name, jurisdiction=invitation.jurisdiction, actor=None
        ),
        function=invitation.function,
        sex=invitation.sex,
    )
    # The link came by this address, so it is known to be theirs.
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    _grant_roles(invitation, user)
    invitation.accepted_by, invitation.accepted_at = user, now()
    invitation.function = invitation.sex = ""
    invitation.save()
    audit.record(actor=user, verb="invitation.accepted", target=f"invitation:{invitation.uuid}")
    words = {"invitation_uuid": str(invitation.uuid), "user_uuid": str(user.uuid), "email": user.email}
    transaction.on_commit(lambda: signals.invitation_accepted.send(sender=Invitation, **words))
    return user


def forget_old_invitations() -> int:
    """Names and addresses of people who never came in are not kept for ever."""
    before = now() - KEPT_AFTER_END
    ended = Q(closed_at__lt=before) | Q(expires_at__lt=before)
    deleted, _ = Invitation.objects.filter(ended, accepted_at__isnull=True).delete()
    return deleted


def note_invitation_mailed(*, invitation_uuid: UUID | str, at: Any) -> None:
    Invitation.objects.filter(uuid=invitation_uuid).update(mailed_at=at)


def _grant_roles(invitation: Invitation, user: User) -> None:
    grant_role(user=user, role=Role.LEARNER, actor=invitation.invited_by)
    if invitation.role == Role.FOCAL_POINT:
        grant_role(user=user, role=invitation.role, actor=invitation.invited_by, institution=user.institution)
    elif invitation.role != Role.LEARNER:
        grant_role(user=user, role=invitation.role, actor=invitation.invited_by, jurisdiction=invitation.jurisdiction)


def _locked(invitation_id: int, *, may_be_expired: bool = False) -> Invitation:
    invitation = Invitation.objects.select_for_update().get(pk=invitation_id)
    state = queries.state_of(invitation, now())
    if state is LinkState.GOOD or (may_be_expired and state is LinkState.EXPIRED):
        return invitation
    raise InvitationNotOpen(state)


def _write_mail(invitation: Invitation, token: str) -> None:
    with translation.override(invitation.locale):
        path = reverse("accounts:invitation", args=[token])
    signals.mail_wanted.send(
        sender=Invitation,
        to=invitation.email,
        locale=invitation.locale,
        template="invitation",
        about=f"invitation:{invitation.uuid}",
        context={
            "name": invitation.name,
            "institution": invitation.institution_name,
            "inviter": invitation.invited_by.name if invitation.invited_by else "",
            "url": settings.BASE_URL.rstrip("/") + path,
            "expires_at": invitation.expires_at,
        },
    )
