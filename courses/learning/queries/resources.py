"""Which lesson explains a competency: what the debrief of a case and the own page point to."""

from collections.abc import Iterator

from django.urls import reverse

from courses.learning.models import Enrolment
from courses.syllabus import queries as syllabus
from courses.syllabus.models import Course
from portal.competencies.api import Resource


def lessons_teaching(user_id: int, locale: str) -> Iterator[Resource]:
    """The block itself in the courses this person is in, newest first; else the course that has it."""
    mine = _enrolments(user_id)
    for enrolment in mine:
        yield from _blocks(enrolment, locale)
    known = {enrolment.course_id for enrolment in mine}
    for course in syllabus.listed_courses():
        if course.pk not in known and course.current_id:
            yield from _courses(course, course.current_id, locale)


def _enrolments(user_id: int) -> list[Enrolment]:
    """The latest cycle of each course."""
    rows = Enrolment.objects.filter(user_id=user_id).exclude(state=Enrolment.State.WITHDRAWN)
    latest = {row.course_id: row for row in rows.select_related("course").order_by("cycle")}
    return sorted(latest.values(), key=lambda row: row.enrolled_at, reverse=True)


def _blocks(enrolment: Enrolment, locale: str) -> Iterator[Resource]:
    words = syllabus.outline(enrolment.course, enrolment.syllabus_id, locale).words
    base = reverse("learning:course", args=[enrolment.course.code])
    for block in syllabus.taught(enrolment.course, enrolment.syllabus_id):
        label = words.activity(block.activity)
        url = f"{base}{block.activity}/#q-{block.question}"
        yield Resource(block.competency, "lesson", label.title, url, label.lang)


def _courses(course: Course, version_id: int, locale: str) -> Iterator[Resource]:
    words = syllabus.outline(course, version_id, locale).words
    url = reverse("learning:course", args=[course.code])
    for competency in dict.fromkeys(block.competency for block in syllabus.taught(course, version_id)):
        yield Resource(competency, "course", words.title, url, words.lang)
