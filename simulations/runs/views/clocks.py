"""The days of a limit: in a run after the person worked the date out, and as a drill from any day."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from simulations.runs import queries
from simulations.runs.forms import DrillForm
from simulations.runs.screens import deadline
from simulations.runs.screens import drill as drills
from simulations.runs.screens.clocks import compute_act
from simulations.runs.views.gate import File, SignedInRequest, with_file

# Two Easters and a week of closed offices: the day the drill opens with.
FIRST_DAY = date(2026, 4, 2)


@require_GET
@with_file
def clock(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    if key not in file.state.clocks:
        raise Http404
    compute = compute_act(file.scenario, key)
    if compute and compute.key not in file.state.done:
        return redirect("runs:act", run_uuid=file.run.uuid, key=compute.key)
    answered = queries.acts_taken(file.run, compute.key) if compute else ()
    page = deadline.deadline_page(file.scenario, file.state, key, answered)
    return render(request, "simulations/runs/deadline.html", {"run": file.run, "page": page, "file": file})


@require_GET
@login_required
def drill(request: SignedInRequest) -> HttpResponse:
    """A GET that keeps nothing: an answer can be linked, reloaded and shown to a group."""
    choices = [(question.token, question.label) for question in drills.questions()]
    form = DrillForm(choices, request.GET or None, initial={"received": FIRST_DAY})
    answer = None
    if form.is_valid():
        try:
            answer = drills.answer(form.cleaned_data["limit"], form.cleaned_data["received"], form.cleaned_data["said"])
        except drills.NoDayTable:
            form.add_error("received", _("The closed days of that year are not in the tables yet"))
    return render(request, "simulations/runs/drill.html", {"form": form, "answer": answer})
