"""What is published. Rows never change, so each process keeps what it has read; a new stamp makes it read again."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from courses.syllabus.engine import structure, words
from courses.syllabus.engine.publishing import Current
from courses.syllabus.engine.structure import Structure
from courses.syllabus.engine.words import CourseWords
from courses.syllabus.models import Course, CourseEdition, LessonEdition, SyllabusVersion


@dataclass(frozen=True)
class News:
    """That something new must be learnt, since when, and what, as its author said it."""

    since: datetime
    note: str


@dataclass(frozen=True)
class Outline:
    """A version in the reader's language, or in the source language where nobody has translated it."""

    structure: Structure
    words: CourseWords
    news: News | None


@dataclass(frozen=True)
class Lesson:
    parts: tuple[dict[str, Any], ...]
    locale: str
    machine_drafted: bool


@dataclass(frozen=True)
class EditionNumbers:
    courses: dict[str, int]
    lessons: dict[tuple[UUID, str], int]


def listed_courses() -> QuerySet[Course]:
    return Course.objects.filter(is_listed=True, current__isnull=False).select_related("current")


def outline(course: Course, version_id: int, locale: str) -> Outline:
    return _outline(version_id, locale, course.source_locale, course.stamp)


@lru_cache(maxsize=256)
def _outline(version_id: int, locale: str, source: str, _stamp: UUID) -> Outline:
    version = SyllabusVersion.objects.get(pk=version_id)
    is_news = version.n > 1 and version.impact == SyllabusVersion.Impact.MATERIAL
    rows = CourseEdition.objects.filter(version_id=version_id, locale__in={locale, source}).order_by("n")
    newest = {row.locale: row for row in rows}
    served = newest[words.served_locale(locale, newest, source)]
    return Outline(
        structure.from_json(version.structure),
        words.words_from_json(served.words),
        News(version.published_at, version.note) if is_news else None,
    )


def lesson(course: Course, version_id: int, activity: UUID, locale: str) -> Lesson:
    return _lesson(version_id, activity, locale, course.source_locale, course.stamp)


@lru_cache(maxsize=512)
def _lesson(version_id: int, activity: UUID, locale: str, source: str, _stamp: UUID) -> Lesson:
    rows = LessonEdition.objects.filter(
        version_id=version_id, activity__uuid=activity, locale__in={locale, source}
    ).order_by("n")
    newest = {row.locale: row for row in rows}
    served = newest[words.served_locale(locale, newest, source)]
    return Lesson(tuple(served.parts), served.locale, served.machine_drafted)


@dataclass(frozen=True)
class Taught:
    """A question in a lesson and the competency it practises: the very place that explains it."""

    competency: str
    activity: UUID
    question: str


def taught(course: Course, version_id: int) -> tuple[Taught, ...]:
    """The lesson that begins with a competency before one that comes to it later; of several the last, the deepest."""
    return _taught(version_id, course.source_locale, course.stamp)


@lru_cache(maxsize=256)
def _taught(version_id: int, source: str, stamp: UUID) -> tuple[Taught, ...]:
    rows = LessonEdition.objects.filter(version_id=version_id, locale=source).order_by("n").select_related("activity")
    parts = {row.activity.uuid: row.parts for row in rows}
    found: dict[tuple[str, UUID], tuple[int, int, Taught]] = {}
    for place, lesson in enumerate(_outline(version_id, source, source, stamp).structure.lessons):
        asked = [part for part in parts.get(lesson.uuid, ()) if part.get("competency")]
        for turn, part in enumerate(asked):
            block = Taught(part["competency"], lesson.uuid, part["uuid"])
            found.setdefault((block.competency, lesson.uuid), (turn, -place, block))
    return tuple(block for _, _, block in sorted(found.values(), key=lambda row: row[:2]))


def locales_of(version_ids: set[int]) -> dict[int, tuple[str, ...]]:
    """In which languages each version can be read, one query for all."""
    rows = CourseEdition.objects.filter(version_id__in=version_ids).values_list("version_id", "locale").distinct()
    found: dict[int, set[str]] = {}
    for version_id, locale in rows:
        found.setdefault(version_id, set()).add(locale)
    return {version_id: tuple(sorted(locales)) for version_id, locales in found.items()}


def current_of(course: Course) -> Current | None:
    if course.current is None:
        return None
    # The highest number comes last, so it is what stays in the dictionary.
    courses = CourseEdition.objects.filter(version=course.current).order_by("n")
    lessons = LessonEdition.objects.filter(version=course.current).order_by("n")
    return Current(
        structure.from_json(course.current.structure),
        dict(courses.values_list("locale", "source_hash")),
        {
            (uuid, locale): source_hash
            for uuid, locale, source_hash in lessons.values_list("activity__uuid", "locale", "source_hash")
        },
    )


def was_part_of(course: Course, activity: UUID) -> bool:
    """Of whatever version: what was once published is never forgotten."""
    return course.activities.filter(uuid=activity).exists()


def edition_numbers(version: SyllabusVersion) -> EditionNumbers:
    courses = version.course_editions.values_list("locale").annotate(last=Max("n"))
    lessons = version.lesson_editions.values_list("activity__uuid", "locale").annotate(last=Max("n"))
    return EditionNumbers(dict(courses), {(uuid, locale): last for uuid, locale, last in lessons})
