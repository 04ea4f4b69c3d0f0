"""Which logic a run was played on: a hash over everything that decides, and nothing that is only said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any

from simulations.engine.calendar import DayTable
from simulations.engine.cast.filled import pattern_of
from simulations.engine.reference import Value
from simulations.engine.scenario import Scenario
from simulations.engine.text import Text

SEMANTICS = 4  # raised when the engine decides the same case differently
_NOT_LOGIC = {"logic_hash", "sayings", "models", "questions", "drafted"}


def logic_hash(scenario: Scenario) -> str:
    """Same hash, same play: a corrected typo or a new translation does not change it."""
    return _digest([SEMANTICS, _logic(scenario)])


def text_hash(scenario: Scenario, locale: str) -> str:
    return _digest(_words(scenario, locale))


def logic_of(part: Any, *, without: tuple[str, ...] = ()) -> Any:
    """One part of a case as plain values without its words."""
    return {f.name: _logic(getattr(part, f.name)) for f in fields(part) if f.name not in without}


def _digest(value: Any) -> str:
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _logic(value: Any) -> Any:
    match value:
        case Text():
            return None
        case str():
            return pattern_of(value)
        case Value():
            return [value.token, value.number, value.unit, value.mark.value]
        case DayTable():
            return [value.jurisdiction, sorted(day.isoformat() for day in value.closed)]
        case Mapping():
            return {str(key): _logic(item) for key, item in value.items()}
        case frozenset():
            return sorted(_logic(item) for item in value)
        case list() | tuple():
            return [_logic(item) for item in value]
        case date() | time():
            return value.isoformat()
        case _ if is_dataclass(value) and not isinstance(value, type):
            left_out = _NOT_LOGIC | {"key"} if isinstance(value, Scenario) else {"waived"}
            names = [f.name for f in fields(value) if f.name not in left_out]
            return [type(value).__name__, {name: _logic(getattr(value, name)) for name in names}]
        case _:
            return value


def _words(value: Any, locale: str) -> Any:
    match value:
        case Text():
            return pattern_of(value.by_locale.get(locale, ""))
        case Mapping():
            return {str(key): _words(item, locale) for key, item in value.items()}
        case list() | tuple():
            return [_words(item, locale) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return [_words(getattr(value, f.name), locale) for f in fields(value)]
        case _:
            return None
