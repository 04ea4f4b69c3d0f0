"""What is done to somebody's account by whoever keeps the house: a new address, closing, opening, lost factors."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import translation

from portal.accounts import signals
from portal.accounts.models import User
from portal.audit import api as audit


@transaction.atomic
def change_email(*, user: User, email: str, actor: User) -> None:
    """Both addresses are told: whoever had the old one must not find out by being shut out."""
    before, email = user.email, email.lower()
    if before == email:
        return
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    audit.record(actor=actor, verb="account.address_changed", target=f"user:{user.uuid}")
    for address in (before, email):
        _tell(user, address, "address_changed", {"email": email})


@transaction.atomic
def close_account(*, user: User, actor: User) -> None:
    """Somebody has left: nobody can sign in any more, and nothing is lost."""
    if not user.is_active:
        return
    user.is_active = False
    user.save(update_fields=["is_active"])
    _sign_out(user)
    audit.record(actor=actor, verb="account.closed", target=f"user:{user.uuid}")


@transaction.atomic
def open_account(*, user: User, actor: User) -> None:
    if user.is_active:
        return
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record(actor=actor, verb="account.opened", target=f"user:{user.uuid}")


@transaction.atomic
def remove_factors(*, user: User, actor: User) -> None:
    """Phone and recovery codes are lost. The person signs in with the password and, where needed, sets up anew."""
    deleted, _ = Authenticator.objects.filter(user=user).delete()
    if not deleted:
        return
    _sign_out(user)
    audit.record(actor=actor, verb="signin.factors_removed_for", target=f"user:{user.uuid}")
    _tell(user, user.email, "factors_removed", {})


def _sign_out(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def _tell(user: User, address: str, template: str, words: dict[str, str]) -> None:
    with translation.override(user.locale):
        signals.mail_wanted.send(
            sender=User, to=address, locale=user.locale, template=template, context={"name": user.name, **words}
        )
