"""One address for every activity; what is behind it decides what is shown."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from courses.assessment import api as assessment
from courses.learning import queries, services
from courses.learning.models import Enrolment
from courses.learning.views.gate import enrolment_or_404, lead_to_the_course, locale, missing, sends
from courses.learning.views.lessons import show_lesson


@login_required
@require_GET
def activity(request: HttpRequest, code: str, activity: UUID) -> HttpResponse:
    enrolment = enrolment_or_404(request, code)
    lesson = queries.lesson_view(enrolment, activity, locale())
    if lesson is None:
        return _other(request, enrolment, activity)
    if lesson.row.state != "done":
        services.keep_place(enrolment=enrolment, activity_uuid=activity)
    return show_lesson(request, lesson)


def _other(request: HttpRequest, enrolment: Enrolment, activity: UUID) -> HttpResponse:
    view = queries.view_of(enrolment, locale())
    row = view.row(activity)
    if row is None and queries.has_left(enrolment, activity):
        return lead_to_the_course(request, enrolment.course.code)
    if row is None:
        raise Http404
    if row.state == "locked":
        return redirect("learning:course", enrolment.course.code)
    if row.activity.kind == "quiz":
        return redirect(
            assessment.open_quiz(
                user=cast(AbstractBaseUser, request.user),
                enrolment_uuid=enrolment.uuid,
                activity_uuid=activity,
                quiz_key=row.activity.config["quiz"],
            )
        )
    return render(request, "courses/learning/case.html", {"view": view, "row": row})


@sends
def begin(request: HttpRequest, code: str, activity: UUID) -> HttpResponse:
    """Starts the practice case, or leads back to the one that is running: a double click opens one run."""
    enrolment = enrolment_or_404(request, code)
    row = queries.view_of(enrolment, locale()).row(activity)
    if row is None:
        raise missing(enrolment, activity)
    if row.activity.kind != "simulation":
        raise Http404
    try:
        return redirect(services.open_case(enrolment=enrolment, activity=row.activity))
    except LookupError:
        messages.warning(request, _("This case is not open at the moment. Your place in the course is kept."))
        return redirect("learning:course", code)
