"""Invented documents, drawn. Whatever State issued them in the story: state code UTO, and the word SPECIMEN across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulations.runs.engine import svg

WIDTH = 640


@dataclass(frozen=True, slots=True)
class Line:
    """One field as the page shows it, with the number it has in the list beside the picture."""

    key: str
    number: str
    label: str
    value: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    state: str  # UTOPIA
    kind: str  # PASSPORT · PASOŠ · ПАСОШ
    no_portrait: str


# Where a passport page has its fields; a field it does not know is set in the rows below.
_PLACES: dict[str, tuple[int, int]] = {
    "type": (190, 76),
    "state": (250, 76),
    "number": (470, 76),
    "surname": (190, 118),
    "given_names": (190, 160),
    "birth": (190, 202),
    "sex": (330, 202),
    "place": (400, 202),
    "issued": (190, 244),
    "expires": (330, 244),
    "authority": (480, 244),
}
_MRZ_FONT_WIDTH = 596
_PER_SIGN = _MRZ_FONT_WIDTH / 44


def passport(
    key: str, lines: Sequence[Line], mrz: Sequence[str], words: Words, marks: Mapping[str, str] | None = None
) -> str:
    """The data page. `marks` sets a pin on a field by its key, or on the zone by `mrz1` and `mrz2`."""
    height = 400 if mrz else 312
    parts = [_guilloche(key), svg.rect("sp-page", 1, 1, 638, height - 2, rx=10)]
    parts.append(svg.rect("", 1, 1, 638, 310, rx=10, fill=f"url(#{key}-g)"))
    parts += _band(words)
    parts += _portrait(words)
    if mrz:
        parts.append(svg.rect("sp-mrzbg", 1, 312, 638, 87, rx=10))
        parts += [_zone_line(row, 350 + 30 * n) for n, row in enumerate(mrz)]
    parts.append(_across(320, 235))
    parts += [part for line in lines if line.key in _PLACES for part in _field(line, *_PLACES[line.key])]
    parts += [part for field, pin in (marks or {}).items() for part in _mark(field, pin, lines)]
    return svg.picture(key, "spec", WIDTH, height, words.title, words.description, parts)


def sheet(key: str, lines: Sequence[Line], words: Words, marks: Mapping[str, str] | None = None) -> str:
    """A form, a record, a card or a letter: its fields in rows on a page."""
    height = 96 + 44 * len(lines) + 24
    parts = [svg.rect("sp-page", 1, 1, 638, height - 2, rx=10), *_band(words)]
    places = {line.key: (32, 84 + 44 * n) for n, line in enumerate(lines)}
    for line in lines:
        x, y = places[line.key]
        parts += [
            svg.text(f"{line.number} {line.label}".strip(), x, y, "sp-l"),
            svg.text(line.value, x, y + 20, "sp-v"),
            svg.path("sp-rule", f"M{x} {y + 29}h576"),
        ]
        if marks and line.key in marks:
            parts += _frame(x - 6, y - 13, 588, 38, marks[line.key])
    parts.append(_across(320, height / 2 + 40))
    return svg.picture(key, "spec", WIDTH, height, words.title, words.description, parts)


def _guilloche(key: str) -> str:
    waves = svg.path("sp-gui", "M0 7q6 -9 12 0t12 0M0 12q6 -9 12 0t12 0M0 2q6 -9 12 0t12 0")
    return svg.element(
        "defs", svg.element("pattern", waves, id=f"{key}-g", width=24, height=14, patternUnits="userSpaceOnUse")
    )


def _band(words: Words) -> list[str]:
    return [
        svg.rect("sp-band", 1, 1, 638, 46, rx=10),
        svg.rect("sp-band", 1, 30, 638, 17),
        svg.text(words.state, 24, 31, "sp-h"),
        svg.text(words.kind, 616, 31, "sp-h2", "end"),
    ]


def _portrait(words: Words) -> list[str]:
    return [
        svg.rect("sp-photo", 28, 76, 132, 168, rx=3),
        svg.circle("sp-face", 94, 140, 32),
        svg.path("sp-face", "M40 244c2-44 26-62 54-62s52 18 54 62z"),
        svg.text(words.no_portrait, 94, 262, "sp-ph", "middle"),
    ]


def _zone_line(row: str, y: int) -> str:
    return svg.text(row, 22, y, "sp-mrz", textLength=_MRZ_FONT_WIDTH, lengthAdjust="spacingAndGlyphs")


def _across(x: float, y: float) -> str:
    turn = f"rotate(-21 {svg.number(x)} {svg.number(y - 20)})"
    return svg.text("SPECIMEN", x, y, "sp-water", "middle", transform=turn)


def _field(line: Line, x: int, y: int) -> list[str]:
    return [
        svg.text(f"{line.number} {line.label}", x, y, "sp-l"),
        svg.text(line.value, x, y + 18, "sp-v"),
    ]


def _mark(field: str, pin: str, lines: Sequence[Line]) -> list[str]:
    if field in ("mrz1", "mrz2"):
        y = 331 if field == "mrz1" else 361
        return _frame(16, y, 608, 25, pin)
    line = next((line for line in lines if line.key == field), None)
    if line is None or field not in _PLACES:
        return []
    x, y = _PLACES[field]
    return _frame(x - 6, y - 14, max(90, 11 * len(line.value) + 18), 38, pin)


def _frame(x: float, y: float, width: float, height: float, pin: str) -> list[str]:
    width = min(width, WIDTH - 14 - x)
    head = svg.circle("", x + width, y, 11) + svg.text(pin, x + width, y + 4, "", "middle")
    return [svg.rect("sp-mark", x, y, width, height, rx=4), svg.element("g", head, class_="sp-pin")]
