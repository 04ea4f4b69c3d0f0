"""Where the dots of the competency picture stand; as text, because a template writes decimals in its own way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    x: str
    label: str
    anchor: str


@dataclass(frozen=True)
class Row:
    name: str
    name_y: str
    y: str
    x: str  # "" where nothing was shown yet


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    left: str
    right: str
    marks: tuple[Mark, ...]
    mark_y: str
    rows: tuple[Row, ...]


def draw(rows: Sequence[tuple[str, str | None]], levels: Mapping[str, str], *, is_wide: bool) -> Chart:
    """Wide: names left of the lines. Phone: each name above its line, levels by their letter alone."""
    left, right, width = (318.0, 698.0, 760) if is_wide else (10.0, 312.0, 328)
    step = (right - left) / max(1, len(levels) - 1)
    at = {key: left + step * place for place, key in enumerate(levels)}
    first, gap = (70, 54) if is_wide else (84, 62)
    return Chart(
        width=width,
        height=first + gap * (len(rows) - 1) + 32,
        left=_text(left),
        right=_text(right),
        marks=tuple(
            Mark(_text(x), levels[key] if is_wide else key, "middle" if is_wide or 0 < i < len(at) - 1 else _edge(i))
            for i, (key, x) in enumerate(at.items())
        ),
        mark_y="20" if is_wide else "16",
        rows=tuple(
            Row(
                name=name,
                name_y=_text(first + gap * place + (5 if is_wide else -20)),
                y=_text(first + gap * place),
                x=_text(at[level]) if level else "",
            )
            for place, (name, level) in enumerate(rows)
        ),
    )


def _edge(place: int) -> str:
    return "start" if place == 0 else "end"


def _text(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
