"""Fields and words laid out from top to bottom, as much room as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.paper import Box, Line, Paper, region

ROW, GAP = 44.0, 24.0


@dataclass(frozen=True, slots=True)
class Flowed:
    """What was laid out, and where the next thing may begin."""

    parts: list[str]
    y: float


def columns(paper: Paper, lines: Iterable[Line], box: Box, count: int, *, ruled: bool = False) -> Flowed:
    """Label above value in columns; a value that is too long for its column has the row for itself."""
    found: list[str] = []
    cell = (box.width - GAP * (count - 1)) / count
    x, y, deepest = 0, box.y, 0.0
    for line in lines:
        wide = setting.width(line.value, parts.VALUE) > cell
        if wide and x:
            x, y = 0, y + deepest
        room = box.width if wide else cell
        rows = min(2, len(setting.broken(line.value, parts.VALUE, room)))
        deepest = ROW + 17 * (rows - 1)
        left = box.x + x * (cell + GAP)
        found.append(parts.field(paper, line, left, y, room))
        if ruled:
            found.append(parts.rule(y + deepest - 15, left, room))
        x = 0 if wide else (x + 1) % count
        y += deepest if x == 0 else 0
    return Flowed(found, y if x == 0 else y + deepest)


def ledger(paper: Paper, lines: Sequence[Line], box: Box, label_room: float, *, dotted: bool = False) -> Flowed:
    """Label on the left, value on the right, a line under each."""
    found, y = [], box.y
    for line in lines:
        left, room = box.x + label_room, box.width - label_room
        rows = setting.broken(line.value, parts.VALUE, room - 8)
        label = f"{line.number} {line.label}".strip()
        labels = setting.broken(label, parts.LABEL + 1.5, label_room - 14)[:2]
        high = 17.0 * max(len(rows), len(labels)) + 15
        words = [
            setting.set_in(row, box.x, y + 20 + 15 * n, "sp-l sp-l--side", parts.LABEL + 1.5, label_room - 14)
            for n, row in enumerate(labels)
        ]
        words += [
            setting.set_in(row, left, y + 20 + 17 * n, "sp-v", parts.VALUE, room - 4) for n, row in enumerate(rows)
        ]
        if line.lang:
            words = [svg.element("g", "".join(words), lang=line.lang)]
        found.append(
            region(paper, line.key, f"{label}: {line.value}", Box(box.x - 6, y + 2, box.width + 12, high - 3), words)
        )
        y += high
        found.append(
            svg.path(
                "sp-dots" if dotted else "sp-rule", f"M{svg.number(box.x)} {svg.number(y)}h{svg.number(box.width)}"
            )
        )
    return Flowed(found, y)


def paragraphs(texts: Iterable[str], box: Box, size: float = 15.0, class_: str = "sp-p") -> Flowed:
    """Running words, broken into lines."""
    found, y = [], box.y
    for text in texts:
        for piece in text.split("\n"):
            for row in setting.broken(piece, size, box.width):
                found.append(setting.set_in(row, box.x, y, class_, size, box.width))
                y += size * 1.5
        y += size * 0.75
    return Flowed(found, y)
