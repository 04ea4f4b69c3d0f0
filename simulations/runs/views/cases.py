"""Practice cases to choose from, and the briefing before one."""

import contextlib

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from simulations.runs import queries, services
from simulations.runs.screens.briefing import briefing as briefing_of
from simulations.runs.screens.catalogue import catalogue
from simulations.runs.views.gate import SignedInRequest, broken
from simulations.scenarios.models import ScenarioVersion
from simulations.scenarios.queries import NoSuchCase, VersionIsBroken, current_version, scenario_of


@require_GET
@login_required
def index(request: SignedInRequest) -> HttpResponse:
    page = catalogue(request.user, request.GET)
    return render(request, "simulations/runs/index.html", {"page": page})


@require_GET
@login_required
def briefing(request: SignedInRequest, key: str) -> HttpResponse:
    """A case that was withdrawn still answers to whoever has a run of it; to others it is not there."""
    offered = version_offered(key)
    version = offered or queries.last_version_of(request.user, key)
    if version is None:
        raise Http404
    try:
        page = briefing_of(request.user, version, scenario_of(version), is_withdrawn=offered is None)
    except VersionIsBroken:
        return broken(request)
    return render(request, "simulations/runs/briefing.html", {"page": page})


def version_offered(key: str) -> ScenarioVersion | None:
    with contextlib.suppress(NoSuchCase):
        return current_version(key)
    return None


@require_POST
@login_required
def start(request: SignedInRequest, key: str) -> HttpResponse:
    """A second click on "Open the case" leads to the run the first one made."""
    try:
        run = services.open_or_start(user=request.user, scenario_key=key)
    except NoSuchCase as unknown:
        raise Http404 from unknown
    except VersionIsBroken:
        return broken(request)
    return redirect("runs:workspace", run_uuid=run.uuid)
