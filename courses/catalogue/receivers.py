"""What follows when authors publish pages: the course is marked as changed, and learners see nothing yet."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from courses import library
from courses.catalogue import queries
from courses.catalogue.models import CoursePage, LessonPage, ModulePage
from courses.syllabus import services as syllabus
from simulations.agreements.api import Citation, cited_in, finds_citations


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
    for code in library.codes():
        for token, where in cited_in(_shipped(code), tokens):
            yield Citation(token, "course", code, where)


@cache
def _shipped(code: str) -> dict[str, Any]:
    return library.load(code)


@finds_citations
def lessons_that_rest_on(tokens: frozenset[str]) -> Iterator[Citation]:
    for page in queries.live_lessons():
        for token, where in cited_in(list(page.body.raw_data), tokens):
            yield Citation(token, "lesson", f"{page.title} ({page.locale.language_code})", where)
