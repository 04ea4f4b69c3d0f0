"""What a person asked for: anything may be typed, and nothing of it reaches the database as syntax."""

import re
import unicodedata
from dataclasses import dataclass

from portal.search.engine.folding import words
from portal.search.engine.stems import stem

MAX_LENGTH = 200
MAX_WORDS = 8
_QUOTED = re.compile(r'"([^"]*)"')
_QUOTES = str.maketrans("„“”«»″", '""""""')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing every found text must hold: the beginning of a word, or words exactly as they stand."""

    text: str
    is_exact: bool = False

    @property
    def needle(self) -> str:
        return f" {self.text} " if self.is_exact else f" {self.text}"


@dataclass(frozen=True, slots=True)
class Question:
    typed: str
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def read_question(typed: str) -> Question:
    """Words in quotation marks are asked for as they stand; a mark without its fellow means nothing."""
    kept = clean(typed)
    exact = [" ".join(words(part)) for part in _QUOTED.findall(kept)]
    loose = words(_QUOTED.sub(" ", kept))
    terms = [Term(part, is_exact=True) for part in exact if part]
    terms += [Term(stem(word)) for word in loose if len(word) > 1 or word.isdigit()]
    return Question(kept, tuple(dict.fromkeys(terms))[:MAX_WORDS])


def clean(typed: str) -> str:
    visible = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in typed[:MAX_LENGTH])
    return " ".join(visible.translate(_QUOTES).split())
