"""A paper of the file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from simulations.engine import desk as engine
from simulations.runs import services
from simulations.runs.screens.papers import paper_page
from simulations.runs.views.gate import File, SignedInRequest, with_file


@require_GET
@with_file
def document(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """Looking at a paper for the first time is noted in the log; it takes no case time."""
    if key not in file.state.documents or key not in file.scenario.documents:
        raise Http404
    if file.state.documents[key] == "here":
        services.open_document(user=request.user, run_uuid=file.run.uuid, document=key)
    offers = (engine.offer(file.scenario, file.state, act) for act in file.scenario.acts)
    inspect = next((offer.act for offer in offers if offer and offer.act.document == key), None)
    context = {
        "run": file.run,
        "file": file,
        "page": paper_page(file.scenario, file.state, key),
        "inspect": inspect,
    }
    return render(request, "simulations/runs/document.html", context)
