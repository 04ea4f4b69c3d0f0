"""For coordinators and administrators: the people in their scope, and what each may do."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts import services
from portal.accounts.api import Role, requires_role
from portal.accounts.forms.roles import AddressForm, GrantForm
from portal.accounts.models import User
from portal.accounts.queries import invitations, roles
from portal.accounts.queries import people as queries
from portal.accounts.views.requests import PersonRequest
from portal.core.paging import page_of

keepers_only = requires_role(*invitations.INVITERS)


@keepers_only
def people(request: PersonRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    found = queries.people_kept_by(request.user, *invitations.INVITERS)
    page = page_of(queries.named(found, words), request.GET.get("before"))
    held = roles.roles_of_each(page.rows)
    rows = [(person, held.get(person.pk, [])) for person in page.rows]
    return render(request, "portal/accounts/people.html", {"rows": rows, "page": page, "words": words})


@keepers_only
def person(request: PersonRequest, uuid: str) -> HttpResponse:
    somebody = get_object_or_404(queries.people_kept_by(request.user, *invitations.INVITERS), uuid=uuid)
    form = GrantForm(request.POST if request.method == "POST" else None, actor=request.user)
    if request.method == "POST" and form.is_valid():
        services.roles.grant_role(user=somebody, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The role is given."))
        return redirect("accounts:person", uuid=uuid)
    grants = [(grant, roles.may_take(request.user, grant)) for grant in roles.all_grants(somebody)]
    context = {
        "somebody": somebody,
        "grants": grants,
        "form": form,
        "may_keep": roles.may_keep(request.user, somebody),
        "may_remove_factors": roles.has_role(request.user, Role.ADMINISTRATOR) and is_mfa_enabled(somebody),
    }
    return render(request, "portal/accounts/person.html", context)


@require_POST
@keepers_only
def take_role(request: PersonRequest, uuid: str, grant: int) -> HttpResponse:
    somebody = get_object_or_404(queries.people_kept_by(request.user, *invitations.INVITERS), uuid=uuid)
    found = roles.all_grants(somebody).filter(pk=grant).first()
    if found is None:
        messages.info(request, _("The role had been taken away already."))
    elif not roles.may_take(request.user, found):
        messages.error(request, _("This role reaches further than yours; an administrator can take it away."))
    else:
        services.roles.revoke_role(grant=found, actor=request.user)
        messages.success(request, _("The role is taken away."))
    return redirect("accounts:person", uuid=uuid)


@keepers_only
def address(request: PersonRequest, uuid: str) -> HttpResponse:
    somebody = _kept(request, uuid)
    form = AddressForm(request.POST if request.method == "POST" else None, user=somebody)
    if request.method != "POST" or not form.is_valid():
        return render(request, "portal/accounts/address.html", {"somebody": somebody, "form": form})
    services.people.change_email(user=somebody, email=form.cleaned_data["email"], actor=request.user)
    messages.success(request, _("The address is changed; both addresses get a mail."))
    return redirect("accounts:person", uuid=uuid)


@require_POST
@keepers_only
def close_account(request: PersonRequest, uuid: str) -> HttpResponse:
    services.people.close_account(user=_kept(request, uuid), actor=request.user)
    messages.success(request, _("The account is closed. Nothing in it is lost; it can be opened again."))
    return redirect("accounts:person", uuid=uuid)


@require_POST
@keepers_only
def open_account(request: PersonRequest, uuid: str) -> HttpResponse:
    services.people.open_account(user=_kept(request, uuid), actor=request.user)
    messages.success(request, _("The account is open again."))
    return redirect("accounts:person", uuid=uuid)


@require_POST
@requires_role(Role.ADMINISTRATOR)
def remove_factors(request: PersonRequest, uuid: str) -> HttpResponse:
    services.people.remove_factors(user=_kept(request, uuid), actor=request.user)
    messages.success(request, _("The second factors are removed; the person is told by mail."))
    return redirect("accounts:person", uuid=uuid)


def _kept(request: PersonRequest, uuid: str) -> User:
    """404 for whom this keeper may not touch, as if they were not there."""
    somebody = get_object_or_404(queries.people_kept_by(request.user, *invitations.INVITERS), uuid=uuid)
    if not roles.may_keep(request.user, somebody):
        raise Http404
    return somebody
