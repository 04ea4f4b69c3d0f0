"""How wide words will be, near enough to break lines and to keep a value inside its box, whatever font is at hand."""

from __future__ import annotations

from functools import lru_cache

from simulations.runs.engine import svg

_NARROW, _WIDE = set("iljtfrI.,:;'’|!()[]-/ іїј"), set("mwMWЖШЩЮМФжшщюмф@%—")


@lru_cache(maxsize=4096)
def width(words: str, size: float) -> float:
    return sum(map(_share, words)) * size


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _WIDE:
        return 0.92
    return 0.7 if char.isupper() else 0.58


def broken(words: str, size: float, room: float) -> list[str]:
    """Lines that fit into the room; a word that is longer than a line stands alone."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def set_in(words: str, x: float, y: float, class_: str, size: float, room: float, anchor: str | None = None) -> str:
    """One line, drawn together where it would run over its room."""
    is_tight = width(words, size) > room
    squeeze = {"textLength": float(room), "lengthAdjust": "spacingAndGlyphs"} if is_tight else {}
    return svg.text(words, x, y, class_, anchor, **squeeze)
