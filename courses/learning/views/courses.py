from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from courses.learning import queries, services
from courses.learning.views.gate import enrolment_or_404, locale, sends


@login_required
@require_GET
def my_courses(request: HttpRequest) -> HttpResponse:
    return render(request, "courses/learning/my_courses.html", {"courses": queries.my_courses(request.user, locale())})


@require_GET
def course(request: HttpRequest, code: str) -> HttpResponse:
    """Anybody may look at a listed course; whoever is enrolled sees where they stand in it."""
    view = queries.course_view(code, request.user, locale())
    if view is None:
        raise Http404
    return render(request, "courses/learning/course.html", {"view": view, "reward": queries.reward_of(view)})


@sends
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
    view = queries.view_of(enrolment_or_404(request, code), locale())
    if view.next_row is None:
        return redirect("learning:course", code)
    return redirect("learning:activity", code, view.next_row.activity.uuid)
