"""The courses of the library as they stand on a new site: written as pages, then published."""

from functools import partial
from typing import Any

from courses import library
from courses.assessment.demo import build_quiz
from courses.catalogue.models import CoursePage
from courses.catalogue.services import publish_course, write_course
from portal.accounts.demo import cast


def build() -> None:
    build_courses(actor=cast()["admin"])


def build_courses(*, actor: Any) -> tuple[CoursePage, ...]:
    return tuple(build_course(code, actor=actor) for code in library.codes())


def build_course(code: str, *, actor: Any) -> CoursePage:
    document = library.load(code)
    build_quiz(document)
    page = write_course(document, files=partial(library.file, code))
    publish_course(page=page, actor=actor, impact="minor", note="From the library")
    return page
