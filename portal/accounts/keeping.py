"""A form that was sent after its session had ended is kept in the new session until the person is back."""

from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest

from portal.guard import api as guard
from portal.guard.api import Level

SESSION_KEY = "kept_form"
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


def keep(request: HttpRequest) -> bool:
    """False where nothing may be kept: too long, or with something in it that the guard holds back."""
    typed = typed_in(request)
    text = "\n".join(value for _, value in typed)
    if len(text) > LONGEST or guard.check(text).level >= Level.HOLD or not _is_in_limits(request):
        return False
    request.session[SESSION_KEY] = {"path": request.get_full_path(), "typed": typed}
    return True


def _is_in_limits(request: HttpRequest) -> bool:
    """Somebody without an account must not fill the table of sessions."""
    return ratelimit.consume(request, action="keep_form")


def kept(request: HttpRequest) -> dict[str, Any] | None:
    found: dict[str, Any] | None = request.session.get(SESSION_KEY)
    return found


def drop(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)


def drop_sent(request: HttpRequest) -> None:
    """It has arrived where it was meant to go."""
    found = kept(request)
    if found and found["path"] == request.get_full_path():
        drop(request)
