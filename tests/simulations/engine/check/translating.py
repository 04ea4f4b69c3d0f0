"""A case said in a second language, word by word, so that nothing is missing in it."""

from __future__ import annotations

from typing import Any

from tests.simulations.engine.check.planting import Case


def translate(case: Case) -> None:
    """Every text of the author in a second language."""
    for name in ("title", "summary"):
        case[name] = _said(case[name])
    _translate(case)


_TEXTS = {
    *("title", "label", "detail", "sees", "hint", "text", "because", "feedback", "also", "kept", "breached", "risk"),
    *("untested", "subject", "body", "what", "duty", "name", "aim", "setting", "assume", "clock", "notice", "about"),
    *("column", "answer", "model_answer", "look_again", "excess", "sensitive", "issuer"),
}
_TABLES = {"jurisdictions", "competencies", "particulars", "options", "rows", "blocks"}
_LISTS = {"questions", "criteria"}


def _translate(part: Any) -> None:
    for name, value in list(part.items()) if isinstance(part, dict) else enumerate(part):
        if isinstance(part, dict) and name in _TABLES and isinstance(value, dict):
            for key, text in value.items():
                value[key] = {**text, "text": _said(text["text"])} if _is_option(text) else _said(text)
        elif isinstance(part, dict) and name in _LISTS and isinstance(value, list):
            part[name] = [_said(text) for text in value]
        elif isinstance(part, dict) and name in _TEXTS and _is_words(value):
            if name != "subject" or "body" in part:
                part[name] = _said(value)
        elif isinstance(value, dict | list) and name != "models":
            _translate(value)
    if isinstance(part, dict) and _is_words(part.get("also")):
        part["also"] = _said(part["also"])


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "en" in value)


def _is_option(value: Any) -> bool:
    return isinstance(value, dict) and "text" in value


def _said(words: Any) -> dict[str, str]:
    given = {"en": words} if isinstance(words, str) else dict(words)
    return {**given, "sq": "Shqip: " + given["en"]}
