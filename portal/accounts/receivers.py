from functools import partial
from typing import Any

from allauth.account import signals as account_signals
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.dispatch import receiver
from django.http import HttpRequest

from portal.audit import api as audit


@receiver(mfa_signals.authenticator_added)
def a_factor_set_up_now_was_shown_now(
    sender: object, request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: object
) -> None:
    """Otherwise the recovery codes, which come next, would ask for the very factor that was just set up."""
    record_authentication(
        request, user, method="mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
    )


def _record(verb: str, sender: object, user: Any, authenticator: Authenticator | None = None, **kwargs: object) -> None:
    detail = {"kind": authenticator.type} if authenticator else None
    audit.record(actor=user, verb=verb, target=f"user:{user.uuid}", detail=detail)


# How somebody signs in is a right, too; the trail says when it changed and never to what.
_TRAIL = {
    "signin.password_changed": account_signals.password_changed,
    "signin.password_set": account_signals.password_set,
    "signin.password_reset": account_signals.password_reset,
    "signin.factor_added": mfa_signals.authenticator_added,
    "signin.factor_removed": mfa_signals.authenticator_removed,
    "signin.codes_renewed": mfa_signals.authenticator_reset,
}
for verb, signal in _TRAIL.items():
    signal.connect(partial(_record, verb), weak=False, dispatch_uid=verb)
