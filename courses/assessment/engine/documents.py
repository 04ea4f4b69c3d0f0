"""Reads the questions and tests that authors write as data, and tells every problem at once."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from courses.assessment.engine.kinds import Kind, Matching, Multiple, Ordering, Single, TrueFalse
from courses.assessment.engine.standing import MARKS, Standing, standing

KINDS = ("single", "multiple", "true_false", "matching", "ordering")
PARTS = ("options", "items", "targets")
Document = Mapping[str, Any]


class DocumentInvalid(Exception):
    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class QuestionDocument:
    """What is neutral (`body`, a version) beside what is said in each language (`texts`, editions)."""

    uuid: str
    body: dict[str, Any]
    texts: dict[str, dict[str, Any]]

    @property
    def digest(self) -> str:
        return digest(self.body)

    @property
    def standing(self) -> Standing:
        return standing(values=tuple(self.body["values"]), mark=self.body["mark"])


def digest(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read_question(document: Document, *, locales: tuple[str, ...]) -> QuestionDocument:
    texts = {locale: dict(document[locale]) for locale in locales if locale in document}
    problems = list(_problems(document, texts))
    if problems:
        raise DocumentInvalid([f"{document.get('uuid', 'question without uuid')}: {each}" for each in problems])
    return QuestionDocument(uuid=str(document["uuid"]), body=_body(document), texts=texts)


def as_kind(body: Document) -> Kind:
    """The engine's question from a version's neutral body."""
    parts, key = body["parts"], body["key"]
    match body["type"]:
        case "single":
            return Single(options=tuple(parts["options"]), right=key[0])
        case "multiple":
            return Multiple(options=tuple(parts["options"]), right=frozenset(key))
        case "true_false":
            return TrueFalse(right=key)
        case "matching":
            return Matching(items=tuple(parts["items"]), targets=tuple(parts["targets"]), pairs=key)
        case _:
            return Ordering(order=tuple(key))


def _body(document: Document) -> dict[str, Any]:
    rests_on = document.get("rests_on", "principle")
    values = [] if rests_on == "principle" else [rests_on] if isinstance(rests_on, str) else list(rests_on)
    return {
        "type": document["type"],
        "parts": {part: list(document["en"][part]) for part in PARTS if part in document["en"]},
        "key": document["correct"],
        "competency": document["competency"],
        "law": list(document.get("law", ())),
        "values": values,
        "mark": document["mark"],
        "lesson": document.get("lesson", ""),
        # Raised by the author when a new wording changes the meaning while ids and key stay.
        "revision": document.get("revision", 1),
    }


def _problems(document: Document, texts: dict[str, dict[str, Any]]) -> Iterator[str]:
    missing = [name for name in ("uuid", "type", "competency", "mark", "correct") if name not in document]
    if missing or "en" not in texts:
        yield from (f"{name} is missing" for name in missing)
        if "en" not in texts:
            yield "the English text is missing"
        return
    if document["type"] not in KINDS:
        yield f"type {document['type']!r} is none of {', '.join(KINDS)}"
        return
    if document["mark"] not in MARKS:
        yield f"mark {document['mark']!r} is none of {', '.join(MARKS)}"
    for locale, text in texts.items():
        if not text.get("stem"):
            yield f"{locale}: stem is missing"
        for part in PARTS:
            if set(text.get(part, ())) != set(texts["en"].get(part, ())):
                yield f"{locale}: {part} have other ids than in English"
    yield from _key_problems(document["type"], document["correct"], texts["en"])


def _key_problems(kind: str, key: Any, text: dict[str, Any]) -> Iterator[str]:
    options = set(text.get("options", ()))
    if kind == "true_false":
        if not isinstance(key, bool):
            yield "correct must be true or false"
    elif kind == "matching":
        items, targets = set(text.get("items", ())), set(text.get("targets", ()))
        if not isinstance(key, Mapping) or set(key) != items or not items or not set(key.values()) <= targets:
            yield "correct must give each item one of the targets"
    elif not isinstance(key, list) or not set(key) <= options or len(options) < 2 or not key:
        yield "correct must be a list of option ids, of two options or more"
    elif kind == "single" and len(key) != 1:
        yield "a single question has exactly one correct option"
    elif kind == "ordering" and (set(key) != options or len(key) != len(options)):
        yield "correct must put every option in order, once"
