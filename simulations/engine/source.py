"""A YAML or JSON file as plain values, with the line of every place. A hostile file gives problems, no crash.

Built from the parser's events without recursion. Plain words stay words ("no" is not false). Aliases are
refused because they can unfold without bound, and so are files beyond any honest size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from simulations.engine.problems import Problem, ScenarioInvalid

MOST_BYTES = 1_000_000
MOST_DEPTH = 30
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?\d{1,15}")
_NO_ALIASES = "anchors and aliases are not used in cases: write it out"
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Source:
    value: Any
    lines: dict[Path, int]
    problems: list[Problem] = field(default_factory=list)


def read(raw: bytes | str) -> Source:
    """The file's values; ScenarioInvalid when it is not one readable document."""
    if len(raw) > MOST_BYTES:
        raise ScenarioInvalid([Problem("too_large", "file", f"larger than {MOST_BYTES} bytes")])
    text = _decoded(raw)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise ScenarioInvalid([*builder.problems, _syntax(error)]) from None
    if builder.is_empty:
        raise ScenarioInvalid([Problem("empty", "file", "the file holds nothing")])
    return Source(builder.root, builder.lines, [*builder.problems, *builder.anchors])


def _decoded(raw: bytes | str) -> str:
    try:
        text = raw.decode("utf-8") if isinstance(raw, bytes) else raw
        text.encode("utf-8")
    except UnicodeError:
        raise ScenarioInvalid([Problem("not_text", "file", "not a UTF-8 text file")]) from None
    if "\0" in text:
        raise ScenarioInvalid([Problem("not_text", "file", "holds NUL characters: not a text file")])
    return text


def _syntax(error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "not readable as YAML"
    return Problem("syntax", f"line {mark.line + 1}" if mark else "file", str(what))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Builder:
    """Puts events together on a stack of open containers."""

    def __init__(self) -> None:
        self.root: Any = None
        self.is_empty = True
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.anchors: list[Problem] = []  # that nothing refers to
        self._open: list[tuple[Any, Path]] = []
        self._key: list[str | None] = []

    def take(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            self.anchors.append(Problem("alias", f"line {_line(event)}", _NO_ALIASES))
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start({}, event)
            case yaml.SequenceStartEvent():
                self._start([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._key.pop()
            case yaml.AliasEvent():
                self._stop("alias", event, _NO_ALIASES)
            case yaml.DocumentStartEvent() if not self.is_empty:
                self._stop("two_documents", event, "one file holds one case")

    def _stop(self, code: str, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(code, f"line {_line(event)}", message))
        raise ScenarioInvalid(self.problems)

    def _start(self, container: Any, event: yaml.Event) -> None:
        if len(self._open) >= MOST_DEPTH:
            self._stop("too_deep", event, f"nested deeper than {MOST_DEPTH} levels")
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self._stop("key_not_a_word", event, "a key must be a plain word")
        path = self._place(container, event)
        self._open.append((container, path))
        self._key.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self._key[-1] = event.value
            table, path = self._open[-1]
            if event.value in table:
                where = f"{spell((*path, event.value))} (line {_line(event)})"
                self.problems.append(Problem("duplicate_key", where, f"“{event.value}” is given twice"))
            self.lines[(*path, event.value)] = _line(event)
            return
        self._place(_plain(event), event)

    def _place(self, value: Any, event: yaml.Event) -> Path:
        self.is_empty = False
        if not self._open:
            path: Path = ()
            self.root = value
        else:
            container, above = self._open[-1]
            if isinstance(container, dict):
                key = str(self._key[-1])
                container[key] = value
                self._key[-1] = None
                path = (*above, key)
            else:
                container.append(value)
                path = (*above, len(container) - 1)
        self.lines.setdefault(path, _line(event))  # a value stands where its key stands
        return path


def _plain(event: yaml.ScalarEvent) -> Any:
    if event.style in ("'", '"', "|", ">"):
        return event.value
    if event.value in _CONSTANTS:
        return _CONSTANTS[event.value]
    return int(event.value) if _NUMBER.fullmatch(event.value) else event.value


def spell(path: Path) -> str:
    """acts.search.rules[2].when"""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return words.lstrip(".") or "file"
