"""What rests on an agreement, as staff reads it: each case and lesson once, the places inside folded away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language

from portal.settings.languages import lang_mark
from simulations.agreements.registry import Citation
from simulations.agreements.words import CITING, Words
from simulations.engine.text import SOURCE_LOCALE, Text


@dataclass(frozen=True)
class Thing:
    """`lang` only where the title is not in the language of the page."""

    title: str
    lang: str
    kind: Words
    url: str
    places: tuple[Citation, ...]


def things(found: Iterable[Citation]) -> tuple[Thing, ...]:
    """By title, so that a case stands beside its published version."""
    page = get_language() or SOURCE_LOCALE
    by_thing = groupby(sorted(found, key=_identity), key=_identity)
    shown = (_thing(tuple(places), page) for _, places in by_thing)
    return tuple(sorted(shown, key=lambda thing: (thing.title, str(thing.kind))))


def _identity(one: Citation) -> tuple[str, str, tuple[str, ...]]:
    return one.kind, one.name, tuple(one.title.values())


def _thing(places: tuple[Citation, ...], page: str) -> Thing:
    first = places[0]
    # A page of a lesson has its title in its own language only.
    locale = next(iter(first.title)) if len(first.title) == 1 else Text(first.title).said_in(page)
    lang = lang_mark(locale, on=page)
    return Thing(first.title[locale], lang, CITING[first.kind], first.url, places)
