"""A course from a document of the library: pages with the document's own uuids, one tree per language.

Writing the same document again changes the pages that differ and adds none, so that an update of the library
arrives on a site that already has the course.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from courses.catalogue import queries
from courses.catalogue.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage
from courses.catalogue.services.values import Document, Files, block_value, items


@transaction.atomic
def write_course(document: Document, *, files: Files, source: str = "en") -> CoursePage:
    """The page in the source language. `files` gives the bytes of a picture or a file the lessons offer."""
    locales = [source, *sorted(key for key in document if key in _language_codes() and key != source)]
    pages = {code: _write_tree(document, code, files) for code in locales}
    return pages[source]


def _language_codes() -> set[str]:
    return {code for code, _name in settings.LANGUAGES}


def _write_tree(document: Document, code: str, files: Files) -> CoursePage:
    course = _put(CoursePage, document["uuid"], shelf_in(code), code, _course_fields(document, code))
    for module in document["modules"]:
        if code not in module:
            continue
        page = _put(ModulePage, module["uuid"], course, code, _titles(module, code) | {"slug": module["key"]})
        for lesson in module["lessons"]:
            if code in lesson:
                _put(LessonPage, lesson["uuid"], page, code, _lesson_fields(lesson, code, files))
        _put_in_order(page, [lesson["uuid"] for lesson in module["lessons"]])
    _put_in_order(course, [module["uuid"] for module in document["modules"]])
    return course


def shelf_in(code: str) -> Page:
    if found := queries.shelf(code):
        return found
    source = queries.shelf("en")
    if source is None:
        source = queries.root_page().add_child(instance=CatalogueIndexPage(title="Courses", slug="courses"))
    if code == source.locale.language_code:
        return source
    copy = source.copy_for_translation(queries.locale(code), copy_parents=True)
    copy.save_revision().publish()
    return copy


def _put(kind: type[Page], key: str, parent: Page, code: str, fields: dict[str, Any]) -> Any:
    page = kind.objects.filter(translation_key=UUID(key), locale__language_code=code).first()
    if page is None:
        page = kind(translation_key=UUID(key), locale=queries.locale(code), **fields)
        parent.add_child(instance=page)
    elif _says_the_same(page, kind(**fields), fields):
        return page
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def _says_the_same(page: Page, wanted: Page, names: Iterable[str]) -> bool:
    """A page that would not change gets no revision: the library is written at every start of a demo."""
    fields = [page._meta.get_field(name) for name in names]
    return page.live and all(
        field.get_prep_value(getattr(page, field.name)) == field.get_prep_value(getattr(wanted, field.name))
        for field in fields
    )


def _put_in_order(parent: Page, keys: list[str]) -> None:
    """A lesson that the library added in the middle was appended: pages go where the document has them."""
    parent.refresh_from_db()
    children = {str(child.translation_key): child for child in parent.get_children()}
    wanted = [key for key in keys if key in children]
    if wanted != [key for key in children if key in wanted]:
        for key in wanted:
            Page.objects.get(pk=children[key].pk).move(Page.objects.get(pk=parent.pk), pos="last-child")


def _titles(document: Document, code: str) -> dict[str, Any]:
    return {
        "title": document[code]["title"],
        "summary": document[code].get("summary", ""),
    }


def _course_fields(document: Document, code: str) -> dict[str, Any]:
    words = document[code]
    return _titles(document, code) | {
        "slug": document["code"],
        "code": document["code"],
        "audience": words.get("audience", ""),
        "aims": [item | {"type": "aim"} for item in items(document, "aims", words.get("aims", ()))],
        "note": words.get("note", ""),
        "machine_drafted": code in document.get("machine_drafted", ()),
        "level": document.get("level", ""),
        "hours": document.get("hours", 0),
        "scope": document.get("scope", "regional"),
        "competencies": ", ".join(document.get("competencies", ())),
        "closing": _closing(document["test"], code) if "test" in document else [],
    }


def _closing(test: Document, code: str) -> list[dict[str, Any]]:
    words = test.get(code, test["en"])
    value = {
        "key": test["key"],
        "title": words["title"],
        "summary": words.get("summary", ""),
        "minutes": test["minutes"],
        "opens_after_lessons": True,
        "required": True,
    }
    return [{"type": "quiz", "id": test["uuid"], "value": value}]


def _lesson_fields(lesson: Document, code: str, files: Files) -> dict[str, Any]:
    return _titles(lesson, code) | {
        "slug": lesson["key"],
        "minutes": lesson["minutes"],
        "rule": lesson["rule"],
        "is_required": lesson.get("required", True),
        "machine_drafted": code in lesson.get("machine_drafted", ()),
        "body": [block_value(block, code, files) for block in lesson["blocks"] if code in block],
    }
