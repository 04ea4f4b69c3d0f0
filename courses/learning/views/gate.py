"""How a view comes by the rows of whoever asks: theirs, or 404."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from courses.learning import queries
from courses.learning.models import Enrolment

View = Callable[..., HttpResponse]


class LeftTheCourse(Exception):
    """The activity was part of the course when its page was opened; the course was published anew meanwhile."""


def lead_to_the_course(request: HttpRequest, code: str) -> HttpResponse:
    messages.info(
        request,
        _("This step is no longer part of the course. What you did in it is kept; here is the course as it is now."),
    )
    return redirect("learning:course", code)


def sends(view: View) -> View:
    """Takes a form. Whoever comes by its address instead (a changed language, a bookmark) is led to its page."""

    @login_required
    @require_http_methods(["GET", "POST"])
    @wraps(view)
    def taken(request: HttpRequest, code: str, **place: UUID) -> HttpResponse:
        if request.method == "POST":
            try:
                return view(request, code, **place)
            except LeftTheCourse:
                return lead_to_the_course(request, code)
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
        raise missing(enrolment, activity)
    return lesson


def missing(enrolment: Enrolment, activity: UUID) -> Exception:
    return LeftTheCourse() if queries.has_left(enrolment, activity) else Http404()
