"""Reads the questions that authors write as data, and tells every problem at once."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from courses.assessment.engine.kinds import Kind, Matching, Multiple, Ordering, Single, TrueFalse
from courses.assessment.engine.standing import MARKS, Standing, standing

# What of a text carries ids, for each type; the first holds what a person chooses from or puts in order.
PARTS = {
    "single": ("options",),
    "multiple": ("options",),
    "true_false": ("options",),
    "matching": ("right", "left"),
    "ordering": ("items",),
}
# Where the key of each type is written.
KEYS = {"matching": "pairs", "ordering": "order"}
REQUIRED = ("uuid", "type", "competency", "rests_on", "mark")
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
        return standing_in(self.body)


def digest(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read_question(document: Document, *, locales: tuple[str, ...]) -> QuestionDocument:
    texts = {locale: dict(document[locale]) for locale in locales if locale in document}
    problems = list(_problems(document, texts))
    if problems:
        raise DocumentInvalid([f"{document.get('uuid', 'question without uuid')}: {each}" for each in problems])
    return QuestionDocument(uuid=str(document["uuid"]), body=_body(document), texts=texts)


def standing_in(body: Document) -> Standing:
    return standing(rests_on_value=body["rests_on"] != "principle", mark=body["mark"])


def as_kind(body: Document) -> Kind:
    """The engine's question from a version's neutral body."""
    parts, key = body["parts"], body["key"]
    match body["type"]:
        case "single":
            return Single(options=tuple(parts["options"]), right=key[0])
        case "multiple":
            return Multiple(options=tuple(parts["options"]), right=frozenset(key))
        case "true_false":
            return TrueFalse(right=key == ["true"])
        case "matching":
            return Matching(items=tuple(parts["left"]), targets=tuple(parts["right"]), pairs=key)
        case _:
            return Ordering(order=tuple(key))


def _body(document: Document) -> dict[str, Any]:
    kind, english = document["type"], document["en"]
    return {
        "type": kind,
        "parts": {part: list(english[part]) for part in PARTS[kind] if part in english},
        "key": document[KEYS.get(kind, "correct")],
        "points": document.get("points", 1),
        "competency": document["competency"],
        "law": list(document.get("law", ())),
        "rests_on": document["rests_on"],
        "mark": document["mark"],
        "lesson": document.get("lesson", ""),
        # Raised by the author when a new wording changes the meaning while ids and key stay.
        "revision": document.get("revision", 1),
    }


def _problems(document: Document, texts: dict[str, dict[str, Any]]) -> Iterator[str]:
    unusable = [f"{name} is missing" for name in REQUIRED if name not in document]
    if "en" not in texts:
        unusable.append("the English text is missing")
    if document.get("type", "single") not in PARTS:
        unusable.append(f"type {document['type']!r} is none of {', '.join(PARTS)}")
    if unusable:
        yield from unusable
        return
    yield from _text_problems(document["type"], texts)
    yield from _key_problems(document["type"], document.get(KEYS.get(document["type"], "correct")), texts["en"])
    yield from _standing_problems(document)


def _text_problems(kind: str, texts: dict[str, dict[str, Any]]) -> Iterator[str]:
    for locale, text in texts.items():
        if not text.get("stem"):
            yield f"{locale}: stem is missing"
        for part in PARTS[kind]:
            if set(text.get(part, ())) != set(texts["en"].get(part, ())):
                yield f"{locale}: {part} have other ids than in English"


def _key_problems(kind: str, key: Any, text: dict[str, Any]) -> Iterator[str]:
    offered = list(text.get(PARTS[kind][0], ()))
    if kind == "true_false":
        if key not in (["true"], ["false"]):
            yield 'correct must be ["true"] or ["false"]'
    elif kind == "matching":
        left = set(text.get("left", ()))
        if not isinstance(key, Mapping) or not left or set(key) != left or not set(key.values()) <= set(offered):
            yield "pairs must give each of left one of right"
    elif not isinstance(key, list) or not key or len(offered) < 2 or not set(key) <= set(offered):
        yield f"{KEYS.get(kind, 'correct')} must be a list of ids, out of two or more"
    elif kind == "single" and len(key) != 1:
        yield "a single question has exactly one correct option"
    elif kind == "ordering" and sorted(key) != sorted(offered):
        yield "order must hold every item once"


def _standing_problems(document: Document) -> Iterator[str]:
    if document["mark"] not in MARKS:
        yield f"mark {document['mark']!r} is none of {', '.join(MARKS)}"
    elif document.get("counts") and standing_in(document) is not Standing.COUNTS:
        yield "unreviewed_decides: it rests on a value that nobody has reviewed, so it cannot count"
    if document.get("points", 1) not in range(1, 11):
        yield "points must be a whole number from 1 to 10"
