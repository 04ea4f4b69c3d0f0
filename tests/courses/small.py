"""A small course for tests: two lessons and a test, in English and partly in Albanian."""

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from courses.catalogue.services import compile_course, publish_course, write_course
from courses.catalogue.services.publishing import about
from courses.syllabus import services as syllabus
from courses.syllabus.engine.words import Draft
from courses.syllabus.models import Course


def uid(*names: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(names)))


def text(code: str, name: str, en: str, sq: str = "") -> dict[str, Any]:
    block = {"uuid": uid(code, name), "kind": "text", "en": {"html": f"<p>{en}</p>"}}
    return block | ({"sq": {"html": f"<p>{sq}</p>"}} if sq else {})


def question(code: str) -> dict[str, Any]:
    options = {
        "a": {"text": "Sign at once.", "feedback": "Signing is not the first step."},
        "b": {"text": "Ask who examined the risk.", "feedback": "Yes, that comes first."},
    }
    return {
        "uuid": uid(code, "question"),
        "kind": "question",
        "type": "single",
        "competency": "safeguards",
        "law": ["eu-serbia.art-17"],
        "correct": ["b"],
        "en": {"stem": "What comes first?", "options": options},
    }


def lesson(code: str, key: str, *blocks: dict[str, Any], sq: str = "", rule: str = "viewed") -> dict[str, Any]:
    words = {"uuid": uid(code, key), "key": key, "minutes": 10, "rule": rule, "en": {"title": f"Lesson {key}"}}
    return words | {"blocks": list(blocks)} | ({"sq": {"title": sq}} if sq else {})


def document(code: str = "small") -> dict[str, Any]:
    return {
        "code": code,
        "uuid": uid(code),
        "level": "B",
        "en": {"title": f"Course {code}", "summary": "Know what comes first."},
        "sq": {"title": f"Kursi {code}", "summary": "Të dish çfarë vjen e para."},
        "modules": [
            {
                "uuid": uid(code, "module"),
                "key": "module",
                "en": {"title": "The module"},
                "sq": {"title": "Moduli"},
                "lessons": [
                    lesson(code, "one", text(code, "one-text", "First words", "Fjalët e para"), sq="Mësimi i parë"),
                    lesson(code, "two", text(code, "two-text", "Second words"), question(code)),
                ],
            }
        ],
        "test": {"uuid": uid(code, "test"), "key": f"{code}-test", "minutes": 20, "en": {"title": "The test"}},
    }


def written(course: dict[str, Any]) -> Any:
    return write_course(course, files=lambda _name: b"")


def published(course: dict[str, Any], impact: str = "minor") -> Any:
    page = written(course)
    publish_course(page=page, actor=None, impact=impact)
    return page


_compiled: dict[str, tuple[dict[str, Any], Draft]] = {}


def stands(course: dict[str, Any]) -> Course:
    """Published without its pages: compiled once a session, because a draft is nothing but values."""
    key = json.dumps(course)
    if key not in _compiled:
        with transaction.atomic():
            page = written(course)
            _compiled[key] = (about(page), compile_course(page).draft)
            transaction.set_rollback(True)
    known, draft = _compiled[key]
    syllabus.publish(code=course["code"], about=known, draft=draft, impact="minor")
    return Course.objects.get(code=course["code"])
