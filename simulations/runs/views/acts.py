"""An act has a page of its own: its form, what it takes, who sees it, and the button that does it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from simulations.engine import desk as engine
from simulations.engine.refusal import Refused
from simulations.engine.run import obstacle
from simulations.engine.scenario import Act
from simulations.runs import queries, services, words
from simulations.runs.forms import ActForm, CommandForm
from simulations.runs.forms.names import part
from simulations.runs.screens import sent as sents
from simulations.runs.screens.fill import form_input
from simulations.runs.screens.workspace import LEAVE_A_PAGE
from simulations.runs.services.words import persona
from simulations.runs.views.gate import File, SignedInRequest, with_file
from simulations.runs.views.unfinished import answer, changed_page, fresh_page, show


@require_http_methods(["GET", "POST"])
@with_file
def act(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    if key not in file.scenario.acts:
        raise Http404
    offer = engine.offer(file.scenario, file.state, key)
    if offer is None:
        return _not_offered(request, file, key)
    if request.method == "GET":
        return fresh_page(request, file, offer)
    if (answered := answer(request, file, offer)) is not None:
        return answered
    form = ActForm(file.scenario, offer, persona(file.scenario), request.POST)
    return _take(request, file, form) if form.is_valid() else show(request, file, offer, form, status=422)


def _take(request: SignedInRequest, file: File, form: ActForm) -> HttpResponse:
    offer = form.offer
    try:
        played = services.take_act(
            user=request.user,
            run_uuid=file.run.uuid,
            act=offer.act.key,
            inputs=form.inputs(),
            expected_seq=form.cleaned_data["seq"],
            client_key=form.cleaned_data["key"],
            confirmed=form.guard_confirmed,
        )
    except services.FileChanged as changed:
        return changed_page(request, file, offer, form, changed)
    except Refused as refused:
        form.add_error(None, words.refusal(refused))
        return show(request, file, offer, form, status=422)
    # What has a page to look at afterwards is answered by that page.
    if not (played.repeated or played.run.has_ended or _answer_of(offer.act)):
        messages.success(request, _("Done: %(act)s") % {"act": words.said(offer.act.label)})
    return _after(played, offer.act)


def _after(played: services.Played, act: Act) -> HttpResponse:
    """To the page that answers the act; the rest leads back to the desk."""
    page = _answer_of(act)
    if page is None or played.run.has_ended:
        return redirect("runs:workspace", run_uuid=played.run.uuid)
    name, key = page
    return redirect(name, run_uuid=played.run.uuid, key=key)


def _answer_of(act: Act) -> tuple[str, str] | None:
    """A date that was worked out, marks, an answer, a text that was sent are looked at: the page and its key."""
    if act.task == "compute":
        return "runs:clock", act.deadline
    if act.task == "inspect" and act.document and any(item.kind == "marks" for item in act.inputs):
        return "runs:document", act.document
    if act.task == "interview":
        return "runs:act", act.key
    return ("runs:sent", act.key) if act.task in LEAVE_A_PAGE else None


@require_GET
@with_file
def sent(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """What was sent with an act, for reading; also after the case has ended."""
    taken = queries.acts_taken(file.run, key).last() if key in file.scenario.acts else None
    if taken is None:
        raise Http404
    kept = queries.texts_of(file.run, request.user)
    work = queries.work_of(file.run, request.user, taken.step)
    sending = len(file.state.done[key]) - 1
    check = queries.form_check(file.run, request.user, key, sending) if form_input(file.scenario.acts[key]) else None
    page = sents.sent_page(file.scenario, file.state, taken, kept, work, check)
    return render(request, "simulations/runs/sent.html", {"run": file.run, "page": page, "file": file})


def _not_offered(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """A stale tab, a double click whose page is gone, or an act that is not possible yet: nothing changes."""
    act = file.scenario.acts[key]
    command = CommandForm(request.POST) if request.method == "POST" else None
    if command and command.is_valid() and file.run.events.filter(client_key=command.cleaned_data["key"]).exists():
        return _after(services.Played(file.run, file.state.step, repeated=True), act)
    if command is None and act.task in LEAVE_A_PAGE and key in file.state.done:
        return redirect("runs:sent", run_uuid=file.run.uuid, key=key)
    if file.run.has_ended:
        return redirect("runs:debrief", run_uuid=file.run.uuid)
    refused = obstacle(file.scenario, file.state, act)
    context = {"run": file.run, "act": act, "reason": words.refusal(refused) if refused else "", "file": file}
    if command is not None:
        context["typed"] = _typed(file, act, request)
    return render(request, "simulations/runs/not_offered.html", context, status=409)


def _typed(file: File, act: Act, request: SignedInRequest) -> list[tuple[str, str]]:
    """Own words are shown back even where the act is gone: they may be needed elsewhere."""
    found = [(words.said(item.label), request.POST.get(item.key, "")) for item in act.inputs if item.kind == "text"]
    for item in act.inputs:
        if item.kind == "form":
            fields = file.scenario.forms[item.form].fields.items()
            found += [(words.said(field.label), request.POST.get(part(item.key, key), "")) for key, field in fields]
    return found
