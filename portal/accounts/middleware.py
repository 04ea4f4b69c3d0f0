"""Two things that hold for every page: staff carry a second factor, and a form outlives its session."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts import keeping
from portal.core.written import written

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


class KeepTheForm:
    """A session lasts a shift. Whoever sends a form after its end gets it back, and finds it again after signing in."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_lost(request, response):
            # An answer that asked nobody's name may be kept by anybody: it gets no cookie.
            if request.session.accessed and request.user.is_authenticated:
                keeping.mark_browser(request, response)
                if request.method == "POST":
                    keeping.drop_sent(request)
            return response
        context = {
            "written": written(keeping.typed_in(request)),
            "onward": _way_back() if keeping.keep(request) else "",
        }
        return render(request, "errors/csrf.html", context, status=403)


def _way_back() -> str:
    return f"{reverse('account_login')}?{urlencode({'next': reverse('accounts:kept')})}"


def _is_lost(request: HttpRequest, response: HttpResponse) -> bool:
    """A page's form, sent to the door. It passed the check against forgery, so it is one of ours."""
    if request.method != "POST" or response.status_code != 302 or request.user.is_authenticated:
        return False
    if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return False
    to = urlsplit(response["Location"])
    # Only a page that wanted somebody signed in says where to go on.
    doors = {reverse("account_login"), reverse("wagtailadmin_login")}
    return to.path in doors and "next=" in to.query and not _is_open(request)
