"""A paper of the file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from simulations.engine import desk as engine
from simulations.runs import queries, services
from simulations.runs.screens.papers import noted, paper_page
from simulations.runs.views.gate import File, SignedInRequest, with_file


@require_GET
@with_file
def document(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """Looking at a paper for the first time is noted in the log; it takes no case time."""
    if key not in file.state.documents or key not in file.scenario.documents:
        raise Http404
    if file.state.documents[key] == "here":
        services.open_document(user=request.user, run_uuid=file.run.uuid, document=key)
    act = next((act for act in file.scenario.acts.values() if (act.task, act.document) == ("inspect", key)), None)
    taken = queries.acts_taken(file.run, act.key).last() if act else None
    marks = noted(act, taken.data["inputs"]) if act and taken else ()
    context = {
        "run": file.run,
        "file": file,
        "page": paper_page(file.scenario, file.state, key, marks),
        "inspect": act if act and engine.offer(file.scenario, file.state, act.key) else None,
    }
    return render(request, "simulations/runs/document.html", context)
