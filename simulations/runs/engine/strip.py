"""The reply strip: what the legal clock counts, and on which of those days the two offices are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulations.runs.engine import svg

STEP = 25
MOST_DAYS = 13


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `legal`: received, done, left, open (to reading) or nothing."""

    weekday: str
    day: str
    legal: str
    number: str
    own_open: bool
    other_open: bool
    is_today: bool
    is_ahead: bool
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    legal: str
    own: str
    other: str


def draw(key: str, cells: Sequence[Cell], words: Words) -> str:
    hatch = f"{key}-h"
    parts = [svg.hatch(hatch)]
    parts += [_today(n) for n, cell in enumerate(cells) if cell.is_today]
    parts.append(svg.text(words.legal, 1, 54, "c-t12 c-b c-halo"))
    for n, cell in enumerate(cells):
        parts += _head(n, cell)
        parts += _legal(n, cell)
    parts += _office(cells, words.own, 103, hatch, own=True)
    parts += _office(cells, words.other, 149, hatch, own=False)
    return svg.picture(
        key, "fig-strip", STEP * max(len(cells), MOST_DAYS) + 3, 184, words.title, words.description, parts
    )


def _x(n: int) -> float:
    return 14 + n * STEP


def _today(n: int) -> str:
    return svg.rect("c-todaybg", _x(n) - 12.5, 0, 25, 182, rx=4)


def _head(n: int, cell: Cell) -> list[str]:
    strong = "c-t14 c-b" if cell.is_strong or cell.is_today else "c-t14"
    return [
        svg.text(cell.weekday, _x(n), 14, "c-t12 c-muted", "middle"),
        svg.text(cell.day, _x(n), 33, strong, "middle"),
    ]


def _legal(n: int, cell: Cell) -> list[str]:
    left = _x(n) - 12
    if cell.legal == "received":
        return [svg.circle("c-dot", _x(n), 72, 5.5)]
    if cell.legal in ("done", "left", "open"):
        box = {"done": "c-done", "left": "c-left", "open": "c-maybe"}[cell.legal]
        ink = "c-t13 c-inv" if cell.legal == "done" else "c-t13 c-b"
        return [svg.rect(box, left, 60, 24, 24), svg.text(cell.number, _x(n), 77, ink, "middle")]
    return []


def _office(cells: Sequence[Cell], label: str, y: int, hatch: str, *, own: bool) -> list[str]:
    parts = [svg.text(label, 1, y, "c-t12 c-b c-halo")]
    for n, cell in enumerate(cells):
        left, is_open = _x(n) - 11, cell.own_open if own else cell.other_open
        fill = None if is_open else f"url(#{hatch})"
        parts.append(svg.rect("c-open" if is_open else "c-shut", left, y + 6, 22, 22, fill=fill))
        if own and is_open and cell.is_ahead:
            parts.append(svg.path("c-tick", f"M{svg.number(left + 5.5)} {y + 17}l4 5l7 -9"))
    return parts
