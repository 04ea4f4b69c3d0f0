"""Every answer to one input that conditions tell apart, the shortest of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any

from simulations.engine import forms, marks
from simulations.engine.atoms import InputHas
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.compiled.filled import filled, marked
from simulations.engine.conditions import ALWAYS, Atom, Condition, holds
from simulations.engine.scenario import Act, Input, Option, Scenario
from simulations.engine.state import State

NOWHERE = State()
WORDS = "My reasons are in the file."
ANY_DAY = "9999-12-31"
MOST_ORDERED = 6  # options whose order is looked at; the others follow them


@dataclass(frozen=True, slots=True)
class Answer:
    """A value of one input (None: left empty), as conditions see it, and what must hold for it to be offered."""

    value: Any
    seen: Any
    when: tuple[Condition, ...] = ()


def reads(atom: Atom) -> str:
    """The key of the input this atom is about; empty when it is about none."""
    return str(getattr(atom, "input", "")).partition(".")[0]


def is_static(atom: Atom) -> bool:
    """Whether the answer alone decides it, whatever the state."""
    return bool(reads(atom)) and not hasattr(atom, "deadline") and not hasattr(atom, "calendar")


def is_true(scenario: Scenario, atom: Atom, inputs: Mapping[str, Any]) -> bool:
    return holds(atom, scenario, NOWHERE, inputs)


def answers(scenario: Scenario, item: Input, atoms: Sequence[Atom], *, all_apart: bool = False) -> tuple[Answer, ...]:
    """One answer for each combination of truths of `atoms`, and for each condition options are offered under.

    `all_apart`: each answer does something of its own, as the questions of an interview do.
    """
    about = [atom for atom in atoms if reads(atom) == item.key and is_static(atom)]
    found: dict[tuple[Any, ...], Answer] = {}
    for answer in _with_none(item, _written(scenario, item, about)):
        given = {} if answer.seen is None else {item.key: answer.seen}
        truths = (tuple(is_true(scenario, atom, given) for atom in about), answer.value if all_apart else None)
        if (truths, ()) not in found:
            found.setdefault((truths, answer.when), answer)
    return tuple(answer for (truths, when), answer in found.items() if not when or (truths, ()) not in found)


def as_seen(scenario: Scenario, act: Act, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in as conditions see it: forms as they come, in words; marks and own words judged."""
    found = {}
    for item in act.inputs:
        value = inputs.get(item.key)
        if item.kind == "marks" and not isinstance(value, Mapping):
            value = marks.judged(scenario.documents[item.document], value or ())
        elif item.kind == "form":
            fields = scenario.forms[item.form].fields
            value = {key: (value or {}).get(key, forms.judged(field, "")) for key, field in fields.items()}
        elif item.kind == "text" and isinstance(value, str) and value:
            value = {"words": len(value.split()), "digest": ""}
        if value not in (None, "", [], {}):
            found[item.key] = value
    return found


def _written(scenario: Scenario, item: Input, about: Sequence[Atom]) -> Iterator[Answer]:
    if item.kind == "form":
        return (Answer(words, words) for words in filled(scenario.forms[item.form], item.key, about))
    if item.kind == "marks":
        return (Answer(judged["marks"], judged) for judged in marked(scenario.documents[item.document], about))
    write = _KINDS.get(item.kind)
    if write is None:
        raise Unsupported(f"input of kind {item.kind}")
    return write(item, about)


def _with_none(item: Input, found: Iterator[Answer]) -> Iterator[Answer]:
    """An input that may be left empty is tried empty first; forms and marks are judged all the same."""
    if not item.required and item.kind not in ("form", "marks"):
        yield Answer(None, None)
    yield from (answer for answer in found if answer.value or not item.required)


def _choice(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    for option in item.options:
        yield Answer(option.key, option.key, _needed([option]))


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
            value = [option.key for option in item.options if option.key in keys]
            yield Answer(value, value, _needed(ticked))


def _table(item: Input, about: Sequence[Atom]) -> Iterator[Answer]:
    """Row by row: options between which no condition on that row tells are alike."""
    rows = [_told_apart(item, f"{item.key}.{row.key}", about) for row in item.rows]
    for chosen in product(*rows):
        value = {row.key: option.key for row, option in zip(item.rows, chosen, strict=True)}
        yield Answer(value, value, _needed(chosen))


def _told_apart(item: Input, name: str, about: Sequence[Atom]) -> list[Option]:
    atoms = [atom for atom in about if getattr(atom, "input", "") == name]
    found: dict[tuple[Any, ...], Option] = {}
    for option in item.options:
        found.setdefault((tuple(option.key in getattr(atom, "values", ()) for atom in atoms), option.when), option)
    return list(found.values())


def _order(item: Input, about: Sequence[Atom]) -> Iterator[Answer]:
    """Options that no condition names are alike: one of them is moved about, the others follow."""
    if any(option.when != ALWAYS for option in item.options):
        raise Unsupported("order of options that are not always there")
    named = {value for atom in about for value in getattr(atom, "values", ())}
    told = [option.key for option in item.options if option.key in named]
    others = [option.key for option in item.options if option.key not in named]
    moved, rest = [*told, *others[:1]], others[1:]
    if len(moved) > MOST_ORDERED:
        raise Unsupported(f"an order of {len(moved)} options that conditions name")
    for chosen in permutations(moved):
        value = [*chosen, *rest]
        yield Answer(value, value)


def _text(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    words = WORDS.split()
    least = max(len(words), item.least_words)
    count = min(least, item.most_words) if item.most_words else least
    yield Answer(" ".join(words[n % len(words)] for n in range(count)), {"words": count, "digest": ""})


def _date(item: Input, _: Sequence[Atom]) -> Iterator[Answer]:
    """A day is chosen when the move is made: which days can be told apart depends on the clocks."""
    yield Answer(ANY_DAY, ANY_DAY)


def _needed(options: Sequence[Option]) -> tuple[Condition, ...]:
    return tuple(dict.fromkeys(option.when for option in options if option.when != ALWAYS))


_KINDS: dict[str, Callable[[Input, Sequence[Atom]], Iterator[Answer]]] = {
    "choice": _choice,
    "many": _many,
    "table": _table,
    "order": _order,
    "text": _text,
    "date": _date,
}
