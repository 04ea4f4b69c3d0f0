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

from portal.core.written import written
from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import queries
from simulations.runs.models import Run
from simulations.runs.screens.clocks import due_line
from simulations.runs.services import RunIsLocked
from simulations.scenarios.api import VersionIsBroken

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
    state = queries.state_of(run)
    return File(run, queries.scenario_of(run, state), state)


def with_file(
    view: Callable[Concatenate[SignedInRequest, File, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Hands the view the file behind the address; a stranger gets 404."""

    @login_required
    @wraps(view)
    def opened(request: SignedInRequest, run_uuid: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            file = open_file(request, run_uuid)
            return locked(request, file) if file.run.is_locked else view(request, file, *args, **kwargs)
        except VersionIsBroken:
            return broken(request)
        except RunIsLocked:
            return locked(request, file)

    return opened


def locked(request: HttpRequest, file: File) -> HttpResponse:
    """What was typed is shown back: it may be needed elsewhere."""
    texts = written((name, value) for name, values in request.POST.lists() for value in values)
    context = {"run": Run.objects.select_related("version").get(pk=file.run.pk), "written": texts}
    return render(request, "simulations/runs/locked.html", context, status=423)


def broken(request: HttpRequest, **context: Any) -> HttpResponse:
    return render(request, "simulations/runs/broken.html", context, status=503)
