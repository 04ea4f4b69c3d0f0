"""Lines to be put in order, by numbers or by buttons; where they stand at first says nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.forms.boundfield import BoundField

from simulations.engine.scenario import Act, Input
from simulations.runs import words
from simulations.runs.forms.act import ActForm
from simulations.runs.forms.names import part


@dataclass(frozen=True)
class Line:
    key: str
    field: BoundField
    is_first: bool
    is_last: bool
    focus: str = ""  # up or down: the button that was pressed and waits to be pressed again


@dataclass(frozen=True)
class Ordering:
    key: str
    label: str
    hint: str
    lines: tuple[Line, ...]


def numbers(act: Act, seed: str) -> dict[str, int]:
    """Where each line stands on a page that nobody has touched: drawn for the run, so that the author's order tells
    nothing."""
    found: dict[str, int] = {}
    for item in _orders(act):
        keys = sorted((option.key for option in item.options), key=lambda key: _lot(seed, key))
        found |= {part(item.key, key): number for number, key in enumerate(keys, start=1)}
    return found


def orderings(act: Act, form: ActForm) -> tuple[Ordering, ...]:
    pressed = str(form.data.get("do", "")) if form.is_bound else ""
    return tuple(_ordering(item, form, pressed) for item in _orders(act))


def moved(form: ActForm, item: Input, key: str, way: str) -> dict[str, str]:
    """The numbers of all lines after one went up or down; nothing but the page changes."""
    order = form.order_of(item)
    here = order.index(key) if key in order else 0
    there = here - 1 if way == "up" else here + 1
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
    return {part(item.key, each): str(number) for number, each in enumerate(order, start=1)}


def _ordering(item: Input, form: ActForm, pressed: str) -> Ordering:
    open_now = [option.key for option in form.offer.options.get(item.key, ())]
    fields = {key: form[part(item.key, key)] for key in open_now}
    ordered = sorted(fields, key=lambda key: _number(fields[key], len(fields)))
    last = len(ordered) - 1
    way, _colon, moved_line = pressed.partition(":")
    lines = tuple(
        Line(key, fields[key], n == 0, n == last, _focus(way, n, last) if moved_line == f"{item.key}:{key}" else "")
        for n, key in enumerate(ordered)
    )
    return Ordering(item.key, words.said(item.label), words.said(item.hint), lines)


def _focus(way: str, place: int, last: int) -> str:
    """At the end of the list the button that was pressed rests; the other one is beside it."""
    if way == "up":
        return "down" if place == 0 else "up"
    return ("up" if place == last else "down") if way == "down" else ""


def _number(field: BoundField, last: int) -> int:
    try:
        return int(field.value())
    except (TypeError, ValueError):
        return last + 1


def _orders(act: Act) -> Iterable[Input]:
    return (item for item in act.inputs if item.kind == "order")


def _lot(seed: str, key: str) -> str:
    return hashlib.sha256(f"{seed} {key}".encode()).hexdigest()
