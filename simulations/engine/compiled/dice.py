"""Chance from a seed and a counter: the same seed gives the same throws, anywhere and at any time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.thrown = 0
        self._left: list[int] = []

    def number(self, below: int) -> int:
        """0 to `below` - 1, each as likely as the others (to one in four thousand million)."""
        if not self._left:
            block = hashlib.sha256(f"{self.seed}:{self.thrown}".encode()).digest()
            self._left = [int.from_bytes(block[at : at + 4], "big") for at in range(0, 32, 4)]
            self.thrown += 1
        return self._left.pop() * below >> 32

    def one(self, among: Sequence[T]) -> T:
        return among[self.number(len(among))]

    def share(self) -> float:
        return self.number(1 << 30) / (1 << 30)
