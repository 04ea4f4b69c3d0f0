"""Request ids, and the admin's own content policy."""

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from portal.core.logs import request_id
from portal.core.views import csrf_failure

Handler = Callable[[HttpRequest], HttpResponse]
ACCEPTED_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestId:
    """Takes the proxy's id where it is well formed, else draws one; answers with it, so that a person can quote it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        token = request_id.set(given if ACCEPTED_ID.fullmatch(given) else uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
        finally:
            request_id.reset(token)
        return response


class GiveBackTyped:
    """A form sent after the session has ended: what was typed comes back, where a redirect would have lost it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST" or response.status_code != 302 or request.user.is_authenticated:
            return response
        # Only the redirect of a page that wanted somebody signed in says where to go on.
        address, _query, onward = response["Location"].partition(f"?{REDIRECT_FIELD_NAME}=")
        return csrf_failure(request) if onward and address == resolve_url(settings.LOGIN_URL) else response


class AdminPolicy:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return response
