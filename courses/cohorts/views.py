"""A trainer's pages: who needs them, and the people of a cohort."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from courses.cohorts import queries, services
from courses.cohorts.engine.attention import Need
from courses.cohorts.forms import CohortForm, PasteForm
from portal.accounts.api import Role, requires_role
from portal.core import clock

TEACHERS = (Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)
# Whom a mail can help; a failed test wants a talk, and whoever has not joined has the invitation.
REMINDABLE = {need.word: need for need in (Need.NOT_STARTED, Need.IDLE)}


@require_GET
@requires_role(*TEACHERS)
def index(request: HttpRequest) -> HttpResponse:
    boards = queries.boards_of(queries.cohorts_seen_by(request.user), at=clock.now())
    return render(request, "courses/cohorts/index.html", {"boards": boards})


@require_http_methods(["GET", "POST"])
@requires_role(*TEACHERS)
def create(request: HttpRequest) -> HttpResponse:
    form = CohortForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "courses/cohorts/create.html", {"form": form})
    values = form.cleaned_data
    course = get_object_or_404(queries.courses_to_teach(), code=values.pop("course"))
    made = services.create_cohort(**values, course=course, owner=_actor(request))
    return redirect("cohorts:people", made.uuid)


@require_GET
@login_required
def cohort(request: HttpRequest, cohort: UUID) -> HttpResponse:
    found = get_object_or_404(queries.cohorts_seen_by(request.user), uuid=cohort)
    board = queries.board_of(found, at=clock.now())
    context = {
        "board": board,
        "matrix": queries.matrix_of(board, locale=get_language() or "en"),
        "days_left": board.days_left(_today()),
        "may_lead": queries.cohorts_led_by(request.user).filter(pk=found.pk).exists(),
    }
    return render(request, "courses/cohorts/cohort.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def people(request: HttpRequest, cohort: UUID) -> HttpResponse:
    found = get_object_or_404(queries.cohorts_led_by(request.user), uuid=cohort)
    form = PasteForm(request.POST or None, cohort=found)
    is_ready = request.method == "POST" and form.is_valid()
    if not is_ready or "confirm" not in request.POST:
        context = {"cohort": found, "form": form, "is_ready": is_ready}
        return render(request, "courses/cohorts/people.html", context)
    added = services.add_people(
        cohort_id=found.pk,
        lines=form.checked,
        jurisdiction=form.cleaned_data["jurisdiction"],
        locale=form.cleaned_data["locale"],
        actor=_actor(request),
    )
    messages.success(
        request,
        _("Added: %(enrolled)s enrolled, %(invited)s invited.")
        % {"enrolled": added.enrolled, "invited": added.invited},
    )
    return redirect("cohorts:cohort", found.uuid)


@require_POST
@login_required
def remind(request: HttpRequest, cohort: UUID) -> HttpResponse:
    found = get_object_or_404(queries.cohorts_led_by(request.user), uuid=cohort)
    need = REMINDABLE.get(request.POST.get("need", ""))
    if need is None:
        raise Http404
    sent = services.remind(cohort_id=found.pk, need=need, actor=_actor(request), today=_today())
    if sent:
        words = ngettext("%(count)s mail was written.", "%(count)s mails were written.", sent) % {"count": sent}
        messages.success(request, words)
    else:
        messages.info(request, _("Everybody here was written to today already; no second mail was written."))
    return redirect("cohorts:cohort", found.uuid)


@require_POST
@login_required
def further_try(request: HttpRequest, cohort: UUID, participant: UUID) -> HttpResponse:
    found = get_object_or_404(queries.cohorts_led_by(request.user), uuid=cohort)
    place = get_object_or_404(found.participants, uuid=participant)
    if services.open_further_try(participant_id=place.pk, actor=_actor(request)):
        messages.success(request, _("A further try is open."))
    else:
        messages.info(request, _("There is a try left or open already; nothing was changed."))
    return redirect("cohorts:cohort", found.uuid)


def _actor(request: HttpRequest) -> Any:
    return request.user


def _today() -> Any:
    return timezone.localdate(clock.now())
