"""The list of courses. It reads what is published, not the pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from courses.catalogue import queries


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("language", "")
    shelf = queries.cards_for(request.user, get_language() or "en", language=chosen)
    return render(request, "courses/catalogue/index.html", {"shelf": shelf})


@require_GET
def course(request: HttpRequest, code: str) -> HttpResponse:
    """Where a course page of the tree is found by its address; the course itself is shown in the learning room."""
    return redirect("learning:course", code)
