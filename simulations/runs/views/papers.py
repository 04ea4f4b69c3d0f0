"""A paper of the file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from simulations.engine import desk as engine
from simulations.engine.scenario import Act
from simulations.runs import queries, services
from simulations.runs.models import RunEvent
from simulations.runs.screens import samples
from simulations.runs.screens.inspection import Inspected, inspected, marks_input, pins
from simulations.runs.screens.papers import noted, paper_page
from simulations.runs.views.gate import File, SignedInRequest, with_file


def _inspected(file: File, key: str, act: Act | None, taken: RunEvent | None) -> Inspected | None:
    """What the person marked, once that is finished."""
    item = marks_input(act) if act else None
    if item is None or taken is None:
        return None
    return inspected(file.scenario.documents[key], taken.data["inputs"].get(item.key, {}))


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
    ticked = noted(act, taken.data["inputs"]) if act and taken else ()
    found = _inspected(file, key, act, taken)
    context = {
        "run": file.run,
        "file": file,
        "page": paper_page(file.scenario, file.state, key, ticked, marks=pins(found.noted) if found else None),
        "inspect": act if act and engine.offer(file.scenario, file.state, act.key) else None,
        "inspected": found,
    }
    return render(request, "simulations/runs/document.html", context)


@require_GET
def specimens(request: HttpRequest) -> HttpResponse:
    """Every kind of paper once; development and the demo only."""
    return render(request, "simulations/runs/specimens.html", {"pages": samples.specimens()})
