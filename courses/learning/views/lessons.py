from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from courses.learning import forms, queries, services
from courses.learning.models import Completion
from courses.learning.views.gate import enrolment_or_404, lesson_or_404, sends

Problems = list[tuple[str, str]]


def show_lesson(
    request: HttpRequest, lesson: queries.LessonView, errors: Problems | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"lesson": lesson, "view": lesson.course, "errors": errors or []}
    return render(request, "courses/learning/lesson.html", context, status=status)


@sends
def tick(request: HttpRequest, code: str, activity: UUID) -> HttpResponse:
    enrolment = enrolment_or_404(request, code)
    lesson = lesson_or_404(enrolment, activity)
    if errors := forms.still_open(lesson):
        return show_lesson(request, lesson, errors, status=422)
    services.complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=activity, source=Completion.Source.TICKED)
    if lesson.after is None:
        return redirect("learning:course", code)
    return redirect("learning:activity", code, lesson.after.activity.uuid)


@sends
def answer(request: HttpRequest, code: str, activity: UUID, question: UUID) -> HttpResponse:
    """Saves the answer and comes back to the question, where the feedback stands under the options."""
    enrolment = enrolment_or_404(request, code)
    lesson = lesson_or_404(enrolment, activity)
    if question not in lesson.questions:
        raise Http404
    form = forms.PracticeForm(request.POST, question=lesson.questions[question])
    if not form.is_valid():
        return show_lesson(request, lesson, [(f"#q-{question}", form.refusal)], status=422)
    services.answer_practice(
        enrolment=enrolment, activity_uuid=activity, question_uuid=question, answer=form.cleaned_data["answer"]
    )
    back = redirect("learning:activity", code, activity)
    back["Location"] += f"#f-{question}"
    return back
