"""The parts papers are made of: band, waves, rosette, portrait, stamps, signature, zone, and SPECIMEN across it all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape
from math import cos, pi, sin

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import setting
from simulations.runs.engine.specimens.paper import WIDTH, ZONE_PLACES, Box, Line, Paper, aside, region

LABEL, VALUE = 11.5, 16.0
_ZONE_WIDTH = 596.0


def field(paper: Paper, line: Line, x: float, y: float, room: float, class_: str = "sp-v") -> str:
    """Label above value; `y` is the label's line. A long value takes a second line."""
    rows = setting.broken(line.value, VALUE, room)
    if len(rows) > 2:
        rows = [rows[0], " ".join(rows[1:])]
    label = f"{line.number} {line.label}".strip()
    parts = [setting.set_in(label, x, y, "sp-l", LABEL, room)]
    parts += [setting.set_in(row, x, y + 18 + 17 * n, class_, VALUE, room) for n, row in enumerate(rows)]
    if line.lang:
        parts = [svg.element("g", "".join(parts), lang=line.lang)]
    widest = max(setting.width(label, LABEL), *(setting.width(row, VALUE) for row in rows)) + 12
    box = Box(x - 6, y - 13, min(room + 10, max(84, widest)), 22 + 17 * len(rows))
    return region(paper, line.key, f"{label}: {line.value}", box, parts)


def page(height: float, radius: float = 10) -> str:
    return svg.rect("sp-page", 1, 1, WIDTH - 2, height - 2, rx=radius)


def band(paper: Paper, height: float = 46) -> list[str]:
    return [
        svg.path("sp-band", f"M1 11a10 10 0 0 1 10-10h618a10 10 0 0 1 10 10v{svg.number(height - 11)}H1z"),
        svg.text(paper.words.state, 24, height / 2 + 7, "sp-h"),
        setting.set_in(paper.words.kind, 616, height / 2 + 6, "sp-h2", 13, 420, "end"),
    ]


def waves(key: str, box: Box, radius: float = 0) -> list[str]:
    """The fine ground of a page that is hard to copy."""
    wave = svg.path("sp-gui", "M0 7q6 -9 12 0t12 0M0 12q6 -9 12 0t12 0M0 2q6 -9 12 0t12 0")
    pattern = svg.element("pattern", wave, id=f"{key}-g", width=24, height=14, patternUnits="userSpaceOnUse")
    ground = svg.rect("", box.x, box.y, box.width, box.height, rx=radius, fill=f"url(#{key}-g)")
    return [svg.element("defs", pattern), ground]


def rosette(x: float, y: float, radius: float, petals: int = 12) -> str:
    """Turned ellipses: the flower of banknotes."""
    turned = [
        svg.element(
            "ellipse",
            cx=float(x),
            cy=float(y),
            rx=float(radius),
            ry=float(radius * 0.38),
            transform=f"rotate({svg.number(180 * n / petals)} {svg.number(x)} {svg.number(y)})",
        )
        for n in range(petals)
    ]
    return svg.element("g", "".join(turned), class_="sp-rosette")


def emblem(x: float, y: float, radius: float, class_: str = "sp-emblem") -> str:
    """The star of a State that does not exist."""
    corners = []
    for n in range(16):
        reach = radius if n % 4 == 0 else radius * (0.62 if n % 2 == 0 else 0.3)
        corners.append(f"{svg.number(x + reach * sin(pi * n / 8))} {svg.number(y - reach * cos(pi * n / 8))}")
    star = svg.path("", f"M{'L'.join(corners)}z")
    return svg.element("g", star + svg.circle("sp-ring", x, y, radius * 1.22), class_=class_)


def portrait(paper: Paper, box: Box, *, caption: bool = True) -> str:
    """Nobody's face. A photograph that was exchanged does not lie in its frame; one that is missing leaves it empty."""
    x, y, width, height = box.x, box.y, box.width, box.height
    parts = [svg.rect("sp-photo", x, y, width, height, rx=3)]
    if not paper.has_flaw("portrait", "missing"):
        person = _person(f"{paper.key}-f", box)
        if paper.has_flaw("portrait", "altered"):
            turn = f"rotate(4 {svg.number(x + width / 2)} {svg.number(y + height / 2)}) translate(5 4)"
            edge = svg.rect("sp-cut", x + 4, y + 4, width - 8, height - 8)
            person = svg.element("g", edge + person, transform=turn)
        parts.append(person)
    if caption:
        parts.append(
            setting.set_in(paper.words.no_portrait, x + width / 2, y + height + 17, "sp-ph", 11, width + 24, "middle")
        )
    return aside(paper, "portrait", paper.words.places.get("portrait", ""), box, parts)


def _person(key: str, box: Box) -> str:
    x, y, width, height = box.x, box.y, box.width, box.height
    middle, head = x + width / 2, width * 0.235
    top = y + height * 0.4
    clip = svg.element("clipPath", svg.rect("", x + 1, y + 1, width - 2, height - 2, rx=3), id=key)
    shoulder, floor = svg.number(y + height * 0.68), svg.number(y + height)
    left, right, half = svg.number(x + width * 0.08), svg.number(x + width * 0.92), svg.number(middle)
    body = svg.path(
        "sp-face",
        f"M{left} {floor}C{left} {svg.number(y + height * 0.72)} {svg.number(x + width * 0.26)} {shoulder} {half} "
        f"{shoulder}S{right} {svg.number(y + height * 0.72)} {right} {floor}z",
    )
    oval = svg.element(
        "ellipse", class_="sp-face", cx=float(middle), cy=float(top), rx=float(head), ry=float(head * 1.22)
    )
    return svg.element("defs", clip) + svg.element("g", body + oval, clip_path=f"url(#{key})")


def zone(paper: Paper, y: float, height: float) -> list[str]:
    """The machine readable lines on their light ground."""
    size = len(paper.zone[0]) if paper.zone else 44
    class_ = "sp-mrz" if size == 44 else "sp-mrz sp-mrz--wide"
    room = min(_ZONE_WIDTH, size * 16.5)
    parts = [
        svg.path(
            "sp-mrzbg", f"M1 {svg.number(y)}h638v{svg.number(height - 11)}a10 10 0 0 1-10 10H11a10 10 0 0 1-10-10z"
        )
    ]
    for number, row in enumerate(paper.zone):
        line = y + 38 + 30 * number
        place = ZONE_PLACES[number]
        words = svg.text(row, 22, line, class_, textLength=room, lengthAdjust="spacingAndGlyphs")
        label = f"{paper.words.places.get(place, place)}: {row}"
        parts.append(aside(paper, place, label, Box(16, line - 19, 608, 25), [words]))
    return parts


def across(x: float, y: float, size: str = "") -> str:
    """Every paper says what it is."""
    turn = f"rotate(-21 {svg.number(x)} {svg.number(y)})"
    return svg.text("SPECIMEN", x, y + 30, f"sp-water{size}", "middle", transform=turn, aria_hidden="true")


def round_stamp(paper: Paper, x: float, y: float, radius: float = 50) -> str:
    """Round, with the office around it. The wrong one is misspelt, the missing one is not there."""
    label = paper.words.places.get("stamp", "")
    box = Box(x - radius - 4, y - radius - 4, 2 * radius + 8, 2 * radius + 8)
    if paper.has_flaw("stamp", "missing"):
        return aside(paper, "stamp", label, box, [svg.circle("sp-empty", x, y, radius)])
    return aside(paper, "stamp", label, box, [_round(paper, x, y, radius)])


def stamp_says(paper: Paper) -> str:
    """Around the stamp, in words."""
    state = "UTOPLA" if paper.has_flaw("stamp", "stamp") else paper.words.state
    return f"{state} · {paper.issuer.upper()} · UTO" if paper.issuer else f"{state} · UTO"


def _round(paper: Paper, x: float, y: float, radius: float) -> str:
    inner = radius - 16
    at = f"{paper.key}-s"
    half, across_it = svg.number(inner), svg.number(2 * inner)
    arcs = f"a{half} {half} 0 1 1 {across_it} 0a{half} {half} 0 1 1-{across_it} 0"
    circle = f"M{svg.number(x - inner)} {svg.number(y)}{arcs}"
    words = stamp_says(paper) + " · "
    around = svg.element(
        "textPath",
        escape(words),
        href=f"#{at}",
        textLength=float(2 * pi * inner - 4),
        lengthAdjust="spacingAndGlyphs",
    )
    parts = [
        svg.element("path", id=at, d=circle, fill="none"),
        svg.circle("sp-inkring", x, y, radius),
        svg.circle("sp-inkline", x, y, radius - 3.5),
        svg.circle("sp-inkline", x, y, inner - 5),
        svg.element("text", around, class_="sp-inkt"),
        emblem(x, y - 2, inner * 0.5, "sp-inkstar"),
    ]
    return svg.element("g", "".join(parts), class_="sp-ink", transform=_turned(-14, x, y))


def square_stamp(paper: Paper, box: Box, rows: Sequence[str]) -> str:
    """A name stamp, as doctors and desks have it."""
    label = paper.words.places.get("stamp", "")
    if paper.has_flaw("stamp", "missing"):
        return aside(paper, "stamp", label, box, [svg.rect("sp-empty", box.x, box.y, box.width, box.height, rx=3)])
    middle = box.x + box.width / 2
    inside = [
        svg.rect("sp-inkring", box.x, box.y, box.width, box.height, rx=3),
        svg.rect("sp-inkline", box.x + 3.5, box.y + 3.5, box.width - 7, box.height - 7, rx=1),
    ]
    step = box.height / (len(rows) + 1)
    inside += [
        setting.set_in(row, middle, box.y + step * (n + 1) + 4, "sp-inkt", 11, box.width - 20, "middle")
        for n, row in enumerate(rows)
    ]
    turned = svg.element("g", "".join(inside), class_="sp-ink", transform=_turned(-5, middle, box.y + box.height / 2))
    return aside(paper, "stamp", label, box, [turned])


def signature(key: str, x: float, y: float, room: float = 170) -> list[str]:
    """A hand, and the line it signs on."""
    strokes = (
        "c6-26 14-34 16-22s-10 26-4 22 12-20 16-18-4 16 2 16 10-18 14-16-2 14 4 14 12-12 20-14 14 6 34-2",
        "c14-30 26-30 18-8s-16 16-8 8 18-14 22-12-2 12 6 10 6-14 10-12 0 12 8 10 20-8 44-10",
        "c2-34 12-36 10-12s6 14 12 2 8-14 10-6-2 12 6 8 12-20 14-14-4 18 4 16 18-12 40-12",
    )
    stroke = strokes[_throw(key, len(strokes))]
    rule = svg.path("sp-rule", f"M{svg.number(x)} {svg.number(y + 8)}h{svg.number(room)}")
    return [svg.path("sp-sign", f"M{svg.number(x + 12)} {svg.number(y)}{stroke}"), rule]


def bars(key: str, box: Box) -> str:
    """A bar code that no machine reads."""
    d, x, n = [], box.x, 0
    while x < box.x + box.width:
        thick = 1 + _throw(f"{key}{n}", 4)
        d.append(f"M{svg.number(x)} {svg.number(box.y)}h{thick}v{svg.number(box.height)}h-{thick}z")
        x, n = x + thick + 1.5 + _throw(f"{key}-{n}", 3), n + 1
    return svg.path("sp-bars", "".join(d))


def rule(y: float, x: float = 32, room: float = 576) -> str:
    return svg.path("sp-rule", f"M{svg.number(x)} {svg.number(y)}h{svg.number(room)}")


def _turned(degrees: int, x: float, y: float) -> str:
    return f"rotate({degrees} {svg.number(x)} {svg.number(y)})"


def _throw(key: str, sides: int) -> int:
    return hashlib.sha256(key.encode()).digest()[0] % sides
