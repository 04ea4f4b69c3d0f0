"""What stands between braces: {man.surname.cyr}. Which member, which of its values, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulations.engine.cast import days, letters, names
from simulations.engine.cast.drawing import Identity
from simulations.engine.cast.schema import Cast, Member
from simulations.engine.mrz import plain as mrz_plain

PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_-]+)((?:\.[a-z0-9_]+)+)\}")
ATTRIBUTES = {
    "person": ("full", "given", "surname", "birth", "age", "place", "number"),
    "paper": ("number", "issued", "expires"),
    "place": ("name",),
    "date": ("date",),
}
_IN_CYRILLIC = ("mk", "sr-Cyrl", "cnr-Cyrl")


class PlaceholderUnknown(ValueError):
    """Says which part of the placeholder means nothing here."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the Latin letters of its own language."""

    words: str
    script: str


@dataclass(frozen=True, slots=True)
class Number:
    signs: str


Value = Name | Number | date | str
Way = Callable[[Any, str], Value]


def fill(pattern: str, cast: Cast, identity: Identity, locale: str = "en") -> str:
    """The line with every placeholder said in this identity, for readers of this locale."""
    return PLACEHOLDER.sub(lambda found: _said(found, cast, identity, locale), pattern)


def _said(found: re.Match[str], cast: Cast, identity: Identity, locale: str) -> str:
    attribute, *ways = found[2].lstrip(".").split(".")
    member = cast.members.get(found[1])
    if member is None:
        raise PlaceholderUnknown(f"“{found[1]}” is not in the cast")
    if attribute not in ATTRIBUTES[member.kind]:
        raise PlaceholderUnknown(f"a {member.kind} has no “{attribute}”, but {', '.join(ATTRIBUTES[member.kind])}")
    value = _value(member, attribute, identity, cast)
    for way in ways:
        value = _written(value, way, locale)
    return _as_text(value, locale)


def _value(member: Member, attribute: str, identity: Identity, cast: Cast) -> Value:
    drawn: Mapping[str, str] = identity["members"][member.key]
    match attribute:
        case "full":
            return Name(f"{drawn['given']} {drawn['surname']}", member.script)
        case "given" | "surname" | "place" | "name":
            return Name(drawn[attribute], member.script)
        case "number":
            return Number(drawn["number"])
        case "age":
            return str(days.age(date.fromisoformat(drawn["birth"]), cast.on))
    return date.fromisoformat(drawn[attribute])


def _written(value: Value, way: str, locale: str) -> Value:
    known = _WAYS[type(value)]
    if way not in known:
        raise PlaceholderUnknown(f"nothing is written “.{way}” here; known: {', '.join(known) or 'nothing'}")
    return known[way](value, locale)


def _as_text(value: Value, locale: str) -> str:
    match value:
        case Name():
            return _cyrillic(value, locale) if locale in _IN_CYRILLIC else value.words
        case Number():
            return value.signs
        case date():
            return days.dotted(value)
    return value


def _cyrillic(name: Name, locale: str) -> str:
    return letters.cyrillic(name.words, name.script, locale.split("-")[0])


def _twin(name: Name, locale: str) -> Name:
    other = names.twin(name.words)
    if not other:
        raise PlaceholderUnknown(f"“{name.words}” has no twin: name the place Novi …, Gornji …, Veliki …")
    return Name(other, name.script)


def _off(number: Number, locale: str) -> Number:
    """The last but one digit is another one."""
    digits = [place for place, sign in enumerate(number.signs) if sign.isdigit()]
    if len(digits) < 2:
        raise PlaceholderUnknown(f"“{number.signs}” is too short to have one digit off")
    at = digits[-2]
    other = (int(number.signs[at]) + 3) % 10
    return Number(f"{number.signs[:at]}{other}{number.signs[at + 1 :]}")


def _name_way(spell: Callable[[str], str]) -> Way:
    return lambda name, locale: spell(name.words)


def _date_way(write: Callable[[date], Value]) -> Way:
    return lambda day, locale: write(day)


_WAYS: Mapping[type, Mapping[str, Way]] = {
    Name: {
        "cyr": _cyrillic,
        "latin": _name_way(str),
        "plain": _name_way(letters.plain),
        "de": _name_way(letters.german),
        "fr": _name_way(letters.french),
        "en": _name_way(letters.english),
        "mrz": _name_way(mrz_plain),
        "twin": _twin,
        "misspelt": lambda name, locale: Name(letters.misspelt(name.words), name.script),
        "letter": lambda name, locale: Name(letters.one_letter_off(name.words), name.script),
        "short": lambda name, locale: Name(letters.short(name.words), name.script),
        "upper": lambda name, locale: _as_text(name, locale).upper(),
    },
    Number: {"off": _off},
    date: {
        "iso": _date_way(date.isoformat),
        "words": days.in_words,
        "day": days.day_and_month,
        "month": days.month,
        "icao": _date_way(days.icao),
        "six": _date_way(lambda day: day.strftime("%y%m%d")),
        "mmdd": _date_way(lambda day: day.strftime("%m%d")),
        "year": _date_way(lambda day: str(day.year)),
        "swapped": _date_way(days.swapped),
        "year_later": _date_way(lambda day: days.years_later(day, 1)),
    },
    str: {"upper": lambda words, locale: words.upper()},
}
