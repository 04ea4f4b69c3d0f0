"""A file checked by the engine, and for what it cannot know: whose data a text holds, whose side a pack binds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import override

from portal.guard.api import check, name_of
from simulations.agreements.api import packs
from simulations.engine.check.report import Limits, Report, check_file
from simulations.engine.problems import Problem, ScenarioInvalid, warning
from simulations.engine.reference import Reference
from simulations.engine.source import Path, Source, read, spell
from simulations.engine.text import SOURCE_LOCALE

_NOT_TYPED = re.compile(r"\{[^{}]*\}|\[\[[^\[\]]*\]\]")  # drawn for each run, or said by a pack
_OF_PERSONS = ("name_", "birth_")  # a case is about somebody: names and days are looked at, and refuse nothing


def examine(raw: bytes | str | Source, reference: Reference, *, key: str, limits: Limits) -> Report:
    """The engine's report with the problems of this house; never raises for what is in the file."""
    try:
        source = raw if isinstance(raw, Source) else read(raw)
    except ScenarioInvalid as invalid:
        return Report(key, invalid.problems)
    report = check_file(source, reference, key=key, limits=limits)
    found = tuple(_found(source))
    return replace(
        report,
        problems=(*report.problems, *(item for item in found if item.refuses)),
        warnings=(*report.warnings, *(item for item in found if not item.refuses)),
    )


def _found(source: Source) -> Iterator[Problem]:
    if isinstance(source.value, dict):
        yield from _sides(source, source.value)
        for path, words in _texts(source.value, ()):
            yield from _personal(source, path, words)


def _sides(source: Source, case: dict[str, Any]) -> Iterator[Problem]:
    """Who is asked to take somebody back is the side that the agreement binds."""
    bound = {pack.key: pack.requested for pack in packs() if pack.requested}
    asked, named = case.get("requested"), bound.get(str(case.get("pack")))
    if named and asked != named and asked in bound.values():
        words = f"“{case['pack']}” binds {named}, and {asked} is asked to reply: name the one that is meant"
        yield Problem("side_of_another_pack", _where(source, ("requested",)), words)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every line of the file but those of the cast, whose numbers the engine looks at."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            if path or key != "cast":
                yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))


def _personal(source: Source, path: Path, words: str) -> Iterator[Problem]:
    for kind in check(_NOT_TYPED.sub(" ", words)).kinds:
        with override(SOURCE_LOCALE):
            name = name_of(kind)
        said = f"{name}: it may be somebody’s; take a value of the cast, or what is plainly invented"
        yield (warning if kind.startswith(_OF_PERSONS) else Problem)("personal_data", _where(source, path), said)


def _where(source: Source, path: Path) -> str:
    line = source.lines.get(path)
    return f"{spell(path)} (line {line})" if line else spell(path)
