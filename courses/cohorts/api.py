"""The front door of cohorts, for home pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from courses.cohorts import queries
from courses.cohorts.models import Participant
from portal.core import clock

__all__ = ["Attention", "CohortDates", "attention_for", "dates_of"]


@dataclass(frozen=True)
class Attention:
    """What a trainer's home says of one cohort; counts of people."""

    name: str
    url: str
    course_code: str
    due: date
    people: int
    failed_twice: int
    not_started: int
    not_joined: int
    idle: int
    finished: int


@dataclass(frozen=True)
class CohortDates:
    """A learner's dates in one cohort."""

    name: str
    course_code: str
    starts: date
    ends: date
    due: date
    place: str


def attention_for(user: Any) -> tuple[Attention, ...]:
    """The cohorts somebody sees, each with its exceptions; five queries for any number of them."""
    return tuple(_attention(board) for board in queries.boards_of(queries.cohorts_seen_by(user), at=clock.now()))


def dates_of(user: Any) -> tuple[CohortDates, ...]:
    places = Participant.objects.filter(user_id=user.pk).select_related("cohort__course").order_by("cohort__due")
    return tuple(
        CohortDates(
            place.cohort.name,
            place.cohort.course.code,
            place.cohort.starts,
            place.cohort.ends,
            place.cohort.due,
            place.cohort.place,
        )
        for place in places
    )


def _attention(board: queries.Board) -> Attention:
    return Attention(
        name=board.cohort.name,
        url=reverse("cohorts:cohort", args=[board.cohort.uuid]),
        course_code=board.cohort.course.code,
        due=board.cohort.due,
        people=len(board.members),
        failed_twice=len(board.failed_twice),
        not_started=len(board.not_started),
        not_joined=len(board.not_joined),
        idle=len(board.idle),
        finished=len(board.finished),
    )
