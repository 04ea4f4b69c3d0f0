"""Public pages of the law as data: deadlines explained, agreements and closed days shown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.accounts.api import Role, has_role
from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.forms import ExplainForm
from simulations.agreements.screens import calendars as tables
from simulations.agreements.screens import explainer, packs
from simulations.agreements.screens.explainer import out_of_tables
from simulations.agreements.screens.touched import things

FIRST_QUESTION = {"agreement": "eu-serbia", "clock": "reply"}
# Those who would change a pack, or what rests on it.
STAFF = (Role.AUTHOR, Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """A GET that keeps nothing: an answer can be linked, printed and shown to a group."""
    # A link from an agreement chooses it and asks nothing yet.
    asked = request.GET if "received_day" in request.GET else None
    form = ExplainForm(asked, initial=FIRST_QUESTION | {name: request.GET[name] for name in request.GET})
    answer = None
    if form.is_valid():
        try:
            answer = explainer.signed(explainer.answer(explainer.Question(**form.cleaned_data)))
        except queries.NoDayTable:
            form.add_error("received", out_of_tables())
    page = {"form": form, "answer": answer}
    return render(request, "simulations/agreements/deadlines.html", page)


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    return render(request, "simulations/agreements/index.html", {"comparison": packs.comparison()})


@require_safe
def agreement(request: HttpRequest, key: str) -> HttpResponse:
    pack = shelf.packs().get(key)
    if pack is None:
        raise Http404
    page = {
        "page": packs.page(pack),
        "may_confirm": queries.may_confirm_values(request.user, pack),
        "touched": things(queries.touched_by(key)) if _is_staff(request) else None,
    }
    return render(request, "simulations/agreements/pack.html", page)


@require_safe
def calendars(request: HttpRequest) -> HttpResponse:
    return render(request, "simulations/agreements/calendars.html", {"lines": tables.lines()})


@require_safe
def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The days of one place, who stands for them, and for staff what rests on them."""
    years = tables.tables(key)
    if not years:
        raise Http404
    code = years[0].table.jurisdiction
    page = {
        "page": tables.page(key),
        "may_confirm": queries.may_confirm(request.user, code),
        "touched": things(queries.using_table(code)) if _is_staff(request) else None,
    }
    return render(request, "simulations/agreements/calendar.html", page)


def _is_staff(request: HttpRequest) -> bool:
    return request.user.is_authenticated and has_role(request.user, *STAFF)
