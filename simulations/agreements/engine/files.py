"""The files of packs and day tables, read as strictly as cases are: nothing is lost, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.reader import Book, Place
from simulations.engine.reference import Reference
from simulations.engine.source import read
from simulations.engine.text import NO_TEXT, SOURCE_LOCALE, Text


class FileInvalid(Exception):
    """A file in the repository that cannot be trusted: raised at load, caught by nobody but tests."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{name}: " + "; ".join(f"{item.where}: {item.message}" for item in self.problems))


def opened(path: Path) -> Place:
    """The whole file as one place; what is wrong so far is noted in its book."""
    try:
        source = read(path.read_bytes())
    except ScenarioInvalid as invalid:
        raise FileInvalid(path.name, invalid.problems) from invalid
    book = Book(source, Reference())
    book.problems.extend(source.problems)
    place = Place(book, (), source.value)
    if not isinstance(source.value, Mapping):
        place.problem("wrong_type", "expected keys with values")
        raise FileInvalid(path.name, book.problems)
    return place


def refuse_if_wrong(path: Path, place: Place) -> None:
    if place.book.problems:
        raise FileInvalid(path.name, place.book.problems)


def words(place: Place, *, required: bool = True) -> Text:
    """Words by locale. Unlike in a case a legal number may stand here: this is where it comes from."""
    if place.value is None:
        if required:
            place.problem("no_text", "the words are missing")
        return NO_TEXT
    given = place.value
    if not isinstance(given, Mapping) or not all(isinstance(said, str) for said in given.values()):
        place.problem("wrong_type", "expected words by locale")
        return NO_TEXT
    if not str(given.get(SOURCE_LOCALE, "")).strip():
        place.problem("no_text", f"no words in the source language ({SOURCE_LOCALE})")
    return Text({locale: said.strip() for locale, said in given.items()})


def iso_day(place: Place) -> str:
    """A day as it is written, or nothing."""
    return place.date().isoformat() if place.is_given else ""


def day_keys(place: Place) -> dict[date, str]:
    """Days with the name each has."""
    found = {}
    for key, item in place.entries():
        try:
            found[date.fromisoformat(key)] = item.word()
        except ValueError:
            item.problem("wrong_type", f"“{key[:40]}” is no day like 2026-04-02")
    return found
