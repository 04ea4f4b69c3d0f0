"""The list of courses as one reader sees it: what is published, not the pages."""

from dataclasses import dataclass
from typing import Any

from courses.learning import queries as learning
from courses.learning.models import Enrolment
from courses.syllabus import queries as syllabus
from courses.syllabus.engine.words import CourseWords
from courses.syllabus.models import Course


@dataclass(frozen=True)
class Card:
    course: Course
    words: CourseWords
    minutes: int
    languages: tuple[str, ...]
    enrolment: Enrolment | None


@dataclass(frozen=True)
class Shelf:
    cards: tuple[Card, ...]
    languages: tuple[str, ...]
    language: str


def cards_for(user: Any, locale: str, *, language: str = "") -> Shelf:
    """All listed courses, or those that can be read in one language; an unknown language shows all."""
    courses = list(syllabus.listed_courses())
    locales = syllabus.locales_of({course.current_id for course in courses if course.current_id})
    known = tuple(sorted({code for codes in locales.values() for code in codes}))
    chosen = language if language in known else ""
    mine = _enrolments(user)
    cards = tuple(
        _card(course, locale, locales[course.current_id], mine.get(course.pk))
        for course in courses
        if course.current_id and (not chosen or chosen in locales[course.current_id])
    )
    return Shelf(cards, known, chosen)


def _card(course: Course, locale: str, languages: tuple[str, ...], enrolment: Enrolment | None) -> Card:
    assert course.current_id is not None  # noqa: S101  listed courses are published
    outline = syllabus.outline(course, course.current_id, locale)
    minutes = sum(activity.minutes for activity in outline.structure if activity.required)
    return Card(course, outline.words, minutes, languages, enrolment)


def _enrolments(user: Any) -> dict[int, Enrolment]:
    """The latest cycle of each course: rows come oldest first."""
    if not user.is_authenticated:
        return {}
    return {enrolment.course_id: enrolment for enrolment in learning.enrolments_of(user)}
