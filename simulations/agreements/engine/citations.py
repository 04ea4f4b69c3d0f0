"""Where a document rests on a legal value: in its clocks, in what it cites, in the tokens of its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from simulations.engine.source import Path, spell
from simulations.engine.tokens import tokens_in


def cited_in(document: Any, tokens: Collection[str], path: Path = ()) -> Iterator[tuple[str, str]]:
    """Pairs of token and place, for the plain values of a case or of a lesson."""
    if isinstance(document, dict):
        for key, item in document.items():
            yield from cited_in(item, tokens, (*path, str(key)))
    elif isinstance(document, list):
        for index, item in enumerate(document):
            yield from cited_in(item, tokens, (*path, index))
    elif isinstance(document, str):
        for token in {document, *tokens_in(document)}.intersection(tokens):
            yield token, spell(path)
