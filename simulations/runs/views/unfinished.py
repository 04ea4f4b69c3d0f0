"""Buttons of an act's page that do nothing in the case: keep, have it checked once, set a mark, move a line."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from simulations.engine import desk as engine
from simulations.engine.desk import Offer
from simulations.engine.scenario import Input
from simulations.runs import queries, services
from simulations.runs.forms import ActForm, CommandForm, MarkForm
from simulations.runs.models import FormCheck
from simulations.runs.screens import ordering
from simulations.runs.screens.act import Unfinished, act_page, changes_since
from simulations.runs.screens.fill import form_input, typed_of
from simulations.runs.screens.inspection import marks_input, places_of
from simulations.runs.services.words import persona
from simulations.runs.views.gate import File, SignedInRequest, with_file


def fresh_page(request: SignedInRequest, file: File, offer: Offer) -> HttpResponse:
    """The page as it was left: what was typed or marked before is there again, on any device."""
    kept = queries.drafts_of(file.run, request.user, offer.act.key)
    initial = {**ordering.numbers(offer.act, file.run.uuid.hex), **kept, **CommandForm.fresh(file.state.seq).initial}
    form = ActForm(file.scenario, offer, persona(file.scenario), initial=initial)
    item = marks_input(offer.act)
    marks = tuple(kept.get(item.key, "").split()) if item else ()
    instead = request.GET.get("change", "")
    chosen = Unfinished(marks, instead if instead in marks else "", request.GET.get("at", ""))
    return show(request, file, offer, form, chosen)


def show(
    request: SignedInRequest,
    file: File,
    offer: Offer,
    form: ActForm,
    unfinished: Unfinished | None = None,
    *,
    changes: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    if unfinished is None:
        item = marks_input(offer.act)
        unfinished = Unfinished(tuple(request.POST.getlist(item.key)) if item else ())
    check = _check_of(request, file, offer)
    page = act_page(file.scenario, file.state, offer, form, unfinished, check)
    context = {"run": file.run, "page": page, "form": form, "changes": changes, "file": file}
    return render(request, "simulations/runs/act.html", context, status=status)


def changed_page(
    request: SignedInRequest, file: File, offer: Offer, form: ActForm, changed: services.FileChanged
) -> HttpResponse:
    """What was typed stays; the hidden place in the log becomes today's, so that sending again is a decision."""
    again, changes = form.sent_again(file.state.seq), changes_since(file.scenario, changed.since)
    return show(request, file, offer, again, changes=changes, status=409)


def answer(request: SignedInRequest, file: File, offer: Offer) -> HttpResponse | None:
    """None where the button was the one that does the act."""
    name, _colon, rest = request.POST.get("do", "").partition(":")
    return _BUTTONS[name](request, file, offer, rest) if name in _BUTTONS else None


@require_POST
@with_file
def draft(request: SignedInRequest, file: File, key: str) -> HttpResponse:
    """Keeps what was typed, a moment after it was typed, where there is script."""
    offer = engine.offer(file.scenario, file.state, key)
    form = ActForm(file.scenario, offer, persona(file.scenario), request.POST, is_draft=True) if offer else None
    if form is None or not form.is_valid():
        return HttpResponse(status=422 if form else 409)
    _keep(request, file, form)
    return HttpResponse(status=204)


def _keep(request: SignedInRequest, file: File, form: ActForm) -> None:
    services.keep_draft(
        user=request.user,
        run_uuid=file.run.uuid,
        act=form.offer.act.key,
        texts=form.typed(),
        confirmed=form.guard_confirmed,
    )


def _check_of(request: SignedInRequest, file: File, offer: Offer) -> FormCheck | None:
    if form_input(offer.act) is None:
        return None
    sending = len(file.state.done.get(offer.act.key, ()))
    return queries.form_check(file.run, request.user, offer.act.key, sending)


def _check(request: SignedInRequest, file: File, offer: Offer, _rest: str) -> HttpResponse:
    """The page is shown and not led to: what is chosen beside the form is kept nowhere else."""
    form, item = _as_draft(request, file, offer), form_input(offer.act)
    if item is None:
        return fresh_page(request, file, offer)
    typed = typed_of(form, item, file.scenario.forms[item.form])
    if form.is_valid() and not any(typed.values()):
        form.add_error(None, _("Nothing is filled in yet, so there is nothing to check"))
    if not form.is_valid():
        return show(request, file, offer, form, status=422)
    try:
        services.check_form(
            user=request.user,
            run_uuid=file.run.uuid,
            act=offer.act.key,
            form=item.form,
            typed=typed,
            expected_seq=form.cleaned_data["seq"],
        )
    except services.FileChanged as changed:
        return changed_page(request, file, offer, form, changed)
    _keep(request, file, form)
    return show(request, file, offer, form)


def _stay(request: SignedInRequest, file: File, offer: Offer, _rest: str) -> HttpResponse:
    return _saved(request, file, offer, reverse("runs:act", kwargs={"run_uuid": file.run.uuid, "key": offer.act.key}))


def _save(request: SignedInRequest, file: File, offer: Offer, _rest: str) -> HttpResponse:
    return _saved(request, file, offer, reverse("runs:workspace", kwargs={"run_uuid": file.run.uuid}))


def _saved(request: SignedInRequest, file: File, offer: Offer, then: str) -> HttpResponse:
    form = _as_draft(request, file, offer)
    if not form.is_valid():
        return show(request, file, offer, form, status=422)
    _keep(request, file, form)
    messages.success(request, _("Kept for later. Nothing was sent."))
    return redirect(then)


def _move(way: str) -> Callable[[SignedInRequest, File, Offer, str], HttpResponse]:
    def move(request: SignedInRequest, file: File, offer: Offer, rest: str) -> HttpResponse:
        form = _as_draft(request, file, offer)
        form.is_valid()
        key, _colon, line = rest.partition(":")
        item = next((item for item in offer.act.inputs if (item.key, item.kind) == (key, "order")), None)
        changed = form.with_changes(ordering.moved(form, item, line, way), is_draft=True) if item else form
        return show(request, file, offer, changed)

    return move


def _add(request: SignedInRequest, file: File, offer: Offer, _rest: str) -> HttpResponse:
    """A mark more, or another one instead of the one that is being changed."""
    item = marks_input(offer.act)
    if item is None:
        return fresh_page(request, file, offer)
    given, instead = request.POST.getlist(item.key), request.POST.get("instead", "")
    mark_form = MarkForm(places_of(file.scenario.documents[item.document]), request.POST)
    if not mark_form.is_valid():
        form = _as_draft(request, file, offer)
        return show(request, file, offer, form, Unfinished(tuple(given), instead, mark_form=mark_form), status=422)
    marks = [mark_form.mark() if mark == instead else mark for mark in given]
    return _with_marks(request, file, offer, item, marks if instead in given else [*marks, mark_form.mark()])


def _remove(request: SignedInRequest, file: File, offer: Offer, mark: str) -> HttpResponse:
    item = marks_input(offer.act)
    if item is None:
        return fresh_page(request, file, offer)
    return _with_marks(request, file, offer, item, [each for each in request.POST.getlist(item.key) if each != mark])


def _with_marks(request: SignedInRequest, file: File, offer: Offer, item: Input, marks: list[str]) -> HttpResponse:
    """Kept at once, so that the page can be left and read again. The same mark twice is one."""
    known = {place for place, _label in places_of(file.scenario.documents[item.document])}
    sound = [mark for mark in dict.fromkeys(marks) if mark.partition(":")[0] in known]
    services.keep_draft(user=request.user, run_uuid=file.run.uuid, act=offer.act.key, texts={item.key: " ".join(sound)})
    there = reverse("runs:act", kwargs={"run_uuid": file.run.uuid, "key": offer.act.key})
    return redirect(f"{there}#marks")


def _as_draft(request: SignedInRequest, file: File, offer: Offer) -> ActForm:
    return ActForm(file.scenario, offer, persona(file.scenario), request.POST, is_draft=True)


_BUTTONS: dict[str, Callable[[SignedInRequest, File, Offer, str], HttpResponse]] = {
    "check": _check,
    "stay": _stay,
    "save": _save,
    "add": _add,
    "remove": _remove,
    "up": _move("up"),
    "down": _move("down"),
}
