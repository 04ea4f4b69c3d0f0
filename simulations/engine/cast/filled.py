"""Words with placeholders, filled. They read like any other words and remember what the author wrote."""

from __future__ import annotations


class Filled(str):
    """`pattern` is the author's line with its placeholders; the string itself reads in one identity."""

    __slots__ = ("pattern",)
    pattern: str

    def __new__(cls, words: str, pattern: str = "") -> Filled:
        filled = super().__new__(cls, words)
        filled.pattern = pattern
        return filled


def pattern_of(words: str) -> str:
    """What the author wrote: the same for every identity, so this is what a hash counts."""
    return words.pattern if isinstance(words, Filled) else words
