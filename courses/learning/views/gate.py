"""How a view comes by the rows of whoever asks: theirs, or 404."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from courses.learning import queries
from courses.learning.models import Enrolment

View = Callable[..., HttpResponse]


def sends(view: View) -> View:
    """Takes a form. Whoever comes by its address instead (a changed language, a bookmark) is led to its page."""

    @login_required
    @require_http_methods(["GET", "POST"])
    @wraps(view)
    def taken(request: HttpRequest, code: str, **place: UUID) -> HttpResponse:
        if request.method == "POST":
            return view(request, code, **place)
        if "activity" in place:
            return redirect("learning:activity", code, place["activity"])
        return redirect("learning:course", code)

    return taken


def locale() -> str:
    return get_language() or "en"


def enrolment_or_404(request: HttpRequest, code: str) -> Enrolment:
    enrolment = queries.enrolment_in(request.user, code)
    if enrolment is None:
        raise Http404
    return enrolment


def lesson_or_404(enrolment: Enrolment, activity: UUID) -> queries.LessonView:
    lesson = queries.lesson_view(enrolment, activity, locale())
    if lesson is None:
        raise Http404
    return lesson
