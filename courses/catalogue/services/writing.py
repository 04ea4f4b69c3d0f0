"""A course from a document of the library: pages with the document's own uuids, one tree per language.

Writing the same document again changes the pages that differ and adds none, so that an update of the library
arrives on a site that already has the course.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from courses.catalogue import queries
from courses.catalogue.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage

# As YAML gives it; the shape is described at the head of the library's course.yaml.
Document = Any
Download = Callable[[str], bytes]


@transaction.atomic
def write_course(document: Document, *, download: Download, source: str = "en") -> CoursePage:
    """The page in the source language. `download` gives the bytes of a file the lessons offer."""
    locales = [source, *sorted(key for key in document if key in _language_codes() and key != source)]
    pages = {code: _write_tree(document, code, download) for code in locales}
    return pages[source]


def _language_codes() -> set[str]:
    return {code for code, _name in settings.LANGUAGES}


def _write_tree(document: Document, code: str, download: Download) -> CoursePage:
    course = _put(CoursePage, document["uuid"], shelf_in(code), code, _course_fields(document, code))
    for module in document["modules"]:
        if code not in module:
            continue
        page = _put(ModulePage, module["uuid"], course, code, _titles(module, code) | {"slug": module["key"]})
        for lesson in module["lessons"]:
            if code in lesson:
                _put(LessonPage, lesson["uuid"], page, code, _lesson_fields(lesson, code, download))
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
        "aims": [item | {"type": "aim"} for item in _items(document, "aims", words.get("aims", ()))],
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


def _lesson_fields(lesson: Document, code: str, download: Download) -> dict[str, Any]:
    return _titles(lesson, code) | {
        "slug": lesson["key"],
        "minutes": lesson["minutes"],
        "rule": lesson["rule"],
        "is_required": lesson.get("required", True),
        "machine_drafted": code in lesson.get("machine_drafted", ()),
        "body": [_block(block, code, download) for block in lesson["blocks"] if code in block],
    }


def _block(block: Document, code: str, download: Download) -> dict[str, Any]:
    """As StreamField stores it: the raw form keeps the uuid, which is the anchor in every language."""
    kind = block["type"] if block.get("type") in {"matching", "ordering"} else block["kind"]
    make = _VALUES.get(kind, _plain_value)
    return {"type": kind, "id": block["uuid"], "value": make(block, code, download)}


def _plain_value(block: Document, code: str, _download: Download) -> Any:
    shared = {
        key: value
        for key, value in block.items()
        if key in {"tone", "provision", "scenario", "minutes", "required", "jurisdiction"}
    }
    return shared | block[code]


def _items(block: Document, name: str, values: Iterable[Any], keys: Iterable[str] | None = None) -> list[Any]:
    """A list as Wagtail stores it. Each item's id is the same in every language: translations hang on it."""
    named = zip(keys, values, strict=True) if keys is not None else enumerate(values)
    space = UUID(block["uuid"])
    return [{"type": "item", "id": str(uuid5(space, f"{name}/{key}")), "value": value} for key, value in named]


def _checklist_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    return {"title": block[code]["title"], "items": _items(block, "items", block[code]["items"])}


def _table_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    words = block[code]
    rows = [_items(block, f"rows/{n}", cells) for n, cells in enumerate(words["rows"])]
    return {
        "caption": words["caption"],
        "head": _items(block, "head", words["head"]),
        "rows": _items(block, "rows", rows),
    }


def _text_value(block: Document, code: str, _download: Download) -> str:
    return block[code]["html"]


def _simulation_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    return {"minutes": 25, "required": False} | _plain_value(block, code, _download)


def _deadline_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    return {key: block[key] for key in ("value", "requested", "requesting")} | {"received": str(block["received"])}


def _case_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    return {"person": block.get("person", {}).get("name", ""), "html": block[code]["html"]}


def _question_common(block: Document, code: str) -> dict[str, Any]:
    return {
        "stem": block[code]["stem"],
        "feedback": block[code].get("feedback", ""),
        "law": _items(block, "law", block.get("law", [])),
        "competency": block.get("competency", ""),
    }


def _question_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    options = [
        {
            "key": key,
            "text": option.get("text") or _true_or_false(key, code),
            "is_right": key in block["correct"],
            "feedback": option.get("feedback", ""),
        }
        for key, option in block[code]["options"].items()
    ]
    return _question_common(block, code) | {
        "type": block["type"],
        "options": _items(block, "options", options, block[code]["options"]),
    }


def _matching_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    rows = [{"key": key, "text": text, "target": block["pairs"][key]} for key, text in block[code]["left"].items()]
    targets = [{"key": key, "text": text} for key, text in block[code]["right"].items()]
    return _question_common(block, code) | {
        "rows": _items(block, "rows", rows, block[code]["left"]),
        "targets": _items(block, "targets", targets, block[code]["right"]),
    }


def _ordering_value(block: Document, code: str, _download: Download) -> dict[str, Any]:
    rows = [{"key": key, "text": block[code]["items"][key]} for key in block["order"]]
    return _question_common(block, code) | {"rows": _items(block, "rows", rows, block["order"])}


def _true_or_false(key: str, code: str) -> str:
    with translation.override(code):
        return _("True") if key == "true" else _("False")


def _download_value(block: Document, code: str, download: Download) -> dict[str, Any]:
    documents = get_document_model()
    title = block[code]["title"]
    document = documents.objects.filter(title=title).first() or documents(title=title)
    content = download(block["file"])
    if not document.pk or document.file_hash != document.get_file_hash():
        document.file.save(block["file"], ContentFile(content), save=False)
        document.save()
    return {"title": title, "html": block[code].get("html", ""), "file": document.pk}


_VALUES: dict[str, Callable[[Document, str, Download], Any]] = {
    "text": _text_value,
    "checklist": _checklist_value,
    "table": _table_value,
    "case": _case_value,
    "deadline": _deadline_value,
    "simulation": _simulation_value,
    "question": _question_value,
    "matching": _matching_value,
    "ordering": _ordering_value,
    "download": _download_value,
}
