"""From the trees of pages, one per language, to one draft without a language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.utils import translation
from wagtail.blocks.stream_block import StreamValue

from courses.catalogue import queries
from courses.catalogue.models import CoursePage, LessonPage, ModulePage
from courses.catalogue.services.reading import PublishReader, reader_for
from courses.syllabus.engine.structure import Activity, Module, Rule, Structure, digest
from courses.syllabus.engine.words import CourseWords, Draft, Label, LessonWords, merged, with_stand_ins

Tree = list[tuple[ModulePage, list[LessonPage]]]


@dataclass(frozen=True)
class Compiled:
    draft: Draft
    # Key of a provision and uuid of the block that rests on it.
    citations: frozenset[tuple[str, str]]


def compile_course(page: CoursePage) -> Compiled:
    """Structure comes from the source page alone; every live translation adds its words."""
    source = queries.source_page(page)
    pages = queries.languages_of(source)
    trees = {version.locale.language_code: (version, queries.tree_of(version)) for version in pages}
    readers = {locale: reader_for(locale) for locale in trees}
    source_locale = source.locale.language_code
    structure = _structure(source, trees[source_locale][1])
    known = {activity.uuid for activity in structure.lessons}
    lessons = {
        (lesson.translation_key, locale): _lesson_words(lesson, readers[locale])
        for locale, (_page, tree) in trees.items()
        for lesson in _lessons(tree)
        if lesson.translation_key in known
    }
    words = {locale: _course_words(version, tree, locale, lessons) for locale, (version, tree) in trees.items()}
    complete = {locale: with_stand_ins(own, words[source_locale]) for locale, own in words.items()}
    problems = tuple(problem for reader in readers.values() for problem in reader.problems)
    citations = frozenset(citation for reader in readers.values() for citation in reader.citations)
    return Compiled(Draft(structure, source_locale, complete, lessons, problems), citations)


def _lessons(tree: Tree) -> Iterator[LessonPage]:
    return (lesson for _module, lessons in tree for lesson in lessons)


def _structure(page: CoursePage, tree: Tree) -> Structure:
    modules = tuple(
        Module(module.translation_key, tuple(activity for lesson in lessons for activity in _activities(lesson)))
        for module, lessons in tree
        if lessons
    )
    closing = tuple(_closing_activity(child) for child in page.closing)
    return Structure((*modules, Module(page.translation_key, closing)) if closing else modules)


def _activities(page: LessonPage) -> Iterator[Activity]:
    """The lesson, and each practice case that is played from within it."""
    yield Activity(page.translation_key, "lesson", cast(Rule, page.rule), page.is_required, page.minutes)
    for child in page.body:
        if child.block_type == "simulation":
            config = {"scenario": child.value["scenario"], "inside": str(page.translation_key)}
            required, minutes = child.value["required"], child.value["minutes"]
            yield Activity(UUID(str(child.id)), "simulation", "passed", required, minutes, config)


def _closing_activity(child: StreamValue.StreamChild) -> Activity:
    value = child.value
    common = {"uuid": UUID(child.id), "rule": "passed", "required": value["required"], "minutes": value["minutes"]}
    if child.block_type == "quiz":
        opens = {"opens_after": "lessons"} if value["opens_after_lessons"] else {}
        return Activity(kind="quiz", config={"quiz": value["key"]} | opens, **common)
    return Activity(kind="simulation", config={"scenario": value["scenario"]}, **common)


def _lesson_words(page: LessonPage, reader: PublishReader) -> LessonWords:
    """The hash is over what was rendered: it also changes when a legal value or a provision did."""
    reader.place = page.title
    with translation.override(reader.locale):
        parts = merged(part for child in page.body for part in child.block.parts(child.value, str(child.id), reader))
    return LessonWords(parts, digest([list(parts), page.machine_drafted]), page.machine_drafted)


@dataclass(frozen=True)
class Preview:
    parts: tuple[Mapping[str, Any], ...]
    problems: tuple[str, ...]


def preview_lesson(page: LessonPage) -> Preview:
    reader = reader_for(page.locale.language_code)
    words = _lesson_words(page, reader)
    return Preview(words.parts, tuple(reader.problems))


def _course_words(
    page: CoursePage,
    tree: Tree,
    locale: str,
    lessons: dict[tuple[UUID, str], LessonWords],
) -> CourseWords:
    return CourseWords(
        title=page.title,
        lang=locale,
        summary=page.summary,
        audience=page.audience,
        aims=tuple(aim.value for aim in page.aims),
        note=page.note,
        machine_drafted=page.machine_drafted,
        modules={str(module.translation_key): Label(module.title, locale, module.summary) for module, _ in tree},
        activities=dict(_labels(page, tree, locale, lessons)),
    )


def _labels(
    page: CoursePage, tree: Tree, locale: str, lessons: dict[tuple[UUID, str], LessonWords]
) -> Iterator[tuple[str, Label]]:
    for lesson in _lessons(tree):
        key = lesson.translation_key
        if (key, locale) in lessons:
            yield str(key), Label(lesson.title, locale, lesson.summary, weight(lessons[key, locale].parts))
            yield from (
                (str(child.id), Label(child.value["title"], locale))
                for child in lesson.body
                if child.block_type == "simulation"
            )
    for child in page.closing:
        yield child.id, Label(child.value["title"], locale, child.value["summary"] or "")


def weight(parts: Iterable[object]) -> int:
    """Bytes of the text of a lesson before compression; pages show it beside the minutes."""
    return sum(len(str(part).encode()) for part in parts)
