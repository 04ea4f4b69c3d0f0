"""Public pages of the law as data: deadlines explained, agreements and days shown; and days confirmed by a person."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.api import Role, has_role, requires_role
from simulations.agreements import queries, services
from simulations.agreements.engine import shelf
from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.confirming import Change, content_of, signed_in_file, subject_of
from simulations.agreements.forms import ConfirmForm, ExplainForm, TakeBackForm
from simulations.agreements.screens import calendars as screens
from simulations.agreements.screens import explainer, packs
from simulations.agreements.screens.explainer import out_of_tables
from simulations.agreements.screens.touched import things
from simulations.agreements.words import place

if TYPE_CHECKING:
    from portal.accounts.models import User

    class SignedInRequest(HttpRequest):
        user: User
else:
    SignedInRequest = HttpRequest

FIRST_QUESTION = {"agreement": "eu-serbia", "clock": "reply"}
# Those who would change a pack, or what rests on it.
STAFF = (Role.AUTHOR, Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)
DayView = Callable[[SignedInRequest, YearTable], HttpResponse]


def confirms_days(view: DayView) -> Callable[..., HttpResponseBase]:
    """For whoever may confirm days of this very place; to others the page does not exist."""

    @requires_role(Role.COORDINATOR, Role.ADMINISTRATOR)
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: SignedInRequest, key: str, year: int) -> HttpResponse:
        table = next((one for one in _years(key) if one.year == year), None)
        if table is None or not queries.may_confirm(request.user, table.table.jurisdiction):
            raise Http404
        return view(request, table)

    return guarded


def _years(key: str) -> tuple[YearTable, ...]:
    if not (found := screens.tables(key)):
        raise Http404
    return found


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
    touched = things(queries.touched_by(key)) if _is_staff(request) else None
    return render(request, "simulations/agreements/pack.html", {"page": packs.page(pack), "touched": touched})


@require_safe
def calendars(request: HttpRequest) -> HttpResponse:
    return render(request, "simulations/agreements/calendars.html", {"lines": screens.lines()})


@require_safe
def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The days of one place, who stands for them, and for staff what rests on them."""
    code = _years(key)[0].table.jurisdiction
    page = {
        "page": screens.page(key),
        "may_confirm": queries.may_confirm(request.user, code),
        "touched": things(queries.using_table(code)) if _is_staff(request) else None,
    }
    return render(request, "simulations/agreements/calendar.html", page)


@confirms_days
def confirm(request: SignedInRequest, year: YearTable) -> HttpResponse:
    """First what is to be signed, then the same once more in one sentence, then the signature."""
    if request.method != "POST":
        is_signed = queries.signed([year])[subject_of(year)].signature
        return _back_to(year) if is_signed else _confirm_page(request, year, ConfirmForm(initial=_fresh(year)))
    form = ConfirmForm(request.POST)
    if form.is_valid() and form.cleaned_data["shown"] == content_of(year) and "sure" not in request.POST:
        return _confirm_page(request, year, form, is_asked=True)
    if not form.is_valid():
        return _confirm_page(request, year, form)
    given = form.cleaned_data
    try:
        services.confirm(
            year=year, signer=_signer(request, form), shown=given["shown"], compared_with=given["compared_with"]
        )
    except services.OtherDays as other:
        again = ConfirmForm(initial=_fresh(year) | {"compared_with": given["compared_with"]})
        return _confirm_page(request, year, again, other=screens.spoken(other.changes), status=409)
    if queries.signed([year])[subject_of(year)].signature:
        messages.success(request, _("These days are confirmed. Cases that are published from now on say so."))
    return _back_to(year)


@confirms_days
def take_back(request: SignedInRequest, year: YearTable) -> HttpResponse:
    form = TakeBackForm(request.POST or None, initial={"once": uuid4()})
    if form.is_valid():
        try:
            services.take_back(year=year, signer=_signer(request, form), because=form.cleaned_data["because"])
        except services.NothingToTakeBack:
            messages.info(request, _("Nobody stands for these days any more."))
        return _back_to(year)
    page = {"page": screens.year_page(queries.signed([year])[subject_of(year)]), "form": form}
    return render(request, "simulations/agreements/take_back.html", page | _named(year))


def _confirm_page(
    request: HttpRequest,
    year: YearTable,
    form: ConfirmForm,
    *,
    is_asked: bool = False,
    other: tuple[Change, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    page = {"page": screens.year_page(signed_in_file(year)), "form": form, "is_asked": is_asked, "other": other}
    return render(request, "simulations/agreements/confirm.html", page | _named(year), status=status)


def _fresh(year: YearTable) -> dict[str, Any]:
    return {"shown": content_of(year), "once": uuid4()}


def _signer(request: SignedInRequest, form: ConfirmForm | TakeBackForm) -> services.Signer:
    return services.Signer(request.user, form.cleaned_data["once"], form.guard_confirmed)


def _named(year: YearTable) -> dict[str, str]:
    code = year.table.jurisdiction
    return {"key": code.lower(), "name": place(code)}


def _back_to(year: YearTable) -> HttpResponse:
    return redirect(f"{reverse('agreements:calendar', args=[year.table.jurisdiction.lower()])}#y{year.year}")


def _is_staff(request: HttpRequest) -> bool:
    return request.user.is_authenticated and has_role(request.user, *STAFF)
