"""Putting an identity into the words of a case: the same case, the same logic, other people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, Protocol, TypeVar

from simulations.engine.calendar import DayTable
from simulations.engine.cast.drawing import Identity, draw
from simulations.engine.cast.filled import Filled, pattern_of
from simulations.engine.cast.placeholders import PLACEHOLDER, fill
from simulations.engine.cast.sayings import sayings
from simulations.engine.cast.schema import Cast
from simulations.engine.reference import Value
from simulations.engine.text import SOURCE_LOCALE, Text

_CASES_AT_HAND = 64


class Cased(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def cast(self) -> Cast: ...


T = TypeVar("T", bound=Cased)
Seams = Mapping[Any, Any]  # attribute, key or place in a row -> the seams below it; none are left at a line to fill


def prepared(case: T) -> T:
    """A case as it was read, its placeholders filled with the author's default identity."""
    if not case.cast:
        return case
    return dress(case, draw(case.cast, ""))


def dress(case: T, identity: Identity | None) -> T:
    """The case with these people in it; without an identity it stays in the default one."""
    if not case.cast or not identity:
        return case
    dressed: T = _Tailor(case.cast, identity).sewn(case, _seams_of(_Same(case)), SOURCE_LOCALE)
    return replace(dressed, sayings=sayings(case.cast, identity))


@dataclass(frozen=True, slots=True)
class _Tailor:
    cast: Cast
    identity: Identity

    def sewn(self, value: Any, seams: Seams, locale: str) -> Any:
        """Only what lies along the seams is made anew: cases in different clothes share the rest."""
        if isinstance(value, str):
            return self._line(value, locale)
        if isinstance(value, Text):
            lines = {spoken: self._line(value.by_locale[spoken], spoken) for spoken in seams["by_locale"]}
            return Text({**value.by_locale, **lines})
        # A line of a document is read in the language it is written in.
        read_in = getattr(value, "lang", "") or locale
        new = {name: self.sewn(part, seams[name], read_in) for name, part in _parts(value) if name in seams}
        if isinstance(value, Mapping):
            return {**value, **new}
        if isinstance(value, tuple):
            return tuple(new.get(place, item) for place, item in enumerate(value))
        return replace(value, **new)

    def _line(self, words: str, locale: str) -> Filled:
        pattern = pattern_of(words)
        return Filled(fill(pattern, self.cast, self.identity, locale), pattern)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A case that is told from others by being that very one: comparing two would read both."""

    case: Any

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case


@lru_cache(maxsize=_CASES_AT_HAND)
def _seams_of(one: _Same) -> Seams:
    """Found once for a case: looking through all of it takes longer than filling its lines."""
    return _seams(one.case) or {}


def _seams(value: Any) -> Seams | None:
    if isinstance(value, str):
        return {} if PLACEHOLDER.search(pattern_of(value)) else None
    below = {name: found for name, part in _parts(value) if (found := _seams(part)) is not None}
    return below or None


def _parts(value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, tuple):
        return enumerate(value)
    if is_dataclass(value) and not isinstance(value, DayTable | Value | Cast):
        return ((part.name, getattr(value, part.name)) for part in fields(value))
    return ()
