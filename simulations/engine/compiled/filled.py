"""Forms and marked pages, one of each kind that conditions tell apart, as the log keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from simulations.engine import forms, marks
from simulations.engine.atoms import InputCount, InputIs, MarksFalse, MarksFound
from simulations.engine.conditions import Atom
from simulations.engine.forms import Form, FormField
from simulations.engine.scenario import Document


def filled(form: Form, key: str, about: Sequence[Atom]) -> Iterator[dict[str, str]]:
    """Fields that no condition names are alike: only how many of them have which word can matter."""
    counts = [atom for atom in about if isinstance(atom, InputCount)]
    by_name = {
        name: [a for a in about if isinstance(a, InputIs) and a.input == f"{key}.{name}"] for name in form.fields
    }
    heaps: list[list[dict[str, str]]] = []
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, item in form.fields.items():
        if by_name[name]:
            heaps.append([{name: word} for word in _words(item, [*by_name[name], *counts])])
        else:
            alike.setdefault(tuple(_words(item, counts)), []).append(name)
    heaps += [list(_shared(names, words)) for words, names in alike.items()]
    for chosen in product(*heaps):
        found: dict[str, str] = {}
        for part in chosen:
            found |= part
        yield {name: found[name] for name in form.fields}


def _words(item: FormField, atoms: Sequence[Atom]) -> list[str]:
    """The words of this field that these conditions tell apart, `fits` first."""
    found: dict[tuple[bool, ...], str] = {}
    for word in forms.possible(item):
        found.setdefault(tuple(word in getattr(atom, "values", ()) for atom in atoms), word)
    return list(found.values())


def _shared(names: list[str], words: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Every number of fields for every word: the first so many have the first word, and so on."""
    for cuts in _split(len(names), len(words)):
        row = [word for word, count in zip(words, cuts, strict=True) for _ in range(count)]
        yield dict(zip(names, row, strict=True))


def _split(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (total,)
        return
    for first in range(total, -1, -1):
        for rest in _split(total - first, parts - 1):
            yield (first, *rest)


def marked(document: Document, about: Sequence[Atom]) -> Iterator[dict[str, Any]]:
    """Odd places that the same conditions name are alike; of false marks only their number matters."""
    odd = marks.odd_places(document)
    found = [atom for atom in about if isinstance(atom, MarksFound)]
    alike: dict[tuple[bool, ...], list[str]] = {}
    for place, kinds in odd.items():
        alike.setdefault(tuple(place in atom.places for atom in found), []).append(f"{place}:{kinds[0]}")
    heaps = [[heap[:count] for count in range(len(heap) + 1)] for heap in alike.values()]
    wrong = _wrong(document, max((atom.at_least for atom in about if isinstance(atom, MarksFalse)), default=0))
    for chosen in product(*heaps, [wrong[:count] for count in range(len(wrong) + 1)]):
        yield marks.judged(document, [mark for heap in chosen for mark in heap])


def _wrong(document: Document, most: int) -> list[str]:
    places = [place for place, _ in marks.sheet(document).places]
    every = [f"{place}:{kind}" for place in places for kind in marks.KINDS]
    return [mark for mark in every if marks.judged(document, [mark])["wrong"]][:most]
