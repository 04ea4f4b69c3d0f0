"""For coordinators and administrators: the people in their scope, and what each may do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts import services
from portal.accounts.api import requires_role
from portal.accounts.forms.roles import GrantForm
from portal.accounts.queries import invitations, roles
from portal.accounts.queries import people as queries
from portal.accounts.views.requests import PersonRequest
from portal.core.paging import page_of

keepers_only = requires_role(*invitations.INVITERS)


@keepers_only
def people(request: PersonRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    found = queries.people_seen_by(request.user, *invitations.INVITERS)
    page = page_of(queries.named(found, words), request.GET.get("before"))
    held = roles.roles_of_each(page.rows)
    rows = [(person, held.get(person.pk, [])) for person in page.rows]
    return render(request, "portal/accounts/people.html", {"rows": rows, "page": page, "words": words})


@keepers_only
def person(request: PersonRequest, uuid: str) -> HttpResponse:
    somebody = get_object_or_404(queries.people_seen_by(request.user, *invitations.INVITERS), uuid=uuid)
    form = GrantForm(request.POST if request.method == "POST" else None, actor=request.user)
    if request.method == "POST" and form.is_valid():
        services.roles.grant_role(user=somebody, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The role is given."))
        return redirect("accounts:person", uuid=uuid)
    grants = [(grant, roles.may_take(request.user, grant)) for grant in roles.all_grants(somebody)]
    return render(request, "portal/accounts/person.html", {"somebody": somebody, "grants": grants, "form": form})


@require_POST
@keepers_only
def take_role(request: PersonRequest, uuid: str, grant: int) -> HttpResponse:
    somebody = get_object_or_404(queries.people_seen_by(request.user, *invitations.INVITERS), uuid=uuid)
    found = roles.all_grants(somebody).filter(pk=grant).first()
    if found is None:
        messages.info(request, _("The role had been taken away already."))
    elif not roles.may_take(request.user, found):
        messages.error(request, _("This role reaches further than yours; an administrator can take it away."))
    else:
        services.roles.revoke_role(grant=found, actor=request.user)
        messages.success(request, _("The role is taken away."))
    return redirect("accounts:person", uuid=uuid)
