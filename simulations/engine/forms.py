"""Forms that are filled from the file. What was typed is judged field by field; only the judgement is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulations.engine.folding import COMPARISONS
from simulations.engine.text import NO_TEXT, Text

KINDS = ("line", "text", "date", "tick")
FITS, DIFFERS, EMPTY, EXCESS = WORDS = ("fits", "differs", "empty", "excess")


@dataclass(frozen=True, slots=True)
class FormField:
    """`fits`: every spelling that is right. A field that is not `needed` should stay empty."""

    key: str
    block: str
    label: Text
    hint: Text = NO_TEXT
    fits: tuple[str, ...] = ()
    compare: str = "plain"
    kind: str = "line"  # how it is typed: one of KINDS
    sources: tuple[tuple[str, str], ...] = ()  # (document, field) where the file says it
    needed: bool = True
    look_again: Text = NO_TEXT
    excess: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Form:
    key: str
    title: Text
    blocks: Mapping[str, Text] = field(default_factory=dict)
    fields: Mapping[str, FormField] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """`words` is what the author says about a field that should be looked at again, or is too much."""

    field: FormField
    word: str
    words: Text


@dataclass(frozen=True, slots=True)
class Tally:
    """`entered` and `needed` count data: fewer entered is better where the purpose needs no more."""

    fits: int
    differs: int
    empty: int
    excess: int
    entered: int
    needed: int


def judged(item: FormField, typed: str) -> str:
    """One word for what was typed: fits (also where it is rightly left empty), differs, empty or excess."""
    if not typed.strip():
        return EMPTY if item.needed else FITS
    if not item.needed:
        return EXCESS
    same = COMPARISONS[item.compare]
    return FITS if same(typed) in {same(right) for right in item.fits} else DIFFERS


def judge(form: Form, typed: Mapping[str, str]) -> dict[str, str]:
    """All fields at once, as `decide` judges them."""
    return {key: judged(item, typed.get(key, "")) for key, item in form.fields.items()}


def possible(item: FormField) -> tuple[str, ...]:
    """The words this field can be judged by."""
    return (FITS, DIFFERS, EMPTY) if item.needed else (FITS, EXCESS)


def findings(form: Form, words: Mapping[str, str]) -> tuple[FieldFinding, ...]:
    """The judgement of a form as the log keeps it, field by field in the order of the form."""
    return tuple(
        FieldFinding(item, word, _said(item, word)) for key, item in form.fields.items() if (word := words.get(key, ""))
    )


def _said(item: FormField, word: str) -> Text:
    if word == EXCESS:
        return item.excess
    return item.look_again if word in (DIFFERS, EMPTY) else NO_TEXT


def tally(form: Form, words: Mapping[str, str]) -> Tally:
    found = Counter(words.get(key, "") for key in form.fields)
    needed = [key for key, item in form.fields.items() if item.needed]
    right = sum(1 for key in needed if words.get(key) == FITS)
    return Tally(
        fits=found[FITS],
        differs=found[DIFFERS],
        empty=found[EMPTY],
        excess=found[EXCESS],
        entered=right + found[DIFFERS] + found[EXCESS],
        needed=len(needed),
    )
