"""Notes: read, write, show to colleagues, endorse."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.core import clock
from portal.law.api import provisions
from specialists_network.notes import queries, services
from specialists_network.notes.forms import EndorseForm, NoteForm, SeenForm, seen
from specialists_network.notes.models import NoteEdition
from specialists_network.notes.queries import NoteView
from specialists_network.spaces.api import MemberRequest, Theme, members_only, places

CHANGED = _("The text has changed since you opened it. Please read it again.")


@require_GET
@members_only
def index(request: MemberRequest) -> HttpResponse:
    chosen = {"theme": request.GET.get("theme", ""), "country": request.GET.get("country", "")}
    countries = places()
    theme = chosen["theme"] if chosen["theme"] in Theme.values else ""
    country = chosen["country"] if chosen["country"] in dict(countries) else ""
    page = queries.published_page(request.member, theme=theme, country=country, cursor=request.GET.get("older", ""))
    context = {
        "page": page,
        "desk": queries.desk(request.member),
        "themes": Theme.choices,
        "countries": countries,
        "theme": theme,
        "country": country,
        "today": clock.now().date(),
        "section": "notes",
    }
    return render(request, "specialists_network/notes/index.html", context)


@require_http_methods(["GET", "POST"])
@members_only
def create(request: MemberRequest) -> HttpResponse:
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm(initial=_first_values(request))
    if not form.is_bound or not form.is_valid():
        return _editor(request, form)
    note = services.start_note(
        member=request.member,
        content=form.content(),
        once=form.cleaned_data["once"],
        confirmed=form.guard_confirmed,
    )
    messages.success(request, _("The draft is saved. Only you can see it."))
    return redirect("notes:proposal", note_uuid=note.uuid)


def _first_values(request: MemberRequest) -> dict[str, Any]:
    return {"language": request.member.user.locale, "countries": [request.member.jurisdiction]}


@require_GET
@members_only
def detail(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    view = _note(request, note_uuid)
    if view.published is None:
        return redirect("notes:proposal", note_uuid=note_uuid)
    return _page(request, view, view.published)


@require_GET
@members_only
def proposal(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    """The open edition: the author's draft, or what waits for endorsement."""
    view = _note(request, note_uuid)
    if view.open is None:
        return redirect("notes:detail", note_uuid=note_uuid)
    return _page(request, view, view.open, EndorseForm(initial={"seen": seen(view.open)}))


def _page(
    request: MemberRequest, view: NoteView, edition: NoteEdition, form: EndorseForm | None = None, status: int = 200
) -> HttpResponse:
    is_elsewhere = view.note.jurisdiction_id != request.member.jurisdiction
    endorsements = queries.current_endorsements(edition)
    context = {
        "view": view,
        "edition": edition,
        "endorsements": endorsements,
        "has_endorsed": any(e.endorser_id == request.user.pk for e in endorsements),
        "may_endorse": edition.state == NoteEdition.State.REVIEW and is_elsewhere and not view.is_author,
        "needed": view.note.space.endorsers_needed,
        "provisions": provisions(edition.cites).values() if edition.cites else [],
        "is_expired": edition.valid_until is not None and edition.valid_until < clock.now().date(),
        "seen": seen(edition),
        "form": form,
        "section": "notes",
    }
    return render(request, "specialists_network/notes/note.html", context, status=status)


@require_http_methods(["GET", "POST"])
@members_only
def edit(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    view = _note(request, note_uuid)
    if not view.is_author:
        raise Http404
    newest = view.open or view.shown
    if request.method == "GET":
        return _editor(request, NoteForm.for_edition(newest), view)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _editor(request, form, view)
    try:
        services.save_draft(
            member=request.member,
            note_uuid=note_uuid,
            content=form.content(cites=tuple(newest.cites)),
            seen=form.cleaned_data["seen"],
            confirmed=form.guard_confirmed,
        )
    except services.StaleText:
        return _conflict(request, form, newest, view)
    messages.success(request, _("The draft is saved."))
    return redirect("notes:proposal", note_uuid=note_uuid)


def _editor(
    request: MemberRequest,
    form: NoteForm,
    view: NoteView | None = None,
    saved: NoteEdition | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "view": view,
        "saved": saved,
        "needed": request.member.space.endorsers_needed,
        "section": "notes",
    }
    return render(request, "specialists_network/notes/edit.html", context, status=status)


def _conflict(request: MemberRequest, form: NoteForm, saved: NoteEdition, view: NoteView) -> HttpResponse:
    """Both texts on one page: what was typed in the form, what is saved beside it."""
    form.add_error(
        None, _("Meanwhile this note was saved in another window. Below is what you typed; nothing is lost.")
    )
    data = request.POST.copy()
    data["seen"] = str(seen(saved))
    form.data = data
    return _editor(request, form, view, saved, status=409)


@require_POST
@members_only
def submit(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    return _act(request, note_uuid, services.ask_endorsement, _("Colleagues from elsewhere can now endorse the note."))


@require_POST
@members_only
def take_back(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    return _act(request, note_uuid, services.take_back, _("The note is your draft again."))


def _act(request: MemberRequest, note_uuid: UUID, service: Any, done: str) -> HttpResponse:
    if not _note(request, note_uuid).is_author:
        raise Http404
    form = SeenForm(request.POST)
    form.is_valid()
    try:
        service(member=request.member, note_uuid=note_uuid, seen=form.cleaned_data["seen"])
        messages.success(request, done)
    except (services.StaleText, services.NotOpen):
        messages.warning(request, CHANGED)
    return redirect("notes:proposal", note_uuid=note_uuid)


@require_POST
@members_only
def endorse(request: MemberRequest, note_uuid: UUID) -> HttpResponse:
    view = _note(request, note_uuid)
    form = EndorseForm(request.POST)
    if not form.is_valid():
        return _page(request, view, view.open or view.shown, form)
    try:
        services.endorse(
            member=request.member,
            note_uuid=note_uuid,
            seen=form.cleaned_data["seen"],
            comment=form.cleaned_data["comment"],
            confirmed=form.guard_confirmed,
        )
        messages.success(request, _("Thank you: your endorsement is noted."))
    except services.MayNotEndorse:
        messages.warning(request, _("A note is endorsed by a colleague from another jurisdiction."))
    except (services.StaleText, services.NotOpen):
        messages.warning(request, CHANGED)
    return redirect("notes:detail", note_uuid=note_uuid)


def _note(request: MemberRequest, note_uuid: UUID) -> NoteView:
    view = queries.note_for(request.member, note_uuid)
    if view is None:
        raise Http404
    return view
