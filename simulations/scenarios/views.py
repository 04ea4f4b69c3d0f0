"""What trainers and authors see of the checks of each case, and the button that asks for one."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.accounts.api import Role, requires_role
from portal.core.clock import now
from simulations.scenarios import queries, services
from simulations.scenarios.models import Scenario
from simulations.scenarios.screens import checks

if TYPE_CHECKING:
    from portal.accounts.models import User

    class SignedInRequest(HttpRequest):
        user: User
else:
    SignedInRequest = HttpRequest

for_trainers = requires_role(Role.TRAINER, Role.AUTHOR, Role.COORDINATOR, Role.ADMINISTRATOR)


@for_trainers
@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    page = {"lines": checks.lines(now()), "place": "teach"}
    return render(request, "simulations/scenarios/checks.html", page)


@for_trainers
@require_safe
def case(request: SignedInRequest, key: str) -> HttpResponse:
    page = {"page": checks.case_page(_case(key), now()), "place": "teach"}
    return render(request, "simulations/scenarios/check.html", page)


@for_trainers
@require_POST
def check_again(request: SignedInRequest, key: str) -> HttpResponse:
    """A second click finds the check that the first one asked for."""
    services.request_check(version=_case(key).current, by=request.user)
    messages.success(request, _("The check has been asked for. This page shows how far it is whenever you open it."))
    return redirect("scenarios:check", key=key)


def _case(key: str) -> Scenario:
    try:
        return queries.scenario_for_trainers(key)
    except queries.NoSuchCase as unknown:
        raise Http404 from unknown
