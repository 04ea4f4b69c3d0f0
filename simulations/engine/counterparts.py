"""Those on the other side answer in a style of their own, which a run is given at its start."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

LATER_BY = {"prompt": 0, "formalist": 1, "slow": 2, "silent": 0}  # open days, where the author says nothing else
STYLES = tuple(LATER_BY)


@dataclass(frozen=True, slots=True)
class Style:
    """How answers sent with a delay in open days change: so many days later, and those that never come."""

    later: int = 0
    drops: frozenset[str] = frozenset()
    drops_all: bool = False

    def holds_back(self, message: str) -> bool:
        return self.drops_all or message in self.drops


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A person of the case with the styles its author allows; the first is the default."""

    person: str
    styles: Mapping[str, Style] = field(default_factory=dict)


def drawn(counterparts: Mapping[str, Counterpart], seed: str) -> dict[str, str]:
    """The style of each counterpart in this run: same seed, same style. No seed means the default."""
    return {key: _one(tuple(item.styles), seed, key) for key, item in counterparts.items()}


def given(counterparts: Mapping[str, Counterpart], seed: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """The chosen style where its author allows it, else the one drawn."""
    styles = drawn(counterparts, seed)
    return {key: chosen[key] if chosen.get(key) in item.styles else styles[key] for key, item in counterparts.items()}


def _one(styles: tuple[str, ...], seed: str, key: str) -> str:
    if not seed:
        return styles[0]
    number = hashlib.sha256(f"{seed}:counterpart:{key}".encode()).digest()
    return styles[int.from_bytes(number[:4], "big") % len(styles)]
