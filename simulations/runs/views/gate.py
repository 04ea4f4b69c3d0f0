"""The door of every page of a run: own runs only, and a clear word where a version cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import queries
from simulations.runs.models import Run
from simulations.runs.screens.clocks import due_line
from simulations.scenarios.api import VersionIsBroken, scenario_of

if TYPE_CHECKING:
    from portal.accounts.models import User

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """What a view behind `login_required` gets."""

    user: User


@dataclass(frozen=True)
class File:
    """The open case of one person."""

    run: Run
    scenario: Scenario
    state: State

    @property
    def due_line(self) -> str:
        return due_line(self.scenario, self.state)


def open_file(request: SignedInRequest, run_uuid: UUID) -> File:
    run = get_object_or_404(queries.runs_of(request.user), uuid=run_uuid)
    return File(run, scenario_of(run.version), queries.state_of(run))


def with_file(
    view: Callable[Concatenate[SignedInRequest, File, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Hands the view the file behind the address; a stranger gets 404."""

    @login_required
    @wraps(view)
    def opened(request: SignedInRequest, run_uuid: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, open_file(request, run_uuid), *args, **kwargs)
        except VersionIsBroken:
            return broken(request)

    return opened


def broken(request: HttpRequest, **context: Any) -> HttpResponse:
    return render(request, "simulations/runs/broken.html", context, status=503)
