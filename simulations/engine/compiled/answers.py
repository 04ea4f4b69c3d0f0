"""Every answer to one input that conditions tell apart, the shortest of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.conditions import ALWAYS, Atom, Condition, InputHas, holds
from simulations.engine.scenario import Input, Option, Scenario
from simulations.engine.state import State

NOWHERE = State()
WORDS = "My reasons are in the file."


@dataclass(frozen=True, slots=True)
class Answer:
    """A value of one input (None: left empty) and what must hold for it to be offered."""

    value: Any
    when: tuple[Condition, ...] = ()


def reads(atom: Atom) -> str:
    """The key of the input this atom is about; empty when it is about none."""
    return str(getattr(atom, "input", "")).partition(".")[0]


def is_static(atom: Atom) -> bool:
    """Whether the answer alone decides it, whatever the state."""
    return bool(reads(atom)) and not hasattr(atom, "deadline") and not hasattr(atom, "calendar")


def is_true(scenario: Scenario, atom: Atom, inputs: Mapping[str, Any]) -> bool:
    return holds(atom, scenario, NOWHERE, inputs)


def answers(scenario: Scenario, item: Input, atoms: Sequence[Atom]) -> tuple[Answer, ...]:
    """One answer for each combination of truths of `atoms`, and for each condition options are offered under."""
    write = _KINDS.get(item.kind)
    if write is None:
        raise Unsupported(f"input of kind {item.kind}")
    about = [atom for atom in atoms if reads(atom) == item.key and is_static(atom)]
    found: dict[tuple[Any, ...], Answer] = {}
    for answer in _with_none(item, write(item, about)):
        given = {} if answer.value is None else {item.key: answer.value}
        truths = tuple(is_true(scenario, atom, given) for atom in about)
        if (truths, ()) not in found:
            found.setdefault((truths, answer.when), answer)
    return tuple(answer for (truths, when), answer in found.items() if not when or (truths, ()) not in found)


def _with_none(item: Input, found: Iterator[Answer]) -> Iterator[Answer]:
    """An input that may be left empty is tried empty first."""
    if not item.required:
        yield Answer(None)
    yield from found


def _choice(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    for option in item.options:
        yield Answer(option.key, _needed([option]))


def _many(item: Input, about: Sequence[Atom]) -> Iterator[Answer]:
    """Options that the same conditions name are alike: only how many of them are ticked can matter."""
    atoms = [atom for atom in about if isinstance(atom, InputHas)]
    alike: dict[tuple[Any, ...], list[Option]] = {}
    for option in item.options:
        alike.setdefault((tuple(option.key in atom.values for atom in atoms), option.when), []).append(option)
    most = max((atom.at_least for atom in atoms), default=1)
    heaps = [[heap[:count] for count in range(min(len(heap), max(1, most)) + 1)] for heap in alike.values()]
    for chosen in product(*heaps):
        ticked = [option for heap in chosen for option in heap]
        if ticked:
            keys = {option.key for option in ticked}
            yield Answer([option.key for option in item.options if option.key in keys], _needed(ticked))


def _table(item: Input, about: Sequence[Atom]) -> Iterator[Answer]:
    """Row by row: options between which no condition on that row tells are alike."""
    rows = [
        _told_apart(item, [atom for atom in about if getattr(atom, "input", "") == f"{item.key}.{row.key}"])
        for row in item.rows
    ]
    for chosen in product(*rows):
        value = {row.key: option.key for row, option in zip(item.rows, chosen, strict=True)}
        yield Answer(value, _needed(chosen))


def _told_apart(item: Input, about: Sequence[Atom]) -> list[Option]:
    found: dict[tuple[Any, ...], Option] = {}
    for option in item.options:
        found.setdefault((tuple(option.key in getattr(atom, "values", ()) for atom in about), option.when), option)
    return list(found.values())


def _text(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    words = WORDS.split()
    yield Answer(" ".join(words[n % len(words)] for n in range(max(len(words), item.least_words))))


def _date(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    """A day is chosen when the move is made: which days can be told apart depends on the clocks."""
    yield Answer(ANY_DAY)


ANY_DAY = "9999-12-31"


def _needed(options: Sequence[Option]) -> tuple[Condition, ...]:
    return tuple(dict.fromkeys(option.when for option in options if option.when != ALWAYS))


_KINDS: dict[str, Callable[[Input, Sequence[Atom]], Iterator[Answer]]] = {
    "choice": _choice,
    "many": _many,
    "table": _table,
    "text": _text,
    "date": _date,
}
