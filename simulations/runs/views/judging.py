"""Texts that wait for a trainer. Whose they are is not shown while they are judged."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.accounts.api import Role, requires_role
from simulations.runs import queries, services
from simulations.runs.forms import JudgeForm
from simulations.runs.screens.judging import text_to_judge, waiting_texts
from simulations.runs.services.words import persona
from simulations.runs.views.gate import SignedInRequest

JUDGES = (Role.TRAINER, Role.COORDINATOR)


@require_GET
@requires_role(*JUDGES)
def texts(request: SignedInRequest) -> HttpResponse:
    page = waiting_texts(queries.works_for(request.user))
    return render(request, "simulations/runs/judging/texts.html", {"page": page, "place": "teach"})


@require_http_methods(["GET", "POST"])
@requires_role(*JUDGES)
def text(request: SignedInRequest, work_id: int) -> HttpResponse:
    work = get_object_or_404(queries.works_for(request.user), pk=work_id)
    page = text_to_judge(work)
    form = JudgeForm(page.act.criteria, persona(page.scenario), request.POST or None)
    if work.judged_at is None and form.is_valid():
        return _judge(request, form, work_id)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(
        request, "simulations/runs/judging/text.html", {"page": page, "form": form, "place": "teach"}, status=status
    )


def _judge(request: SignedInRequest, form: JudgeForm, work_id: int) -> HttpResponse:
    """A second click, or a second trainer, changes nothing of what was said first."""
    try:
        services.judge(
            by=request.user,
            work_id=work_id,
            met=form.cleaned_data.get("met", ()),
            comment=form.cleaned_data["comment"],
            confirmed=form.guard_confirmed,
        )
        messages.success(request, _("Judged. The person finds it with the text and in the debrief."))
    except services.AlreadyJudged:
        messages.warning(request, _("This text had been judged already. Nothing was changed."))
    return redirect("runs:texts")
