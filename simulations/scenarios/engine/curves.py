"""A bot's scores as a bar to draw: from the tenth to the ninetieth of a hundred, with the middle one marked."""

from dataclasses import dataclass

WIDTH, MARGIN = 300, 10


@dataclass(frozen=True)
class Bar:
    """Percent, and where that lies in a drawing `WIDTH` wide."""

    p10: int
    p50: int
    p90: int
    left: int
    middle: int
    width: int


def bar(p10: int, p50: int, p90: int) -> Bar:
    left, middle, right = (_across(percent) for percent in (p10, p50, p90))
    return Bar(p10, p50, p90, left, middle, max(2, right - left))


def _across(percent: int) -> int:
    return MARGIN + round((WIDTH - 2 * MARGIN) * max(0, min(100, percent)) / 100)
