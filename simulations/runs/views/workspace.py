"""The case workspace."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from simulations.runs import queries, services
from simulations.runs.forms import NoteForm
from simulations.runs.screens.workspace import SHOWN_DONE
from simulations.runs.screens.workspace import workspace as desk_of
from simulations.runs.services.words import persona
from simulations.runs.views.gate import File, SignedInRequest, with_file


@require_GET
@with_file
def workspace(request: SignedInRequest, file: File) -> HttpResponse:
    if file.run.has_ended:
        return redirect("runs:debrief", run_uuid=file.run.uuid)
    note = queries.note_of(file.run, request.user)
    done = queries.commands_of(file.run)
    is_whole = "log" in request.GET
    desk = desk_of(file.scenario, file.state, done if is_whole else done[: SHOWN_DONE + 1], is_whole=is_whole)
    context = {"run": file.run, "desk": desk, "note_form": NoteForm(persona(file.scenario), initial={"note": note})}
    return render(request, "simulations/runs/workspace.html", context)


@require_POST
@with_file
def keep_note(request: SignedInRequest, file: File) -> HttpResponse:
    form = NoteForm(persona(file.scenario), request.POST)
    if not form.is_valid():
        return render(request, "simulations/runs/note.html", {"run": file.run, "form": form}, status=422)
    services.keep_note(
        user=request.user, run_uuid=file.run.uuid, text=form.cleaned_data["note"], confirmed=form.guard_confirmed
    )
    return redirect("runs:workspace", run_uuid=file.run.uuid)
