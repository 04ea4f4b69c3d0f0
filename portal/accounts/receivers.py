from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(authenticator_added)
def a_factor_set_up_now_was_shown_now(
    sender: object, request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: object
) -> None:
    """Otherwise the recovery codes, which come next, would ask for the very factor that was just set up."""
    record_authentication(
        request, user, method="mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
    )
