"""Whoever works on the site carries a second factor, where the settings ask for it."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

Handler = Callable[[HttpRequest], HttpResponse]
# What one needs to set a second factor up, or to leave.
OPEN = frozenset({"account_logout", "account_reauthenticate", "javascript-catalog", "healthz", "readyz"})


class StaffSecondFactor:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if not settings.STAFF_MFA_REQUIRED or _is_open(request) or not _lacks_it(request):
            return None
        messages.warning(
            request, _("Your role needs a second factor. Set up an authenticator app or a passkey to go on.")
        )
        return redirect("mfa_index")


def _is_open(request: HttpRequest) -> bool:
    match = request.resolver_match
    name = (match.url_name if match else None) or ""
    return name in OPEN or name.startswith("mfa_")


def _lacks_it(request: HttpRequest) -> bool:
    user = request.user
    if not user.is_authenticated or not (user.is_staff or user.is_superuser):
        return False
    return not is_mfa_enabled(user)
