"""Putting an identity into the words of a case: the same case, the same logic, other people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, ClassVar, Protocol, TypeVar

from simulations.engine.calendar import DayTable
from simulations.engine.cast.drawing import Identity, draw
from simulations.engine.cast.filled import Filled
from simulations.engine.cast.placeholders import PLACEHOLDER, fill
from simulations.engine.cast.sayings import sayings
from simulations.engine.cast.schema import Cast
from simulations.engine.reference import Value
from simulations.engine.text import Text


class Cased(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def cast(self) -> Cast: ...


T = TypeVar("T", bound=Cased)
Sew = Callable[[str, str], str]  # words or a filled line, and the locale it is read in


def prepared(case: T) -> T:
    """A case as it was read, its placeholders filled with the author's default identity."""
    if not case.cast:
        return case
    return dress(case, draw(case.cast, ""))


def dress(case: T, identity: Identity | None) -> T:
    """The case with these people in it; without an identity it stays in the default one."""
    if not case.cast or not identity:
        return case
    return replace(_Dresser(case.cast, identity).over(case), sayings=sayings(case.cast, identity))


@dataclass(frozen=True, slots=True)
class _Dresser:
    cast: Cast
    identity: Identity

    def over(self, case: T) -> T:
        dressed: T = self._value(case, "en")
        return dressed

    def _value(self, value: Any, locale: str) -> Any:
        """The same object where nothing in it is filled: cases in different clothes share the rest."""
        match value:
            case str():
                return self._line(value, locale)
            case Text():
                return _changed(value, {"by_locale": self._texts(value.by_locale)})
            case Mapping():
                return self._table(value, locale)
            case tuple():
                row = tuple(self._value(item, locale) for item in value)
                return row if any(new is not old for new, old in zip(row, value, strict=True)) else value
            case DayTable() | Value() | Cast():
                return value
            case _ if is_dataclass(value):
                return self._parts(value, locale)
        return value

    def _line(self, words: str, locale: str) -> str:
        pattern = words.pattern if isinstance(words, Filled) else words
        if not PLACEHOLDER.search(pattern):
            return words
        said = fill(pattern, self.cast, self.identity, locale)
        return words if isinstance(words, Filled) and words == said else Filled(said, pattern)

    def _texts(self, by_locale: Mapping[str, str]) -> Mapping[str, str]:
        said = {locale: self._line(words, locale) for locale, words in by_locale.items()}
        return said if any(said[locale] is not words for locale, words in by_locale.items()) else by_locale

    def _table(self, table: Mapping[Any, Any], locale: str) -> Mapping[Any, Any]:
        new = {key: self._value(item, locale) for key, item in table.items()}
        return new if any(new[key] is not item for key, item in table.items()) else table

    def _parts(self, value: Any, locale: str) -> Any:
        """A line of a document is read in the language it is written in."""
        read_in = getattr(value, "lang", "") or locale
        return _changed(value, {part.name: self._value(getattr(value, part.name), read_in) for part in fields(value)})


def _changed(value: Any, parts: dict[str, Any]) -> Any:
    new = {name: part for name, part in parts.items() if part is not getattr(value, name)}
    return replace(value, **new) if new else value
