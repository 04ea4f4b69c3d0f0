"""For the invited: one link, four short screens, then home."""

from allauth.account.utils import perform_login
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.accounts import services
from portal.accounts.forms.welcome import STEPS, WHY_WE_ASK
from portal.accounts.models import Invitation
from portal.accounts.queries import invitations as queries
from portal.accounts.queries.invitations import Link, LinkState
from portal.accounts.services.invitations import InvitationNotOpen
from portal.core.clock import now

SESSION_KEY = "invitation"
NAMES = [name for name, _ in STEPS]


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the link changes nothing: mail scanners look, too. The key leaves the address bar at once."""
    link = queries.follow(token, now())
    if link.state is not LinkState.GOOD or link.invitation is None:
        return _dead_end(request, link)
    if request.user.is_authenticated:
        return render(request, "portal/accounts/invitation_other.html", {"here": request.path}, status=409)
    request.session[SESSION_KEY] = link.invitation.pk
    return _to_step(link.invitation, min(link.invitation.steps_done, len(STEPS) - 1))


@never_cache
def welcome(request: HttpRequest, step: str) -> HttpResponseBase:
    link = _link(request)
    if link.state is not LinkState.GOOD or link.invitation is None:
        return _dead_end(request, link)
    if request.user.is_authenticated:
        return render(request, "portal/accounts/invitation_other.html", {}, status=409)
    number = NAMES.index(step)
    if number > link.invitation.steps_done:
        return _to_step(link.invitation, link.invitation.steps_done)
    form_class = STEPS[number][1]
    if request.method == "POST" and "passkey" in request.POST and step == "password":
        return _begin(request, link.invitation, password=None)
    form = form_class(request.POST if request.method == "POST" else None, instance=link.invitation)
    if request.method == "POST" and form.is_valid():
        return _go_on(request, link.invitation, number, form)
    return _screen(request, link.invitation, number, form)


@never_cache
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest) -> HttpResponse:
    """Asked first: nobody but a coordinator can open it again."""
    link = _link(request)
    is_good = link.state is LinkState.GOOD and link.invitation is not None
    if request.method == "GET" and is_good:
        return render(request, "portal/accounts/invitation_decline.html", {"invitation": link.invitation})
    if request.method == "GET":
        return _dead_end(request, link)
    if is_good and link.invitation:
        services.invitations.close_invitation(invitation_id=link.invitation.pk, actor=None)
    request.session.pop(SESSION_KEY, None)
    return render(request, "portal/accounts/invitation_declined.html")


def _link(request: HttpRequest) -> Link:
    row = Invitation.objects.filter(pk=request.session.get(SESSION_KEY, 0)).select_related("invited_by").first()
    return Link(queries.state_of(row, now()), row)


def _screen(request: HttpRequest, row: Invitation, number: int, form: forms.BaseForm) -> HttpResponse:
    context = {
        "invitation": row,
        "form": form,
        "step": NAMES[number],
        "number": number + 1,
        "total": len(STEPS),
        "back": reverse("accounts:welcome", args=[NAMES[number - 1]]) if number else "",
        "why_we_ask": WHY_WE_ASK,
    }
    return render(request, "portal/accounts/welcome.html", context)


def _go_on(request: HttpRequest, row: Invitation, number: int, form: forms.BaseForm) -> HttpResponseBase:
    if NAMES[number] == "password":
        return _begin(request, row, password=form.cleaned_data["password"])
    try:
        kept = services.invitations.keep_step(invitation_id=row.pk, step=number + 1, answers=form.cleaned_data)
    except InvitationNotOpen as problem:
        return _dead_end(request, Link(problem.state, row))
    return _to_step(kept, number + 1)


def _begin(request: HttpRequest, row: Invitation, *, password: str | None) -> HttpResponseBase:
    try:
        user = services.invitations.accept_invitation(invitation_id=row.pk, password=password)
    except InvitationNotOpen as problem:
        return _dead_end(request, Link(problem.state, row))
    request.session.pop(SESSION_KEY, None)
    after = reverse("mfa_add_webauthn") if password is None else None
    response: HttpResponseBase = perform_login(request, user, redirect_url=after)
    return response


def _to_step(row: Invitation, number: int) -> HttpResponseRedirect:
    with translation.override(row.locale):
        response = redirect("accounts:welcome", step=NAMES[number])
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, row.locale, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax")
    return response


def _dead_end(request: HttpRequest, link: Link) -> HttpResponse:
    """The second of two clicks is not a replay: whoever is inside already goes home."""
    accepted_by = link.invitation.accepted_by_id if link.invitation else None
    if accepted_by and accepted_by == request.user.pk:
        return redirect("home:index")
    context = {"state": link.state.value}
    return render(request, "portal/accounts/invitation_closed.html", context, status=410)
