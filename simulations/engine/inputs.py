"""What a person filled in with an act, checked and put into the one shape the log keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from simulations.engine.conditions import holds
from simulations.engine.refusal import Refused
from simulations.engine.scenario import Act, Input, Scenario
from simulations.engine.state import State

LONGEST_TEXT = 5000


def checked(scenario: Scenario, state: State, act: Act, given: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs in canonical form, or Refused naming the first that is missing, unknown or invalid."""
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
            continue
        found[item.key] = _CHECKS[item.kind](scenario, state, act, item, value)
    return found


def offered(scenario: Scenario, state: State, item: Input) -> tuple[str, ...]:
    """Keys of the options that can be chosen now."""
    return tuple(option.key for option in item.options if holds(option.when, scenario, state))


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
    words, seal = _counted(value)
    if words < 0:
        raise Refused("input_invalid", act=act.key, where=item.key)
    if words < item.least_words:
        raise Refused("too_few_words", act=act.key, where=item.key)
    return {"words": words, "digest": seal}


def _counted(value: Any) -> tuple[int, str]:
    """Number of words and their digest; -1 where the value is neither words nor their count."""
    if isinstance(value, str) and len(value) <= LONGEST_TEXT:
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


_CHECKS = {"choice": _choice, "many": _many, "date": _date, "text": _text, "table": _rows}
INPUT_KINDS = tuple(_CHECKS)
