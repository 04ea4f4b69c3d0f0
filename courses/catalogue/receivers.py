"""What follows when authors publish pages: the course is marked as changed, and learners see nothing yet."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.dispatch import receiver
from django.urls import reverse
from wagtail.signals import page_published, page_unpublished, post_page_move

from courses import library
from courses.catalogue import queries
from courses.catalogue.models import CoursePage, LessonPage, ModulePage
from courses.syllabus import services as syllabus
from simulations.agreements.api import Citation, cited_in, finds_citations

_LESSON = re.compile(r"modules\[(\d+)\]\.lessons\[(\d+)\]")


@receiver([page_published, page_unpublished, post_page_move])
def the_course_has_changed(sender: type, instance: Any, **_rest: Any) -> None:
    if isinstance(instance, CoursePage | ModulePage | LessonPage) and (course := queries.course_of(instance)):
        syllabus.mark_pending(code=course.code)


@receiver(page_unpublished, sender=CoursePage)
def the_course_is_taken_off_the_shelf(instance: CoursePage, **_rest: Any) -> None:
    if queries.is_source(instance):
        syllabus.set_listed(code=instance.code, is_listed=False)


@finds_citations
def course_files_that_rest_on(tokens: frozenset[str]) -> Iterator[Citation]:
    """The courses that ship, with the questions of their tests: on pages and in tests the tokens are words already."""
    opened = set(queries.open_courses().values())
    for code in library.codes():
        course = _shipped(code)
        url = reverse("learning:course", args=[code]) if code in opened else ""
        for token, where in cited_in(course, tokens):
            yield Citation(token, "course", code, where, _title_at(course, where), url)


def _title_at(course: dict[str, Any], where: str) -> dict[str, str]:
    """The title of the lesson a place lies in, by locale; elsewhere that of the course."""
    document = course
    if found := _LESSON.match(where):
        module, lesson = map(int, found.groups())
        document = course["modules"][module]["lessons"][lesson]
    return {locale: document[locale]["title"] for locale, _name in settings.LANGUAGES if locale in document}


@cache
def _shipped(code: str) -> dict[str, Any]:
    return library.load(code)


@finds_citations
def lessons_that_rest_on(tokens: frozenset[str]) -> Iterator[Citation]:
    opened = queries.open_courses()
    for page in queries.live_lessons():
        locale = page.locale.language_code
        code = next((code for path, code in opened.items() if page.path.startswith(path)), "")
        url = reverse("learning:course", args=[code]) if code else ""
        for token, where in cited_in(list(page.body.raw_data), tokens):
            yield Citation(token, "lesson", f"{page.title} ({locale})", where, {locale: page.title}, url)
