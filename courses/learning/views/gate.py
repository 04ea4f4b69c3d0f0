"""How a view comes by the rows of whoever asks: theirs, or 404."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from courses.learning import queries
from courses.learning.models import Enrolment


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
