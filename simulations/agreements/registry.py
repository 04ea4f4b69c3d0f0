"""Who rests on a value. The rooms above say so themselves: this room cannot know them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """`kind` is what cites (case, lesson), `name` what a person calls it, `where` the place inside it."""

    token: str
    kind: str
    name: str
    where: str


# Given the tokens in question, each finder answers with the places that rest on one of them.
Finder = Callable[[frozenset[str]], Iterable[Citation]]
_finders: list[Finder] = []


def finds_citations(finder: Finder) -> Finder:
    """A decorator for `receivers.py` of a room above."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def citations(tokens: frozenset[str]) -> tuple[Citation, ...]:
    """Everything that rests on one of these values, in order, each once."""
    return tuple(sorted({found for finder in _finders for found in finder(tokens)}))
