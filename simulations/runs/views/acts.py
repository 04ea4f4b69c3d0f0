"""An act has a page of its own: its form, what it takes, who sees it, and the button that does it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from simulations.engine import desk as engine
from simulations.engine.refusal import Refused
from simulations.engine.run import obstacle
from simulations.engine.scenario import Input
from simulations.runs import queries, services, words
from simulations.runs.forms import ActForm, CommandForm
from simulations.runs.screens.act import ActPage, act_page, changes_since
from simulations.runs.services.words import persona
from simulations.runs.views.gate import File, SignedInRequest, with_file


@require_http_methods(["GET", "POST"])
@with_file
def act(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    if key not in file.scenario.acts:
        raise Http404
    offer = engine.offer(file.scenario, file.state, key)
    if offer is None:
        return _not_offered(request, file, key)
    if request.method == "GET":
        form = ActForm(offer, persona(file.scenario), initial=CommandForm.fresh(file.state.seq).initial)
        return _page(request, file, act_page(file.scenario, file.state, offer, form))
    form = ActForm(offer, persona(file.scenario), request.POST)
    if not form.is_valid():
        return _page(request, file, act_page(file.scenario, file.state, offer, form), status=422)
    return _take(request, file, form)


def _take(request: SignedInRequest, file: File, form: ActForm) -> HttpResponse:
    try:
        played = services.take_act(
            user=request.user,
            run_uuid=file.run.uuid,
            act=form.offer.act.key,
            inputs=form.inputs(),
            expected_seq=form.cleaned_data["seq"],
            client_key=form.cleaned_data["key"],
            confirmed=form.guard_confirmed,
        )
    except services.FileChanged as changed:
        # What was typed stays; the hidden place in the log becomes today's, so that sending again is a decision.
        page = act_page(file.scenario, file.state, form.offer, form.sent_again(file.state.seq))
        return _page(request, file, page, changes_since(file.scenario, changed.since), status=409)
    except Refused as refused:
        form.add_error(None, words.refusal(refused))
        return _page(request, file, act_page(file.scenario, file.state, form.offer, form), status=422)
    # A date that was worked out is answered by the page of its days.
    if not (played.repeated or played.run.has_ended or form.offer.act.task == "compute"):
        messages.success(request, _("Done: %(act)s") % {"act": words.said(form.offer.act.label)})
    return _after(played, form.offer.act.task, form.offer.act.deadline)


def _after(played: services.Played, task: str, deadline: str) -> HttpResponse:
    """A date that was worked out is looked at; everything else leads back to the desk."""
    if task == "compute" and not played.run.has_ended:
        return redirect("runs:clock", run_uuid=played.run.uuid, key=deadline)
    return redirect("runs:workspace", run_uuid=played.run.uuid)


def _not_offered(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """A stale tab, a double click whose page is gone, or an act that is not possible yet: nothing changes."""
    act = file.scenario.acts[key]
    sent = CommandForm(request.POST) if request.method == "POST" else None
    if sent and sent.is_valid() and file.run.events.filter(client_key=sent.cleaned_data["key"]).exists():
        return _after(services.Played(file.run, file.state.step, repeated=True), act.task, act.deadline)
    if file.run.has_ended:
        return redirect("runs:debrief", run_uuid=file.run.uuid)
    refused = obstacle(file.scenario, file.state, act)
    context = {"run": file.run, "act": act, "reason": words.refusal(refused) if refused else "", "file": file}
    if sent is not None:
        context["typed"] = _typed(act.inputs, request)
    return render(request, "simulations/runs/not_offered.html", context, status=409)


def _typed(inputs: tuple[Input, ...], request: SignedInRequest) -> list[tuple[str, str]]:
    """Own words are shown back even where the act is gone: they may be needed elsewhere."""
    return [(words.said(item.label), request.POST.get(item.key, "")) for item in inputs if item.kind == "text"]


def _page(
    request: SignedInRequest, file: File, page: ActPage, changes: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    context = {"run": file.run, "page": page, "form": page.form, "changes": changes, "file": file}
    return render(request, "simulations/runs/act.html", context, status=status)


@require_POST
@with_file
def end_day(request: SignedInRequest, file: File) -> HttpResponse:
    return _let_time_pass(request, file, services.end_day)


@require_POST
@with_file
def wait(request: SignedInRequest, file: File) -> HttpResponse:
    return _let_time_pass(request, file, services.wait)


def _let_time_pass(request: SignedInRequest, file: File, pass_time: services.PassTime) -> HttpResponse:
    form = CommandForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The page was not sent whole. Nothing has happened; please try again."))
        return redirect("runs:workspace", run_uuid=file.run.uuid)
    seen = {"expected_seq": form.cleaned_data["seq"], "client_key": form.cleaned_data["key"]}
    try:
        played = pass_time(user=request.user, run_uuid=file.run.uuid, **seen)
        if not played.repeated and not played.run.has_ended:
            now = words.moment(queries.state_of(played.run).now)
            messages.success(request, _("In the case it is now %(now)s") % {"now": now})
    except services.FileChanged as changed:
        what = words.listed(changes_since(file.scenario, changed.since))
        messages.warning(request, _("The day was not ended, because the file changed: %(what)s") % {"what": what})
    except Refused as refused:
        messages.warning(request, words.refusal(refused))
    return redirect("runs:workspace", run_uuid=file.run.uuid)
