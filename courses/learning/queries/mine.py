"""What a person has in hand, in few queries: for "my courses" and for the home page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from courses.learning.models import Enrolment
from courses.learning.queries.enrolments import enrolments_of
from courses.learning.queries.outline import CourseView, view_of
from courses.syllabus import queries as syllabus
from courses.syllabus.engine.words import CourseWords
from courses.syllabus.models import Course


@dataclass(frozen=True)
class MyCourse:
    """A line of a list: read from the counter, without a look at single completions."""

    enrolment: Enrolment
    course: Course
    words: CourseWords

    @property
    def due(self) -> date | None:
        return None if self.enrolment.is_completed else self.enrolment.due


def my_courses(user: Any, locale: str) -> tuple[MyCourse, ...]:
    """What is in hand first, the most recent on top; then what is done. Only the latest cycle of a course."""
    latest = {enrolment.course_id: enrolment for enrolment in enrolments_of(user)}
    ordered = sorted(latest.values(), key=_last_touched, reverse=True)
    return tuple(
        MyCourse(enrolment, enrolment.course, syllabus.outline(enrolment.course, enrolment.syllabus_id, locale).words)
        for enrolment in sorted(ordered, key=lambda enrolment: enrolment.is_completed)
    )


def _last_touched(enrolment: Enrolment) -> Any:
    return enrolment.last_activity_at or enrolment.enrolled_at


def next_course(user: Any, locale: str) -> CourseView | None:
    """The course a person worked in last and has not finished: the one thing to go on with."""
    open_ones = [e for e in enrolments_of(user) if not e.is_completed]
    latest = max(open_ones, key=_last_touched, default=None)
    return view_of(latest, locale) if latest else None


def course_titles(locale: str) -> dict[str, str]:
    courses = syllabus.listed_courses()
    return {c.code: syllabus.outline(c, c.current_id, locale).words.title for c in courses if c.current_id}
