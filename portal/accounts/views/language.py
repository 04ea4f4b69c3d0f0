from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override

from portal.accounts import services
from portal.accounts.queries.languages import CODES, in_language


def switch(request: HttpRequest, code: str) -> HttpResponse:
    """The same place in another language, remembered for next time. A plain link: it works without JavaScript."""
    if code not in CODES:
        return render(request, "portal/accounts/language_unknown.html", {"languages": settings.LANGUAGES}, status=404)
    if request.user.is_authenticated:
        services.profile.choose_language(user=request.user, locale=code)
    response = redirect(_place(request, code))
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax")
    return response


def _place(request: HttpRequest, code: str) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}):
        return in_language(asked, code)
    with override(code):
        return reverse("home:index")
