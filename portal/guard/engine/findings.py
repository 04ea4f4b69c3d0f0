"""What a scan says: where something was seen and what follows from it; never the text itself."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    PASS = 0
    WARN = 1
    HOLD = 2
    BLOCK = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` count code points of the text as it was typed."""

    kind: str
    start: int
    end: int
    level: Level


@dataclass(frozen=True, slots=True)
class Verdict:
    findings: tuple[Finding, ...] = ()

    @property
    def level(self) -> Level:
        return max((finding.level for finding in self.findings), default=Level.PASS)

    @property
    def verdict(self) -> str:
        return self.level.word

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(sorted({finding.kind for finding in self.findings}))


NOT_CHECKED = "not_checked"
TOO_LONG = "too_long"
TOO_MANY = "too_many"


def unchecked(text: str, kind: str = NOT_CHECKED) -> Verdict:
    """Nobody looked at this text, so nobody may publish it."""
    return Verdict((Finding(kind, 0, len(text), Level.HOLD),))


def without_overlaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The gravest reading of a stretch wins; a name beside a number is kept, it is another fact."""
    kept: list[Finding] = []
    starts: list[int] = []
    ends: list[int] = []
    for finding in sorted(findings, key=lambda f: (-f.level, f.start - f.end, f.start)):
        if not finding.kind.startswith("name_"):
            place = bisect_right(starts, finding.start)
            overlaps_left = place > 0 and ends[place - 1] > finding.start
            if overlaps_left or (place < len(starts) and starts[place] < finding.end):
                continue
            starts.insert(place, finding.start)
            ends.insert(place, finding.end)
        kept.append(finding)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end, f.kind)))
