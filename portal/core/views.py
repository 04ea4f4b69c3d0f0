from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.styleguide import samples


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A session that ended in the middle of a form: say what to do, and give back what was typed."""
    typed = [(name, value) for name, value in request.POST.items() if _is_text(name, value)]
    return render(request, "errors/csrf.html", {"typed": typed}, status=403)


def _is_text(name: str, value: str) -> bool:
    return bool(value.strip()) and "password" not in name and name not in {"csrfmiddlewaretoken", "next"}


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/help.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "core/accessibility.html")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component once; development and tests only."""
    return render(request, "styleguide.html", samples())
