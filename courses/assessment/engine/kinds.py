"""The five kinds of question. Each knows its parts, its key, and what share of the key a given answer holds.

Ids are language-neutral, so an answer given in one language is graded alike in all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

NONE = Fraction(0)
FULL = Fraction(1)


@dataclass(frozen=True)
class Single:
    options: tuple[str, ...]
    right: str

    def share(self, given: str) -> Fraction:
        return FULL if given == self.right else NONE


@dataclass(frozen=True)
class TrueFalse:
    right: bool
    options: tuple[str, ...] = ("true", "false")

    def share(self, given: str) -> Fraction:
        return FULL if given == str(self.right).lower() else NONE


@dataclass(frozen=True)
class Multiple:
    options: tuple[str, ...]
    right: frozenset[str]

    def share(self, given: Sequence[str]) -> Fraction:
        """Right choices minus wrong choices, of all right ones, never below 0: ticking everything earns nothing."""
        chosen = set(given)
        return max(NONE, Fraction(len(chosen & self.right) - len(chosen - self.right), len(self.right)))


@dataclass(frozen=True)
class Matching:
    items: tuple[str, ...]
    targets: tuple[str, ...]
    pairs: Mapping[str, str]

    def share(self, given: Mapping[str, str]) -> Fraction:
        """Each item counts alike."""
        return Fraction(sum(given.get(item) == self.pairs[item] for item in self.items), len(self.items))


@dataclass(frozen=True)
class Ordering:
    order: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        return self.order

    def share(self, given: Mapping[str, int]) -> Fraction:
        """Pairs in the right order minus pairs turned round, of all pairs: guessing earns nothing on average.

        A step without a place, or two steps on one place, simply earn nothing for their pairs.
        """
        pairs = list(combinations(self.order, 2))
        balance = sum(_direction(given.get(first), given.get(second)) for first, second in pairs)
        return max(NONE, Fraction(balance, len(pairs)))


Kind = Single | TrueFalse | Multiple | Matching | Ordering
Given = str | Sequence[str] | Mapping[str, str] | Mapping[str, int]


def _direction(first: int | None, second: int | None) -> int:
    if first is None or second is None or first == second:
        return 0
    return 1 if first < second else -1
