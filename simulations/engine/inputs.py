"""What a person filled in with an act, checked and put into the one shape the log keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from simulations.engine import forms, marks
from simulations.engine.conditions import holds
from simulations.engine.refusal import Refused
from simulations.engine.scenario import Act, Input, Scenario
from simulations.engine.state import State

LONGEST_TEXT = 5000
LONGEST_LINE = 300
MOST_MARKS = 100


def checked(
    scenario: Scenario, state: State, act: Act, given: Mapping[str, Any], *, judged: bool = False
) -> dict[str, Any]:
    """The inputs in canonical form, or Refused naming the first that is missing, unknown or invalid.

    `judged`: forms and marks come in the shape the log keeps, not as they were typed.
    """
    known = {item.key for item in act.inputs}
    for key in given:
        if key not in known:
            raise Refused("input_unknown", act=act.key, where=str(key)[:60])
    found = {}
    for item in act.inputs:
        value = given.get(item.key)
        if value is None or value in ("", [], {}):
            if item.required:
                raise Refused("input_missing", act=act.key, where=item.key)
            if item.kind not in _JUDGED:
                continue
        if item.kind in _JUDGED:
            found[item.key] = _JUDGED[item.kind](scenario, act, item, value, judged)
        else:
            found[item.key] = _CHECKS[item.kind](scenario, state, act, item, value)
    return found


def offered(scenario: Scenario, state: State, item: Input) -> tuple[str, ...]:
    """Keys of the options that can be chosen now."""
    return tuple(option.key for option in item.options if holds(option.when, scenario, state))


def can_be_answered(scenario: Scenario, state: State, act: Act) -> bool:
    """Whether each input that has to be filled in has an option left."""
    asked = (item for item in act.inputs if item.required and item.options)
    return all(any(holds(option.when, scenario, state) for option in item.options) for item in asked)


def _choice(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> str:
    if not isinstance(value, str) or value not in offered(scenario, state, item):
        raise Refused("input_invalid", act=act.key, where=item.key)
    return value


def _many(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> list[str]:
    options = offered(scenario, state, item)
    ticked = value if isinstance(value, list | tuple) else [value]
    if any(not isinstance(key, str) or key not in options for key in ticked):
        raise Refused("input_invalid", act=act.key, where=item.key)
    return [key for key in options if key in ticked]


def _date(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise Refused("input_invalid", act=act.key, where=item.key) from None


def _text(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> dict[str, Any]:
    """Own words stay outside the log: it keeps their number and, from the caller, a keyed digest."""
    if isinstance(value, str):
        _readable(act, item.key, value, LONGEST_TEXT)
    words, seal = _counted(value)
    if words < 0:
        raise Refused("input_invalid", act=act.key, where=item.key)
    if words < item.least_words:
        raise Refused("too_few_words", act=act.key, where=item.key)
    if item.most_words and words > item.most_words:
        raise Refused("too_long", act=act.key, where=item.key)
    return {"words": words, "digest": seal}


def _readable(act: Act, where: str, typed: str, longest: int) -> None:
    if len(typed) > longest:
        raise Refused("too_long", act=act.key, where=where)
    if any((char < " " and char not in "\t\r\n") or "\ud800" <= char <= "\udfff" for char in typed):
        raise Refused("not_text", act=act.key, where=where)


def _counted(value: Any) -> tuple[int, str]:
    """Number of words and their digest; -1 where the value is neither words nor their count."""
    if isinstance(value, str):
        return len(value.split()), ""
    words, seal = (value.get("words"), value.get("digest", "")) if isinstance(value, Mapping) else (None, "")
    if isinstance(words, int) and not isinstance(words, bool) and isinstance(seal, str):
        return words, seal[:128]
    return -1, ""


def _rows(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> dict[str, str]:
    options = offered(scenario, state, item)
    rows = [row.key for row in item.rows]
    if not isinstance(value, Mapping):
        raise Refused("input_invalid", act=act.key, where=item.key)
    for key, answer in value.items():
        if key not in rows or answer not in options:
            raise Refused("input_invalid", act=act.key, where=f"{item.key}.{str(key)[:60]}")
    if item.required and (missing := [row for row in rows if row not in value]):
        raise Refused("input_missing", act=act.key, where=f"{item.key}.{missing[0]}")
    return {row: value[row] for row in rows if row in value}


def _order(scenario: Scenario, state: State, act: Act, item: Input, value: Any) -> list[str]:
    options = offered(scenario, state, item)
    if not isinstance(value, list | tuple) or not all(isinstance(key, str) for key in value):
        raise Refused("input_invalid", act=act.key, where=item.key)
    for key in value:
        if key not in options:
            raise Refused("input_invalid", act=act.key, where=f"{item.key}.{key[:60]}")
    if len(set(value)) < len(value):
        raise Refused("input_invalid", act=act.key, where=item.key)
    if missing := [key for key in options if key not in value]:
        raise Refused("input_missing", act=act.key, where=f"{item.key}.{missing[0]}")
    return list(value)


def _form(scenario: Scenario, act: Act, item: Input, value: Any, judged: bool) -> dict[str, str]:
    """One word for each field. What was typed is looked at here and goes no further."""
    fields = scenario.forms[item.form].fields
    given = value or {}
    if not isinstance(given, Mapping):
        raise Refused("input_invalid", act=act.key, where=item.key)
    for key, typed in given.items():
        where = f"{item.key}.{str(key)[:60]}"
        if key not in fields:
            raise Refused("input_unknown", act=act.key, where=where)
        if not isinstance(typed, str) or (judged and typed not in forms.possible(fields[key])):
            raise Refused("input_invalid", act=act.key, where=where)
        _readable(act, where, typed, LONGEST_LINE)
    if judged:
        return {key: given.get(key, forms.judged(field, "")) for key, field in fields.items()}
    return forms.judge(scenario.forms[item.form], given)


def _marks(scenario: Scenario, act: Act, item: Input, value: Any, judged: bool) -> dict[str, list[str]]:
    document = scenario.documents[item.document]
    given = value.get("marks") if judged and isinstance(value, Mapping) else value or []
    if not isinstance(given, list | tuple) or not all(isinstance(mark, str) for mark in given):
        raise Refused("input_invalid", act=act.key, where=item.key)
    if len(given) > MOST_MARKS:
        raise Refused("too_long", act=act.key, where=item.key)
    places = {place for place, _ in marks.sheet(document).places}
    for mark in given:
        place, _, kind = mark.partition(":")
        if place not in places or kind not in marks.KINDS:
            raise Refused("input_invalid", act=act.key, where=f"{item.key}.{mark[:60]}")
    return marks.judged(document, given)


_CHECKS = {"choice": _choice, "many": _many, "date": _date, "text": _text, "table": _rows, "order": _order}
_JUDGED = {"form": _form, "marks": _marks}
INPUT_KINDS = (*_CHECKS, *_JUDGED)
