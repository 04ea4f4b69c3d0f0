"""Conditions on what was filled in with an act, as a trainer writes them."""

from __future__ import annotations

from collections.abc import Callable

from simulations.engine import atoms
from simulations.engine.conditions import Condition, NoneOf
from simulations.engine.forms import WORDS
from simulations.engine.reader import Place

_KEYS = (
    *("input", "is", "has", "at_least", "at_most", "given", "lies", "deadline", "open_in", "first", "order", "count"),
    *("found", "of", "false_marks_at_least"),
)


def input_condition(place: Place) -> Condition:
    place.only(*_KEYS)
    key = place.get("input").word()
    for word, build in _FORMS.items():
        if place.get(word).is_given:
            return build(key, place)
    place.problem("missing", f"what about this input? One of: {', '.join(_FORMS)}")
    return atoms.InputGiven(key)


def _given(key: str, place: Place) -> Condition:
    given = atoms.InputGiven(key)
    return given if place.get("given").flag(default=True) else NoneOf((given,))


def _lies(key: str, place: Place) -> Condition:
    lies = place.get("lies").one_of(atoms.DATE_LIES)
    return atoms.InputDate(key, "" if lies == "not_ahead" else place.get("deadline").ref("deadlines"), lies)


def _count(key: str, place: Place) -> Condition:
    words, least, most = place.get("count").words(), place.get("at_least"), place.get("at_most")
    for word in words:
        if word not in WORDS:
            place.get("count").problem("not_offered", f"“{word}” is not one of: {', '.join(WORDS)}")
    if not (least.is_given or most.is_given):
        place.problem("missing", "how many? at_least or at_most")
    return atoms.InputCount(key, frozenset(words), least.number(0), most.number() if most.is_given else None)


def _found(key: str, place: Place) -> Condition:
    found, of = place.get("found"), place.get("of").words()
    if found.value == "all":
        return atoms.MarksFound(key, places=of, every=True)
    return atoms.MarksFound(key, found.number(), of)


_FORMS: dict[str, Callable[[str, Place], Condition]] = {
    "is": lambda key, place: atoms.InputIs(key, frozenset(place.get("is").words())),
    "has": lambda key, place: atoms.InputHas(key, frozenset(place.get("has").words()), place.get("at_least").number(1)),
    "first": lambda key, place: atoms.InputFirst(key, frozenset(place.get("first").words())),
    "order": lambda key, place: atoms.InputOrder(key, place.get("order").words()),
    "count": _count,
    "found": _found,
    "false_marks_at_least": lambda key, place: atoms.MarksFalse(key, place.get("false_marks_at_least").number()),
    "lies": _lies,
    "open_in": lambda key, place: atoms.InputOpen(key, place.get("open_in").ref("calendars")),
    "given": _given,
}
