"""The front door of learning, for home, cohorts and certificates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

from courses.assessment.api import Tries, tries_in
from courses.learning import queries, services
from courses.learning.queries import CourseView, Progress, Reward, register_reward
from courses.learning.services import CourseNotOpen

__all__ = [
    "CourseNotOpen",
    "MyCourse",
    "NextStep",
    "Progress",
    "Reward",
    "Tries",
    "course_titles",
    "enrol",
    "my_courses",
    "next_step",
    "progress_of",
    "register_reward",
]


@dataclass(frozen=True)
class NextStep:
    """The one thing to go on with, and when the course was changed since the last step.

    `number` is None where it is no lesson but a test or a case; `tries` where it is no test, or one not begun.
    """

    course_title: str
    title: str
    lang: str
    kind: str
    number: int | None
    lessons: int
    url: str
    course_url: str
    is_started: bool
    minutes: int
    lessons_done: int
    minutes_left: int
    due: date | None
    tries: Tries | None
    changed: datetime | None


@dataclass(frozen=True)
class MyCourse:
    code: str
    title: str
    lang: str
    url: str
    done: int
    total: int
    state: str
    due: date | None


def enrol(*, user: Any, course_code: str, cohort_key: UUID | None = None, due: date | None = None) -> UUID:
    """The enrolment's uuid; asked twice, it is the same enrolment. Raises CourseNotOpen."""
    return services.enrol(user=user, course_code=course_code, cohort_key=cohort_key, due=due).uuid


def progress_of(enrolment_uuids: Iterable[UUID]) -> dict[UUID, Progress]:
    return queries.progress_of(enrolment_uuids)


def my_courses(user: Any) -> tuple[MyCourse, ...]:
    return tuple(
        MyCourse(
            code=mine.course.code,
            title=mine.words.title,
            lang=mine.words.lang,
            url=reverse("learning:course", args=[mine.course.code]),
            done=mine.enrolment.required_done,
            total=mine.enrolment.required_total,
            state=mine.enrolment.state,
            due=mine.due,
        )
        for mine in queries.my_courses(user, _locale())
    )


def next_step(user: Any) -> NextStep | None:
    """None where nothing is in hand: no course joined, or all of them finished."""
    view = queries.next_course(user, _locale())
    return _step(view) if view else None


def _step(view: CourseView) -> NextStep | None:
    row, enrolment = view.next_row, view.enrolment
    if row is None or enrolment is None:
        return None
    return NextStep(
        course_title=view.words.title,
        title=row.label.title,
        lang=row.label.lang,
        kind=row.activity.kind,
        number=row.number,
        lessons=view.lesson_count,
        url=reverse("learning:activity", args=[view.course.code, row.activity.uuid]),
        course_url=reverse("learning:course", args=[view.course.code]),
        is_started=enrolment.last_activity_at is not None,
        minutes=row.activity.minutes,
        lessons_done=view.position.lessons_done,
        minutes_left=view.position.minutes_left,
        due=enrolment.due,
        tries=tries_in(enrolment_uuid=enrolment.uuid, activity_uuid=row.activity.uuid)
        if row.activity.kind == "quiz"
        else None,
        changed=view.news.since if view.news else None,
    )


def course_titles() -> dict[str, str]:
    """Listed courses by code in the reader's language, for forms that choose one."""
    return queries.course_titles(_locale())


def _locale() -> str:
    return get_language() or "en"
