"""A learner's pages. Each view asks the queries for what is theirs and shows it."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from courses.learning import forms, queries, services
from courses.learning.models import Completion, Enrolment


@login_required
@require_GET
def my_courses(request: HttpRequest) -> HttpResponse:
    views = [queries.view_of(enrolment, _locale()) for enrolment in queries.enrolments_of(request.user)]
    return render(request, "courses/learning/my_courses.html", {"courses": views})


@require_GET
def course(request: HttpRequest, code: str) -> HttpResponse:
    view = queries.course_view(code, request.user, _locale())
    if view is None:
        raise Http404
    return render(request, "courses/learning/course.html", {"view": view})


@login_required
@require_POST
def enrol(request: HttpRequest, code: str) -> HttpResponse:
    try:
        services.enrol(user=request.user, course_code=code)
    except services.CourseNotOpen as error:
        raise Http404 from error
    return redirect("learning:course", code)


@login_required
@require_GET
def resume(request: HttpRequest, code: str) -> HttpResponse:
    """One address for "continue", whatever comes next; mails and other pages link here."""
    view = queries.view_of(_enrolment(request, code), _locale())
    if view.next_row is None:
        return redirect("learning:course", code)
    return redirect("learning:activity", code, view.next_row.activity.uuid)


@login_required
@require_GET
def activity(request: HttpRequest, code: str, activity: UUID) -> HttpResponse:
    enrolment = _enrolment(request, code)
    lesson = queries.lesson_view(enrolment, activity, _locale())
    if lesson is None:
        raise Http404
    if lesson.row.state != "done":
        services.keep_place(enrolment=enrolment, activity_uuid=activity)
    return _lesson(request, lesson)


@login_required
@require_POST
def tick(request: HttpRequest, code: str, activity: UUID) -> HttpResponse:
    enrolment = _enrolment(request, code)
    lesson = _lesson_or_404(enrolment, activity)
    if errors := forms.still_open(lesson):
        return _lesson(request, lesson, errors, status=422)
    services.complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=activity, source=Completion.Source.TICKED)
    return (
        redirect("learning:activity", code, lesson.after.activity.uuid)
        if lesson.after
        else redirect("learning:course", code)
    )


@login_required
@require_POST
def answer(request: HttpRequest, code: str, activity: UUID, question: UUID) -> HttpResponse:
    enrolment = _enrolment(request, code)
    lesson = _lesson_or_404(enrolment, activity)
    if question not in lesson.questions:
        raise Http404
    form = forms.PracticeForm(request.POST, question=lesson.questions[question])
    if not form.is_valid():
        return _lesson(request, lesson, [(f"#q-{question}", form.refusal)], status=422)
    services.answer_practice(
        enrolment=enrolment, activity_uuid=activity, question_uuid=question, answer=form.cleaned_data["answer"]
    )
    address = redirect("learning:activity", code, activity)
    address["Location"] += f"#q-{question}"
    return address


def _lesson(
    request: HttpRequest, lesson: queries.LessonView, errors: list[tuple[str, str]] | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"lesson": lesson, "view": lesson.course, "errors": errors or []}
    return render(request, "courses/learning/lesson.html", context, status=status)


def _lesson_or_404(enrolment: Enrolment, activity: UUID) -> queries.LessonView:
    lesson = queries.lesson_view(enrolment, activity, _locale())
    if lesson is None:
        raise Http404
    return lesson


def _enrolment(request: HttpRequest, code: str) -> Enrolment:
    enrolment = queries.enrolment_in(request.user, code)
    if enrolment is None:
        raise Http404
    return enrolment


def _locale() -> str:
    return get_language() or "en"
