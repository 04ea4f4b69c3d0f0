"""Who rests on a value. The rooms above say so themselves: this room cannot know them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """`kind` is what cites (case, version, course, lesson), `name` which one, `where` the place inside it.

    `title` by locale and the address of its page are for readers; what has no page has no address.
    """

    token: str
    kind: str
    name: str
    where: str
    title: Mapping[str, str] = field(default_factory=dict, compare=False)
    url: str = field(default="", compare=False)


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
