"""Letting case time pass."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from simulations.engine.refusal import Refused
from simulations.runs import queries, services, words
from simulations.runs.forms import CommandForm
from simulations.runs.screens.act import changes_since
from simulations.runs.views.gate import File, SignedInRequest, with_file


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
