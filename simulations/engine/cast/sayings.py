"""How the people of a run may be written about inside it: their names, dates and numbers in all usual writings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from simulations.engine.cast import days, letters
from simulations.engine.cast.drawing import Identity
from simulations.engine.cast.schema import Cast, Member

_LOCALES = ("en", "sq", "bs", "mk", "sr-Cyrl", "sr-Latn")
_DATES = ("birth", "issued", "expires", "date")


def sayings(cast: Cast, identity: Identity) -> frozenset[str]:
    """What a guard may let pass in this run, and in no other."""
    people = identity["members"]
    return frozenset(words for member in cast.members.values() for words in _of(member, people[member.key]))


def _of(member: Member, drawn: dict[str, str]) -> Iterator[str]:
    if member.kind == "person":
        yield from _names(f"{drawn['given']} {drawn['surname']}", member.script)
    for key, value in drawn.items():
        if key in _DATES:
            yield from _days(member, date.fromisoformat(value))
        elif key == "number":
            yield value


def _names(full: str, script: str) -> Iterator[str]:
    yield full
    yield from (letters.cyrillic(full, script, into) for into in ("", "sr", "mk"))
    yield from (spell(full) for spell in (letters.plain, letters.german, letters.french, letters.english))


def _days(member: Member, day: date) -> Iterator[str]:
    yield from _written(day)
    if member.days and member.days.can_be_swapped:
        yield from _written(days.swapped(day))


def _written(day: date) -> Iterator[str]:
    yield from (days.dotted(day), f"{day.day}.{day.month}.{day.year}", day.isoformat(), days.icao(day))
    yield from (days.in_words(day, locale) for locale in _LOCALES)
