"""Typed access to a file's values that notes every problem with its place and carries on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar

from simulations.engine.problems import Problem
from simulations.engine.reference import Reference
from simulations.engine.source import Path, Source, spell
from simulations.engine.text import NO_TEXT, SOURCE_LOCALE, Text
from simulations.engine.tokens import TOKEN, TokenUnknown, resolved, tokens_in

T = TypeVar("T")
MOST = 100_000
KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
LEGAL_NUMBER = re.compile(
    r"\b\d+\s+(?:(?:calendar|working|open)\s+days?|months?|ditë\s+(?:pune|kalendarike)|muaj"
    r"|(?:radnih|kalendarskih)\s+dana|mjesec\w*|mesec\w*|(?:работни|календарски|радних|календарских)\s+дан\w*"
    r"|месец\w*)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Book:
    """One file being read: its problems so far, and the keys that references may name."""

    source: Source
    reference: Reference
    keys: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)  # legal values, of whatever pack

    @property
    def falls_to(self) -> str:
        """The ending that time brings, the only one without a condition; empty when the file names none."""
        named = self.source.value.get("falls_to") if isinstance(self.source.value, Mapping) else None
        return named if isinstance(named, str) and named in self.keys.get("endings", ()) else ""

    @property
    def packs(self) -> set[str]:
        """The agreement and the further packs that the file names."""
        head = self.source.value if isinstance(self.source.value, Mapping) else {}
        also = head.get("also")
        return {str(head.get("pack")), *(str(name) for name in (also if isinstance(also, list) else ()))}

    def where(self, path: Path) -> str:
        line = self._line(path)
        return f"{spell(path)} (line {line})" if line else spell(path)

    def _line(self, path: Path) -> int | None:
        """Of what is missing the line of what it is missing from; a key of the file itself has none."""
        given = path
        while given and given not in self.source.lines:
            given = given[:-1]
        return self.source.lines.get(given) if given or not path else None


@dataclass(frozen=True, slots=True)
class Place:
    """One value of the file, or a missing one (None), and where it stands."""

    book: Book
    path: Path
    value: Any

    def problem(self, code: str, message: str) -> None:
        self.book.problems.append(Problem(code, self.book.where(self.path), message))

    @property
    def is_given(self) -> bool:
        return self.value is not None

    def get(self, key: str) -> Place:
        value = self.value.get(key) if isinstance(self.value, Mapping) else None
        return Place(self.book, (*self.path, key), value)

    def only(self, *keys: str) -> Place:
        """Name every key that means nothing here: a mistyped key must not be lost in silence."""
        if self.is_given and not isinstance(self.value, Mapping):
            self.problem("wrong_type", "expected keys with values")
        for key in self.value if isinstance(self.value, Mapping) else ():
            if key not in keys:
                self.get(key).problem("unknown_key", f"“{key}” means nothing here; known: {', '.join(keys)}")
        return self

    def entries(self) -> Iterator[tuple[str, Place]]:
        if self.is_given and not isinstance(self.value, Mapping):
            self.problem("wrong_type", "expected keys with values")
        for key in self.value if isinstance(self.value, Mapping) else ():
            yield key, self.get(key)

    def items(self) -> Iterator[Place]:
        if self.is_given and not isinstance(self.value, list):
            self.problem("wrong_type", "expected a list")
        for index, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Place(self.book, (*self.path, index), value)

    def each(self, build: Callable[[str, Place], T]) -> dict[str, T]:
        """One thing for each key; a key is a plain word, for it stands in addresses and in logs."""
        for key, place in self.entries():
            if not KEY.fullmatch(key):
                place.problem("bad_key", f"“{key[:40]}”: a key is made of letters a to z, digits, - and _")
        return {key: build(key, place) for key, place in self.entries()}

    def word(self, default: str | None = None) -> str:
        if self.value is None and default is not None:
            return default
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return str(self.value)
        if isinstance(self.value, str) and self.value:
            return self.value
        self._expected("a word")
        return default or ""

    def number(self, default: int | None = None) -> int:
        if self.value is None and default is not None:
            return default
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            if abs(self.value) <= MOST:
                return self.value
            self.problem("too_large", f"{self.value} is beyond any honest number here")
            return 0
        self._expected("a whole number")
        return default or 0

    def flag(self, *, default: bool) -> bool:
        if self.value is None:
            return default
        if not isinstance(self.value, bool):
            self.problem("wrong_type", "expected true or false")
            return default
        return self.value

    def one_of(self, options: Collection[str], default: str | None = None) -> str:
        word = self.word(default)
        if word and word not in options:
            self.problem("not_offered", f"“{word}” is not one of: {', '.join(options)}")
            return default or next(iter(options), "")
        return word

    def ref(self, kind: str) -> str:
        """A key that must exist among the entries of this kind."""
        word = self.word()
        if word and word not in self.book.keys.get(kind, ()):
            self.problem(f"unknown_{kind}", f"“{word}” is not defined under {kind}")
        elif kind == "values":
            self._note_used(word)
        return word

    def _note_used(self, *tokens: str) -> None:
        """A value comes from a pack that the head of the file names."""
        self.book.used.update(tokens)
        for token in tokens:
            pack = token.partition(".")[0]
            if token in self.book.reference.values and pack not in self.book.packs:
                self.problem("pack_not_named", f"“{token}” is a value of “{pack}”: name that pack under “also”")

    def each_or_one(self) -> Iterator[Place]:
        """The places of a list, or the one that is given without a list."""
        if isinstance(self.value, list):
            yield from self.items()
        elif self.is_given:
            yield self

    def words(self) -> tuple[str, ...]:
        """One word or a list of words."""
        return tuple(place.word() for place in self.each_or_one())

    def date(self) -> date:
        return self._parsed(date.fromisoformat, "a date like 2026-04-02", date(1, 1, 1))

    def time(self) -> time:
        return self._parsed(time.fromisoformat, "a time like 09:00", time(0))

    def moment(self) -> datetime:
        empty = datetime.combine(date(1, 1, 1), time(0))
        found = self._parsed(datetime.fromisoformat, "a moment like 2026-04-02T10:40", empty)
        if found.tzinfo is not None:
            self.problem("wrong_type", "case time has no zone")
        return found.replace(tzinfo=None)

    def text(self, *, required: bool = False) -> Text:
        """Words by locale; a bare string is the source language. Tokens become values with their mark."""
        if self.value is None:
            if required:
                self.problem("no_text", "the words are missing")
            return NO_TEXT
        given = {SOURCE_LOCALE: self.value} if isinstance(self.value, str) else self.value
        if not isinstance(given, Mapping) or not all(isinstance(words, str) for words in given.values()):
            self.problem("wrong_type", "expected words, or words by locale")
            return NO_TEXT
        if not str(given.get(SOURCE_LOCALE, "")).strip():
            self.problem("no_text", f"no words in the source language ({SOURCE_LOCALE})")
        return Text({locale: self._resolved(words, locale) for locale, words in given.items()})

    def _resolved(self, words: str, locale: str) -> str:
        if typed := LEGAL_NUMBER.search(TOKEN.sub("", words)):
            self.problem("number_typed", f"“{typed[0]}” is a legal number; cite the value of a pack instead")
        self._note_used(*tokens_in(words))
        try:
            return resolved(words.strip(), self.book.reference.values, locale)
        except TokenUnknown as unknown:
            self.problem("unknown_value", f"no agreement pack defines “{unknown.token}”")
            return words

    def _parsed(self, parse: Callable[[str], T], what: str, default: T) -> T:
        try:
            return parse(self.word())
        except ValueError:
            if self.is_given:
                self.problem("wrong_type", f"expected {what}")
            return default

    def _expected(self, what: str) -> None:
        if self.is_given:
            self.problem("wrong_type", f"expected {what}")
        else:
            self.problem("missing", f"expected {what}, found nothing")
