"""Days and values confirmed by a person, and taken back: asked, asked once more, signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.api import Role, requires_role
from simulations.agreements import queries, services
from simulations.agreements.engine import shelf
from simulations.agreements.engine.confirming import Statement, signed_year, value_statement, year_statement
from simulations.agreements.forms import ConfirmForm, ConfirmValueForm, TakeBackForm
from simulations.agreements.screens import calendars, packs
from simulations.agreements.words import place

if TYPE_CHECKING:
    from portal.accounts.models import User

    class SignedInRequest(HttpRequest):
        user: User
else:
    SignedInRequest = HttpRequest


@dataclass(frozen=True)
class Desk:
    """What is signed here, how it is shown, and where one comes back to. `changed` tells what was shown otherwise."""

    statement: Statement
    templates: tuple[str, str]  # for signing, for taking back
    page: Mapping[str, Any]
    form: type[ConfirmForm]
    changed: Callable[[str], Any]
    back: str

    @property
    def is_signed(self) -> bool:
        return queries.stands([self.statement])[self.statement.subject].signature is not None

    def fresh(self, **kept: str) -> ConfirmForm:
        return self.form(initial={"shown": self.statement.content, "once": uuid4(), **kept})


def for_signers(desk_of: Callable[..., Desk], view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """For whoever may confirm this very thing; to others the page does not exist."""

    @requires_role(Role.COORDINATOR, Role.ADMINISTRATOR)
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: SignedInRequest, **address: Any) -> HttpResponse:
        return view(request, desk_of(request.user, **address))

    return guarded


def _days(user: User, key: str, year: int) -> Desk:
    table = next((one for one in calendars.tables(key) if one.year == year), None)
    if table is None or not queries.may_confirm(user, table.table.jurisdiction):
        raise Http404
    return Desk(
        statement=year_statement(table),
        templates=("simulations/agreements/confirm_days.html", "simulations/agreements/take_back_days.html"),
        page={"page": calendars.year_page(signed_year(table)), "key": key, "name": place(table.table.jurisdiction)},
        form=ConfirmForm,
        changed=lambda shown: calendars.changed_days(shown, table),
        back=f"{reverse('agreements:calendar', args=[key])}#y{year}",
    )


def _value(user: User, key: str, name: str) -> Desk:
    pack = shelf.packs().get(key)
    row = packs.value_row(pack, name) if pack and queries.may_confirm_values(user, pack) else None
    if pack is None or row is None:
        raise Http404
    return Desk(
        statement=value_statement(pack, row.value),
        templates=("simulations/agreements/confirm_value.html", "simulations/agreements/take_back_value.html"),
        page={"pack": pack, "row": row, "source": pack.sources.get(row.value.source, "")},
        form=ConfirmValueForm,
        changed=lambda shown: packs.changed_fields(shown, row, pack),
        back=f"{reverse('agreements:pack', args=[key])}#{name}",
    )


def _confirm(request: SignedInRequest, desk: Desk) -> HttpResponse:
    """First what is to be signed, then the same once more in one sentence, then the signature."""
    if request.method != "POST":
        return redirect(desk.back) if desk.is_signed else _asked(request, desk, desk.fresh())
    form = desk.form(request.POST)
    if not form.is_valid():
        return _asked(request, desk, form)
    given = form.cleaned_data
    if given["shown"] == desk.statement.content and "sure" not in request.POST:
        return _asked(request, desk, form, is_asked=True)
    try:
        services.confirm(
            statement=desk.statement,
            signer=_signer(request, form),
            shown=given["shown"],
            compared_with=given["compared_with"],
        )
    except services.NotAsShown:
        again = desk.fresh(compared_with=given["compared_with"])
        return _asked(request, desk, again, status=409, other=desk.changed(given["shown"]), is_other=True)
    if desk.is_signed:
        messages.success(request, _("It is confirmed, and your signature is shown with it."))
    return redirect(desk.back)


def _asked(request: HttpRequest, desk: Desk, form: ConfirmForm, *, status: int = 200, **more: Any) -> HttpResponse:
    page = {**desk.page, "form": form, "back": desk.back, **more}
    return render(request, desk.templates[0], page, status=status)


def _take_back(request: SignedInRequest, desk: Desk) -> HttpResponse:
    form = TakeBackForm(request.POST or None, initial={"once": uuid4()})
    if not form.is_valid():
        stands = queries.stands([desk.statement])[desk.statement.subject]
        page = {**desk.page, "form": form, "back": desk.back, "stands": stands}
        return render(request, desk.templates[1], page)
    try:
        signer = _signer(request, form)
        services.take_back(statement=desk.statement, signer=signer, because=form.cleaned_data["because"])
    except services.NothingToTakeBack:
        messages.info(request, _("Nobody stands for it any more."))
    return redirect(desk.back)


def _signer(request: SignedInRequest, form: ConfirmForm | TakeBackForm) -> services.Signer:
    return services.Signer(request.user, form.cleaned_data["once"], form.guard_confirmed)


confirm_days = for_signers(_days, _confirm)
take_back_days = for_signers(_days, _take_back)
confirm_value = for_signers(_value, _confirm)
take_back_value = for_signers(_value, _take_back)
