"""The own page: what one has shown, certificates, last steps. For the person alone, never for a ranking."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from courses.certificates import api as certificates
from courses.certificates.api import Earned
from portal.competencies import api as competencies
from portal.home.queries.chart import Chart, draw
from simulations.runs import api as cases

STEPS_SHOWN = 4


@dataclass(frozen=True)
class Step:
    at: datetime
    what: str


@dataclass(frozen=True)
class Standing:
    """One row of the table beside the drawing."""

    name: str
    level: str
    can_do: str


@dataclass(frozen=True)
class Me:
    wide: Chart
    phone: Chart
    standings: tuple[Standing, ...]
    levels: str
    shown: int
    certificates: tuple[Earned, ...]
    steps: tuple[Step, ...]


def me(user: Any) -> Me:
    levels = competencies.levels()
    names = {level.key: f"{level.key} {level.name}" for level in levels}
    pictures = competencies.picture_of(user.pk)
    rows = [(picture.competency.name, picture.level) for picture in pictures]
    earned = certificates.certificates_of(user)
    return Me(
        wide=draw(rows, names, is_wide=True),
        phone=draw(rows, names, is_wide=False),
        standings=tuple(
            Standing(picture.competency.name, names.get(picture.level or "", ""), picture.can_do)
            for picture in pictures
        ),
        levels=" · ".join(names.values()),
        shown=sum(picture.level is not None for picture in pictures),
        certificates=earned,
        steps=_steps(user, earned),
    )


def _steps(user: Any, earned: tuple[Earned, ...]) -> tuple[Step, ...]:
    """The newest four of what was earned and finished, above the day on which it began."""
    steps = [Step(one.issued_at, _("%(course)s: certificate") % {"course": one.title}) for one in earned]
    steps += [Step(case.at, _case_words(case)) for case in cases.ended_cases(user, most=STEPS_SHOWN)]
    newest = sorted(steps, key=lambda step: step.at, reverse=True)[:STEPS_SHOWN]
    return (*newest, Step(user.joined_at, _("Came here for the first time")))


def _case_words(case: cases.EndedCase) -> str:
    words = _("%(case)s: case passed") if case.passed else _("%(case)s: case played to its end")
    return words % {"case": case.title}
