from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from courses.assessment import services
from courses.assessment.forms import AnswerForm
from courses.assessment.models import Attempt
from courses.assessment.queries import results, screens, seats, surroundings
from courses.assessment.queries.screens import AttemptScreen
from portal.core import clock


@require_GET
@login_required
@never_cache
def seat(request: HttpRequest, seat: UUID) -> HttpResponse:
    found = get_object_or_404(seats.seats_of(request.user), uuid=seat)
    standing = seats.standing_of(found, at=clock.now())
    context = {
        "seat": found,
        "standing": standing,
        "question_count": standing.quiz_version.questions.count(),
        "around": surroundings.of(found.enrolment_uuid, locale=_locale()),
        **{name: found.quiz.text(_locale(), name) for name in ("title", "summary", "note")},
    }
    return render(request, "courses/assessment/seat.html", context)


@require_POST
@login_required
def start(request: HttpRequest, seat: UUID) -> HttpResponse:
    found = get_object_or_404(seats.seats_of(request.user), uuid=seat)
    try:
        attempt = services.start_attempt(seat_id=found.pk, locale=_locale())
    except services.AttemptRefused:
        return redirect("assessment:seat", found.uuid)
    return redirect("assessment:question", attempt.uuid, screens.first_unanswered(attempt))


@require_http_methods(["GET", "POST"])
@never_cache
def question(request: HttpRequest, attempt: UUID, position: int) -> HttpResponse:
    if not request.user.is_authenticated:
        # A script would follow the way to the sign-in page and take that for "saved".
        return HttpResponse(status=401) if "X-Autosave" in request.headers else redirect_to_login(request.path)
    found = get_object_or_404(seats.attempts_of(request.user), uuid=attempt)
    if not found.is_open:
        return _handed_in(request, found)
    screen = _screen(found, position)
    if request.method == "POST":
        return _save(request, screen)
    form = AnswerForm(screen.asked, screen.response.given, revision=screen.response.revision)
    return _question_page(request, screen, form)


@require_GET
@login_required
@never_cache
def review(request: HttpRequest, attempt: UUID) -> HttpResponse:
    found = get_object_or_404(seats.attempts_of(request.user), uuid=attempt)
    if not found.is_open:
        return redirect("assessment:result", found.uuid)
    rows = results.review_of(found, locale=_locale())
    context = {"attempt": found, "rows": rows, "open_count": sum(not row.given for row in rows)}
    return render(request, "courses/assessment/review.html", context | _title(found))


@require_POST
@login_required
def submit(request: HttpRequest, attempt: UUID) -> HttpResponse:
    found = get_object_or_404(seats.attempts_of(request.user), uuid=attempt)
    services.submit_attempt(attempt_id=found.pk)
    return redirect("assessment:result", found.uuid)


@require_GET
@login_required
@never_cache
def result(request: HttpRequest, attempt: UUID) -> HttpResponse:
    found = get_object_or_404(seats.attempts_of(request.user), uuid=attempt)
    if found.is_open:
        return redirect("assessment:review", found.uuid)
    around = surroundings.of(found.seat.enrolment_uuid, locale=_locale())
    # Whoever has passed needs no further try.
    standing = None if found.passed else seats.standing_of(found.seat, at=clock.now())
    is_over = standing is None or standing.is_over
    outcome = results.result_of(found, locale=_locale(), lessons=around.lessons, tells_right=is_over)
    context = {
        "attempt": found,
        "result": outcome,
        "competencies": results.named(outcome.outcome.competencies),
        "standing": standing,
        "is_over": is_over,
        "around": around,
    }
    return render(request, "courses/assessment/result.html", context | _title(found))


def _save(request: HttpRequest, screen: AttemptScreen) -> HttpResponse:
    is_autosave = "X-Autosave" in request.headers
    form = AnswerForm(screen.asked, screen.response.given, request.POST, revision=screen.response.revision)
    if not form.is_valid():
        return HttpResponse(status=422) if is_autosave else _question_page(request, screen, form)
    try:
        services.save_answer(
            attempt_id=screen.attempt.pk,
            position=screen.response.position,
            given=form.given,
            revision=form.cleaned_data["revision"],
            client_uuid=form.cleaned_data["client_uuid"],
        )
    except services.AttemptClosed:
        return _handed_in(request, screen.attempt)
    except services.StaleAnswer:
        return HttpResponse(status=409) if is_autosave else _stale_page(request, screen, form)
    return HttpResponse(status=204) if is_autosave else _next_page(request, screen)


def _handed_in(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """For a window left open: what it sends is not taken, which it says where it leads to."""
    if "X-Autosave" in request.headers:
        return HttpResponse(status=409)
    if request.method == "POST":
        messages.warning(
            request,
            _("You had handed in this test already. The answer from the window left open was not taken."),
        )
    return redirect("assessment:result", attempt.uuid)


def _stale_page(request: HttpRequest, screen: AttemptScreen, stale: AnswerForm) -> HttpResponse:
    """The newer answer is shown; what this window had is said beside it, so that it can be chosen again."""
    newer = _screen(screen.attempt, screen.response.position)
    form = AnswerForm(newer.asked, newer.response.given, revision=newer.response.revision)
    return _question_page(request, newer, form, is_stale=True, stale=results.in_words(newer.asked, stale.given))


def _next_page(request: HttpRequest, screen: AttemptScreen) -> HttpResponse:
    if "stop" in request.POST:
        return redirect("assessment:seat", screen.attempt.seat.uuid)
    if screen.is_last or "review" in request.POST:
        return redirect("assessment:review", screen.attempt.uuid)
    return redirect("assessment:question", screen.attempt.uuid, screen.response.position + 1)


def _question_page(
    request: HttpRequest,
    screen: AttemptScreen,
    form: AnswerForm,
    *,
    is_stale: bool = False,
    stale: tuple[str, ...] = (),
) -> HttpResponse:
    context = {"screen": screen, "form": form, "is_stale": is_stale, "stale": stale} | _title(screen.attempt)
    return render(request, "courses/assessment/question.html", context)


def _screen(attempt: Attempt, position: int) -> AttemptScreen:
    screen = screens.screen_of(attempt, position, locale=_locale())
    if screen is None:
        raise Http404
    return screen


def _title(attempt: Attempt) -> dict[str, Any]:
    return {"title": attempt.seat.quiz.text(_locale(), "title")}


def _locale() -> str:
    return get_language() or "en"
