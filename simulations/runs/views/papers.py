"""A paper of the file."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from simulations.engine import desk as engine
from simulations.engine.scenario import Act, Option
from simulations.runs import queries, services
from simulations.runs.screens import samples
from simulations.runs.screens.inspection import Inspected, inspected, marks_input, noted_on, pins
from simulations.runs.screens.papers import noted, paper_page
from simulations.runs.views.gate import File, SignedInRequest, with_file


@dataclass(frozen=True)
class Looked:
    """The inspection of a paper: its act, and once it is done what was ticked or marked there."""

    act: Act | None
    ticked: tuple[Option, ...] = ()
    found: Inspected | None = None

    @property
    def pins(self) -> dict[str, str] | None:
        return pins(self.found.noted) if self.found else None


@require_GET
@with_file
def document(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """Looking at a paper for the first time is noted in the log; it takes no case time."""
    _note_that_it_was_read(request, file, key)
    looked = _looked(file, key)
    act = looked.act
    context = {
        "run": file.run,
        "file": file,
        "page": paper_page(file.scenario, file.state, key, looked.ticked, marks=looked.pins),
        "inspect": act if act and engine.offer(file.scenario, file.state, act.key) else None,
        "inspected": looked.found,
    }
    return render(request, "simulations/runs/document.html", context)


@require_GET
@with_file
def large(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """The drawing as wide as the screen. `?act=` is the task it was opened from: its marks stand on the drawing, and
    the way back leads to it."""
    _note_that_it_was_read(request, file, key)
    offer = engine.offer(file.scenario, file.state, request.GET.get("act", ""))
    looked = _looked(file, key)
    marks = _marks_so_far(request, file, offer.act, key) if offer else looked.pins
    page = paper_page(file.scenario, file.state, key, looked.ticked, marks=marks)
    context = {"run": file.run, "page": page, "act": offer.act if offer else None}
    return render(request, "simulations/runs/large.html", context)


def _note_that_it_was_read(request: SignedInRequest, file: File, key: str) -> None:
    if key not in file.state.documents or key not in file.scenario.documents:
        raise Http404
    if file.state.documents[key] == "here":
        services.open_document(user=request.user, run_uuid=file.run.uuid, document=key)


def _looked(file: File, key: str) -> Looked:
    act = next((act for act in file.scenario.acts.values() if (act.task, act.document) == ("inspect", key)), None)
    taken = queries.acts_taken(file.run, act.key).last() if act else None
    if act is None or taken is None:
        return Looked(act)
    inputs, item = taken.data["inputs"], marks_input(act)
    found = inspected(file.scenario.documents[key], inputs.get(item.key, {})) if item else None
    return Looked(act, noted(act, inputs), found)


def _marks_so_far(request: SignedInRequest, file: File, act: Act, key: str) -> dict[str, str]:
    item = marks_input(act)
    if item is None or item.document != key:
        return {}
    kept = queries.drafts_of(file.run, request.user, act.key).get(item.key, "")
    return pins(noted_on(file.scenario.documents[key], kept.split()))


@require_GET
def specimens(request: HttpRequest) -> HttpResponse:
    """Every kind of paper once; development and the demo only."""
    return render(request, "simulations/runs/specimens.html", {"pages": samples.specimens()})
