"""A form that was sent after its session had ended is kept in the new session until the same person is back.

The session that would say who wrote it is gone; a mark in the browser, set while the person was signed in, says
whether the one who comes back is the same. It names nobody.
"""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from portal.guard import api as guard
from portal.guard.api import Level

SESSION_KEY = "kept_form"
MARK = "last_here"
MARK_DAYS = 14
# A session is a row in a table: what is longer is given back to be copied.
LONGEST = 200_000
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "next"})


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in map(str, values)
        if name not in NEVER_KEPT and "password" not in name
    ]


def mark_browser(request: HttpRequest, response: HttpResponse) -> None:
    """So that what is sent after this session is given back to nobody else who signs in here."""
    mark = _mark_of(request)
    if request.COOKIES.get(MARK) != mark:
        age, secure = MARK_DAYS * 24 * 3600, settings.SESSION_COOKIE_SECURE
        response.set_cookie(MARK, mark, max_age=age, secure=secure, httponly=True, samesite="Lax")


def _mark_of(request: HttpRequest) -> str:
    return salted_hmac("portal.accounts.keeping", str(request.user.pk)).hexdigest()[:32]


def keep(request: HttpRequest) -> bool:
    """False where nothing may be kept: too long, of nobody known, or with something that the guard holds back."""
    typed = typed_in(request)
    text = "\n".join(value for _, value in typed)
    mark = request.COOKIES.get(MARK, "")
    if not mark or len(text) > LONGEST or guard.check(text).level >= Level.HOLD or not _is_in_limits(request):
        return False
    request.session[SESSION_KEY] = {"path": request.get_full_path(), "typed": typed, "mark": mark}
    return True


def _is_in_limits(request: HttpRequest) -> bool:
    """Somebody without an account must not fill the table of sessions."""
    return ratelimit.consume(request, action="keep_form")


def kept(request: HttpRequest) -> dict[str, Any] | None:
    """What this person wrote. What somebody else left in this browser is dropped unread."""
    found: dict[str, Any] | None = request.session.get(SESSION_KEY)
    if found and not constant_time_compare(found.get("mark", ""), _mark_of(request)):
        drop(request)
        return None
    return found


def drop(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)


def drop_sent(request: HttpRequest) -> None:
    """It has arrived where it was meant to go."""
    found = kept(request)
    if found and found["path"] == request.get_full_path():
        drop(request)
