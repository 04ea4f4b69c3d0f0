"""People of the network: members see each other, coordinators let specialists in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.accounts.api import Role, has_role, requires_role
from specialists_network.spaces import queries, services
from specialists_network.spaces.forms import AdmitForm

STAFF = (Role.COORDINATOR, Role.ADMINISTRATOR)


@require_GET
@login_required
def people(request: HttpRequest) -> HttpResponse:
    if queries.member_of(request.user) is None and not has_role(request.user, *STAFF):
        raise Http404
    return _people(request, AdmitForm())


@require_POST
@requires_role(*STAFF)
def admit(request: HttpRequest) -> HttpResponse:
    form = AdmitForm(request.POST)
    if not form.is_valid():
        return _people(request, form)
    person = form.cleaned_data["person"]
    services.admit(user=person, actor=request.user)
    messages.success(request, _("%(name)s is a member of the network.") % {"name": person.name})
    return redirect("spaces:people")


def _people(request: HttpRequest, form: AdmitForm) -> HttpResponse:
    context = {
        "members": queries.members(queries.main_space()),
        "form": form,
        "may_admit": has_role(request.user, *STAFF),
        "section": "people",
    }
    return render(request, "specialists_network/spaces/people.html", context)
