"""What scores to expect before anybody has played: by bot the tenth, the middle and the ninetieth of a hundred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine.bots.habits import HABITS
from simulations.engine.bots.playing import Walk, walks
from simulations.engine.compiled import Machine

RUNS = 143  # of each of seven: a thousand


@dataclass(frozen=True, slots=True)
class Curve:
    """Shares of the points in percent; `endings` counts runs, the empty key those that never ended."""

    bot: str
    runs: int
    p10: int
    p50: int
    p90: int
    passed: int
    endings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Curves:
    curves: tuple[Curve, ...]
    acts_never_used: tuple[str, ...]
    endings_never_reached: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        rows = [
            {
                **{name: getattr(row, name) for name in ("bot", "runs", "p10", "p50", "p90", "passed")},
                "endings": dict(row.endings),
            }
            for row in self.curves
        ]
        return {
            "bots": rows,
            "acts_never_used": list(self.acts_never_used),
            "endings_never_reached": list(self.endings_never_reached),
        }


def curves(machine: Machine, *, runs: int = RUNS, seed: str = "bots") -> Curves:
    """The same machine and seed give the same curves."""
    return curves_of(machine, tuple(walks(machine, runs, seed)))


def curves_of(machine: Machine, walked: Sequence[Walk]) -> Curves:
    used = {act for walk in walked for act in walk.acts}
    ended = {walk.ending for walk in walked}
    return Curves(
        tuple(_curve(name, [walk for walk in walked if walk.bot == name]) for name in HABITS),
        tuple(key for key in machine.scenario.acts if key not in used),
        tuple(key for key in machine.scenario.endings if key not in ended),
    )


def _curve(name: str, walked: list[Walk]) -> Curve:
    shares = sorted(walk.result.percent for walk in walked)
    ten, half, ninety = (shares[round(part * (len(shares) - 1))] for part in (0.1, 0.5, 0.9))
    endings = Counter(walk.ending for walk in walked)
    return Curve(name, len(walked), ten, half, ninety, sum(walk.result.passed for walk in walked), dict(endings))
