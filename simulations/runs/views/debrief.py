"""The debrief of a run that ended, what a person takes along, and playing on from any act."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.competencies.api import next_places
from simulations.runs import queries, services
from simulations.runs.engine.debrief_paper import render as render_paper
from simulations.runs.forms import ForkForm, ReflectionForm
from simulations.runs.models import SeatText
from simulations.runs.screens.debrief import Beside, DebriefPage, debrief_page
from simulations.runs.screens.debrief_paper import debrief_paper
from simulations.runs.services.branch import NoSuchPlace
from simulations.runs.services.lock import torn_at
from simulations.runs.services.words import persona
from simulations.runs.views.gate import File, SignedInRequest, with_file
from simulations.scenarios.api import prospects_of

Kept = dict[tuple[str, int, str], str]  # own words by kind, step and field


@require_GET
@with_file
def debrief(request: SignedInRequest, file: File) -> HttpResponse:
    if not file.run.has_ended:
        return redirect("runs:workspace", run_uuid=file.run.uuid)
    return _page(request, file)


@require_POST
@with_file
def keep(request: SignedInRequest, file: File) -> HttpResponse:
    form = ReflectionForm(file.scenario.questions, persona(file.scenario), request.POST)
    if not form.is_valid():
        return _page(request, file, form, status=422)
    services.keep_reflections(
        user=request.user, run_uuid=file.run.uuid, answers=form.answers(), confirmed=form.guard_confirmed
    )
    messages.success(request, _("Kept. Only you see it."))
    return redirect("runs:debrief", run_uuid=file.run.uuid)


@require_POST
@with_file
def fork(request: SignedInRequest, file: File) -> HttpResponse:
    form = ForkForm(request.POST)
    try:
        seq = form.cleaned_data["seq"] if form.is_valid() else 0
        branch = services.fork(user=request.user, run_uuid=file.run.uuid, seq=seq)
    except NoSuchPlace:
        messages.error(request, _("The case cannot be played on from there. Choose one of the acts below."))
        return redirect("runs:debrief", run_uuid=file.run.uuid)
    return redirect("runs:workspace", run_uuid=branch.uuid)


@require_GET
@with_file
def paper(request: SignedInRequest, file: File) -> HttpResponse:
    """The same as a PDF, to keep or to bring to the next training day."""
    if not file.run.has_ended:
        return redirect("runs:workspace", run_uuid=file.run.uuid)
    kept = queries.texts_of(file.run, request.user)
    pdf = render_paper(debrief_paper(_read(request, file, kept), _reflections(kept)))
    name = f"debrief-{file.scenario.key}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _page(request: SignedInRequest, file: File, form: ReflectionForm | None = None, status: int = 200) -> HttpResponse:
    kept = queries.texts_of(file.run, request.user)
    page = _read(request, file, kept)
    form = form or ReflectionForm(file.scenario.questions, persona(file.scenario), initial=_reflections(kept))
    return render(
        request, "simulations/runs/debrief.html", {"page": page, "run": file.run, "form": form}, status=status
    )


def _read(request: SignedInRequest, file: File, kept: Kept) -> DebriefPage:
    events = queries.events_of(file.run)
    if torn_at(file.run, events):
        services.refuse_if_torn(user=request.user, run_uuid=file.run.uuid)
    beside = Beside(
        texts=_written(kept),
        works=queries.works_of(file.run, request.user),
        checks=queries.form_checks(file.run, request.user) if file.scenario.forms else {},
        places=next_places(request.user.pk, besides=reverse("runs:briefing", kwargs={"key": file.scenario.key})),
        prospects=prospects_of(file.run.version),
    )
    return debrief_page(file.run, file.scenario, events, beside)


def _written(kept: Kept) -> dict[int, tuple[str, ...]]:
    """Own sentences by step; what was typed into a form is told by the form's findings."""
    said: dict[int, tuple[str, ...]] = {}
    for (kind, step, field), text in kept.items():
        if kind == SeatText.Kind.INPUT and "." not in field:
            said[step] = (*said.get(step, ()), text)
    return said


def _reflections(kept: Kept) -> dict[str, str]:
    return {field: text for (kind, _step, field), text in kept.items() if kind == SeatText.Kind.REFLECTION}
