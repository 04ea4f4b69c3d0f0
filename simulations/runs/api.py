"""The front door of practice runs, for courses and the home page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from simulations.runs import queries, services
from simulations.runs.models import Run
from simulations.runs.registry import register_circle
from simulations.runs.screens.catalogue import Resume, resume_of
from simulations.scenarios.api import scenario_of

if TYPE_CHECKING:
    from portal.accounts.models import User

__all__ = [
    "CaseCard",
    "EndedCase",
    "Run",
    "briefing_url",
    "case_card",
    "ended_cases",
    "latest_run",
    "register_circle",
    "run_url",
    "start_run",
]


@dataclass(frozen=True)
class CaseCard:
    """The case a person is in the middle of: where it stands, and the way back to the desk."""

    standing: Resume
    url: str


@dataclass(frozen=True)
class EndedCase:
    title: str
    at: datetime
    passed: bool


def start_run(*, user: User, scenario_key: str, context: Mapping[str, Any] | None = None) -> Run:
    """A new run on the current version; `context` comes back with `run_ended`."""
    return services.start_run(user=user, scenario_key=scenario_key, context=context)


def latest_run(user: User, scenario_key: str) -> Run | None:
    """The run to go on with: the newest open one, else the newest that ended."""
    return queries.latest_run(user, scenario_key)


def run_url(run: Run) -> str:
    """The desk while the run is open, the debrief when it has ended."""
    return reverse("runs:debrief" if run.has_ended else "runs:workspace", kwargs={"run_uuid": run.uuid})


def briefing_url(scenario_key: str) -> str:
    return reverse("runs:briefing", kwargs={"key": scenario_key})


def case_card(user: User) -> CaseCard | None:
    """None when no case is open."""
    standing = resume_of(queries.latest_runs_of(user))
    return CaseCard(standing, run_url(standing.run)) if standing else None


def ended_cases(user: User, *, most: int) -> tuple[EndedCase, ...]:
    """What a person has finished, newest first."""
    locale = get_language() or ""
    return tuple(
        EndedCase(scenario_of(run.version).title.say(locale), run.ended_at, run.outcome == Run.Outcome.PASS)
        for run in queries.ended_runs_of(user)[:most]
        if run.ended_at
    )
