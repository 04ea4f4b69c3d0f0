"""The passage of a text in which something was found, cut into pieces so that a page can mark them."""

import re
from dataclasses import dataclass

from portal.search.engine.folding import fold
from portal.search.engine.question import Question

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_found: bool


def mark(text: str, question: Question) -> list[Piece]:
    """The whole text in pieces; a word counts as found if any term begins it."""
    needles = tuple(part for term in question.terms for part in term.text.split())
    pieces: list[Piece] = []
    done = 0
    for match in _WORD.finditer(text):
        if needles and fold(match.group()).startswith(needles):
            if match.start() > done:
                pieces.append(Piece(text[done : match.start()], is_found=False))
            pieces.append(Piece(match.group(), is_found=True))
            done = match.end()
    if done < len(text):
        pieces.append(Piece(text[done:], is_found=False))
    return pieces


def excerpt(text: str, question: Question, *, length: int = 180) -> list[Piece]:
    """The first passage with a find, cut between words."""
    one_line = " ".join(text.split())
    first = next((piece_start for piece_start in _finds(one_line, question)), 0)
    low = max(0, first - length // 3)
    low = one_line.rfind(" ", 0, low) + 1 if low else 0
    high = min(len(one_line), low + length)
    high = high if high == len(one_line) else max(one_line.rfind(" ", low, high), low + 1)
    return mark(("…" if low else "") + one_line[low:high] + ("…" if high < len(one_line) else ""), question)


def _finds(text: str, question: Question) -> list[int]:
    starts, at = [], 0
    for piece in mark(text, question):
        if piece.is_found:
            starts.append(at)
        at += len(piece.text)
    return starts
