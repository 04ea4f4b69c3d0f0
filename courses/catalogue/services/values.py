"""What a block of the library's lessons is in a page: the raw form in which StreamField stores it."""

from collections.abc import Callable, Iterable
from hashlib import sha1
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from django.core.files.images import ImageFile
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

# As YAML gives it; the shape is described at the head of the library's course.yaml.
Document = Any
Files = Callable[[str], bytes]


def block_value(block: Document, code: str, files: Files) -> dict[str, Any]:
    """As StreamField stores it: the raw form keeps the uuid, which is the anchor in every language."""
    kind = block["type"] if block.get("type") in {"matching", "ordering"} else block["kind"]
    make = _VALUES.get(kind, _plain_value)
    return {"type": kind, "id": block["uuid"], "value": make(block, code, files)}


def _plain_value(block: Document, code: str, _files: Files) -> Any:
    shared = {
        key: value
        for key, value in block.items()
        if key in {"tone", "provision", "scenario", "minutes", "required", "jurisdiction"}
    }
    return shared | block[code]


def items(block: Document, name: str, values: Iterable[Any], keys: Iterable[str] | None = None) -> list[Any]:
    """A list as Wagtail stores it. Each item's id is the same in every language: translations hang on it."""
    named = zip(keys, values, strict=True) if keys is not None else enumerate(values)
    space = UUID(block["uuid"])
    return [{"type": "item", "id": str(uuid5(space, f"{name}/{key}")), "value": value} for key, value in named]


def _checklist_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    return {"title": block[code]["title"], "items": items(block, "items", block[code]["items"])}


def _table_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    words = block[code]
    rows = [items(block, f"rows/{n}", cells) for n, cells in enumerate(words["rows"])]
    return {
        "caption": words["caption"],
        "head": items(block, "head", words["head"]),
        "rows": items(block, "rows", rows),
    }


def _text_value(block: Document, code: str, _files: Files) -> str:
    return block[code]["html"]


def _simulation_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    return {"minutes": 25, "required": False} | _plain_value(block, code, _files)


def _deadline_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    return {key: block[key] for key in ("value", "requested", "requesting")} | {"received": str(block["received"])}


def _case_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    return {"person": block.get("person", {}).get("name", ""), "html": block[code]["html"]}


def _question_common(block: Document, code: str) -> dict[str, Any]:
    return {
        "stem": block[code]["stem"],
        "feedback": block[code].get("feedback", ""),
        "law": items(block, "law", block.get("law", [])),
        "competency": block.get("competency", ""),
    }


def _question_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
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
        "options": items(block, "options", options, block[code]["options"]),
    }


def _matching_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    rows = [{"key": key, "text": text, "target": block["pairs"][key]} for key, text in block[code]["left"].items()]
    targets = [{"key": key, "text": text} for key, text in block[code]["right"].items()]
    return _question_common(block, code) | {
        "rows": items(block, "rows", rows, block[code]["left"]),
        "targets": items(block, "targets", targets, block[code]["right"]),
    }


def _ordering_value(block: Document, code: str, _files: Files) -> dict[str, Any]:
    rows = [{"key": key, "text": block[code]["items"][key]} for key in block["order"]]
    return _question_common(block, code) | {"rows": items(block, "rows", rows, block["order"])}


def _true_or_false(key: str, code: str) -> str:
    with translation.override(code):
        return _("True") if key == "true" else _("False")


def _download_value(block: Document, code: str, files: Files) -> dict[str, Any]:
    title = block[code]["title"]
    document = _stored(get_document_model(), title, block["file"], files)
    return {"title": title, "html": block[code].get("html", ""), "file": document.pk}


def _image_value(block: Document, code: str, files: Files) -> dict[str, Any]:
    image = _stored(get_image_model(), block["file"], block["file"], files)
    return {"image": image.pk, "alt": block[code]["alt"], "caption": block[code].get("caption", "")}


def _stored(kind: Any, title: str, name: str, files: Files) -> Any:
    """The document or picture of that title, stored anew where the library's file has changed."""
    row, content = kind.objects.filter(title=title).first() or kind(title=title), files(name)
    if not row.pk or row.file_hash != sha1(content, usedforsecurity=False).hexdigest():
        row.file, row.file_hash = ImageFile(BytesIO(content), name=name), ""
        row.save()
        row.get_file_hash()
    return row


_VALUES: dict[str, Callable[[Document, str, Files], Any]] = {
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
    "image": _image_value,
}
