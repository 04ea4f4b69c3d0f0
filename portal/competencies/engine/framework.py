"""The framework: levels, and competencies with what a person can do at each level."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FRAMEWORK = Path(__file__).resolve().parent.parent / "framework.yaml"


@dataclass(frozen=True, slots=True)
class Level:
    key: str
    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Competency:
    key: str
    name: str
    statement: str
    codes: tuple[str, ...]
    can_do: Mapping[str, str]  # level key -> a sentence


@cache
def levels(locale: str) -> tuple[Level, ...]:
    return tuple(Level(row["key"], _in(row["name"], locale), _in(row["means"], locale)) for row in _read()["levels"])


@cache
def competencies(locale: str) -> tuple[Competency, ...]:
    return tuple(
        Competency(
            key=row["key"],
            name=_in(row["name"], locale),
            statement=_in(row["statement"], locale),
            codes=tuple(row["codes"]),
            can_do={level: _in(texts, locale) for level, texts in row["can_do"].items()},
        )
        for row in _read()["competencies"]
    )


@cache
def _read() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(FRAMEWORK.read_text(encoding="utf-8"))
    return document


def _in(texts: Mapping[str, str], locale: str) -> str:
    return texts.get(locale) or texts["en"]
