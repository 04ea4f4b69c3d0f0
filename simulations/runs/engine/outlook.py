"""What was still possible: where a pass was in reach, and the points that were collected, act by act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from simulations.runs.engine import svg


@dataclass(frozen=True, slots=True)
class Point:
    """After one act: its number, its sign, the points collected so far, the safeguards not broken by then."""

    number: str
    kind: str
    total: int
    kept: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The top of the drawing: all points, and all safeguards."""

    points: int
    safeguards: int


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    in_reach: str
    out_of_reach: str
    no_return: str
    after: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    top: float
    bottom: float
    ink: str

    def x(self, place: float, count: int) -> float:
        return self.left + (self.right - self.left) * place / count

    def y(self, points: int, most: int) -> float:
        return self.bottom - (self.bottom - self.top) * max(0, min(points, most)) / most


_WIDE = _Frame(150, 1050, 30, 200, "c-t13")
_NARROW = _Frame(30, 325, 24, 180, "c-t12")


def draw(key: str, points: Sequence[Point], no_return: int | None, top: Scale, words: Words, *, wide: bool) -> str:
    """`no_return` is the number of the act after which a pass was out of reach."""
    frame = _WIDE if wide else _NARROW
    count = len(points)
    reach = frame.x(no_return if no_return is not None else count, count)
    parts = [*_levels(frame, top.points, top.safeguards), *_band(frame, reach, words)]
    parts.append(svg.path("c-got", _stairs(frame, [0, *(point.total for point in points)], top.points)))
    kept = [top.safeguards, *(point.kept for point in points)]
    parts.append(svg.path("c-best", _stairs(frame, kept, top.safeguards)))
    if no_return is not None:
        parts += _turn(frame, reach, words)
    lines = _lines(frame, count)
    parts += _signs(frame, points, words, lines, wide)
    size = (1080 if wide else 340, frame.bottom + 20 + 26 * lines)
    return svg.picture(key, "fig-cv" if wide else "fig-cvn", *size, words.title, words.description, parts)


def _levels(frame: _Frame, most: int, safeguards: int) -> list[str]:
    """Points on the left, safeguards on the right, where the solid line is read."""
    parts = []
    for points in (0, most):
        y = svg.number(frame.y(points, most))
        parts.append(svg.path("c-grid", f"M{svg.number(frame.left)} {y}H{svg.number(frame.right)}"))
        parts.append(svg.text(str(points), frame.left - 6, frame.y(points, most) + 4, "c-t12 c-muted", "end"))
    for kept in range(safeguards + 1):
        parts.append(svg.text(str(kept), frame.right + 6, frame.y(kept, safeguards) + 4, "c-t12 c-b"))
    return parts


def _band(frame: _Frame, reach: float, words: Words) -> list[str]:
    height = frame.bottom - frame.top
    parts = [svg.rect("c-gap", frame.left, frame.top, reach - frame.left, height)]
    if reach - frame.left > 130:
        parts.append(svg.text(words.in_reach, frame.left + 8, frame.top + 18, f"{frame.ink} c-b"))
    if frame.right - reach > 150:
        parts.append(svg.text(words.out_of_reach, reach + 8, frame.top + 18, frame.ink))
    return parts


def _stairs(frame: _Frame, values: Sequence[int], most: int) -> str:
    """The value before the first act, then after each; a step stands where the act stands."""
    first, *after = values
    steps = [f"M{svg.number(frame.left)} {svg.number(frame.y(first, most))}"]
    for n, value in enumerate(after, start=1):
        steps.append(f"H{svg.number(frame.x(n, len(after)))}V{svg.number(frame.y(value, most))}")
    return "".join(steps)


def _turn(frame: _Frame, reach: float, words: Words) -> list[str]:
    side, anchor = (reach - 6, "end") if reach > (frame.left + frame.right) / 2 else (reach + 6, None)
    return [
        svg.path("c-ponr", f"M{svg.number(reach)} {svg.number(frame.top - 12)}V{svg.number(frame.bottom)}"),
        svg.text(words.no_return, side, frame.top - 8, f"{frame.ink} c-b", anchor),
    ]


def _lines(frame: _Frame, count: int) -> int:
    """In how many lines the signs stand, so that none covers its neighbour."""
    return ceil(26 * count / (frame.right - frame.left))


def _signs(frame: _Frame, points: Sequence[Point], words: Words, lines: int, wide: bool) -> list[str]:
    y, count = frame.bottom + 26, len(points)
    parts = [
        svg.sign(point.kind, frame.x(n, count), y + 26 * ((n - 1) % lines), point.number)
        for n, point in enumerate(points, start=1)
    ]
    return [*parts, svg.text(words.after, 0, y + 5, "c-t13 c-b")] if wide else parts
