"""Python source, line by line, and the functions it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any


class Source:
    """Lines at their depth. What is written here consists of numbers and our own names only."""

    def __init__(self, depth: int = 0) -> None:
        self.lines: list[str] = []
        self.depth = depth

    def put(self, *lines: str) -> None:
        self.lines += ["    " * self.depth + line for line in lines]

    def take(self, lines: Iterable[str]) -> None:
        self.put(*lines)

    @contextmanager
    def under(self, head: str) -> Iterator[None]:
        """The lines of one block; an empty one says `pass`. Nothing is written under `if False`."""
        if head in ("if False:", "elif False:"):
            kept = list(self.lines)
            yield
            self.lines = kept
            return
        if head == "if True:":
            yield
            return
        self.put(head)
        self.depth += 1
        before = len(self.lines)
        yield
        if len(self.lines) == before:
            self.put("pass")
        self.depth -= 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def become(self, names: Mapping[str, Any]) -> dict[str, Any]:
        scope = dict(names)
        exec(compile(self.text, "<case>", "exec"), scope)  # noqa: S102 - written above from numbers, never from a case's words
        return scope
