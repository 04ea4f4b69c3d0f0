"""The days of a legal clock: after the person worked the date out, every reading and every day with its reason."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from simulations.runs import queries
from simulations.runs.screens import deadline
from simulations.runs.views.gate import File, SignedInRequest, with_file


@require_GET
@with_file
def clock(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    if key not in file.state.clocks:
        raise Http404
    compute = deadline.compute_act(file.scenario, key)
    if compute and compute.key not in file.state.done:
        return redirect("runs:act", run_uuid=file.run.uuid, key=compute.key)
    answered = queries.acts_taken(file.run, compute.key) if compute else ()
    page = deadline.deadline_page(file.scenario, file.state, key, answered)
    return render(request, "simulations/runs/deadline.html", {"run": file.run, "page": page, "file": file})
