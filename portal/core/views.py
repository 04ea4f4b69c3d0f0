from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.defaults import bad_request as unreadable

from portal.core.styleguide import samples
from portal.core.written import written


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A session that ended in the middle of a form: say what to do, and give back what was typed."""
    typed = [(name, value) for name, values in request.POST.lists() for value in map(str, values)]
    return render(request, "errors/csrf.html", {"written": written(typed)}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/too_long.html", status=413)
    return unreadable(request, exception)


@require_safe
def admin_door(request: HttpRequest) -> HttpResponse:
    """Wagtail sends everybody here whom it does not let in; the door of the site sends whoever is known back to it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.GET.get("next", reverse("wagtailadmin_home")))
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return redirect("wagtailadmin_home")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/help.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "core/accessibility.html")


@require_safe
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language of this address, then go back to a page whose own address carries none."""
    onward = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        onward = "/"
    response = redirect(onward)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        get_language() or settings.LANGUAGE_CODE,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component once; development and tests only."""
    return render(request, "styleguide.html", samples())
