"""Papers that say who somebody is: passport, identity card, travel document for one journey."""

from __future__ import annotations

from collections.abc import Mapping

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.flow import columns
from simulations.runs.engine.specimens.paper import WIDTH, Box, Paper, picture

# Where the page has its fields: x, label's line, room. A field it does not know is set below.
_PASSPORT: Mapping[str, tuple[float, float, float]] = {
    "type": (190, 76, 48),
    "state": (250, 76, 96),
    "nationality": (360, 76, 96),
    "number": (470, 76, 148),
    "surname": (190, 118, 428),
    "given_names": (190, 160, 428),
    "birth": (190, 202, 128),
    "sex": (330, 202, 58),
    "place": (400, 202, 218),
    "issued": (190, 244, 128),
    "expires": (330, 244, 138),
    "authority": (480, 244, 138),
}


def passport(paper: Paper) -> str:
    """The data page: portrait on the left, numbered fields, the zone below."""
    known = [line for line in paper.lines if line.key in _PASSPORT]
    more = columns(paper, (line for line in paper.lines if line.key not in _PASSPORT), Box(190, 290, 428, 0), 2)
    top = max(312.0, more.y + 6)
    height = top + 30 * len(paper.zone) + 28 if paper.zone else top
    drawn = [parts.page(height), *parts.waves(paper.key, Box(1, 1, 638, top - 1), 10)]
    drawn += [parts.rosette(548, 196, 92), *parts.band(paper)]
    drawn.append(parts.portrait(paper, Box(28, 70, 138, 176)))
    drawn.append(parts.across(320, 196))
    for line in known:
        x, y, room = _PASSPORT[line.key]
        drawn.append(parts.field(paper, line, x, y, room))
    drawn += more.parts
    if paper.zone:
        drawn += parts.zone(paper, top, height - top)
    return picture(paper, height, drawn)


def card(paper: Paper) -> str:
    """Front and back of an identity card, one below the other."""
    front = columns(paper, paper.lines, Box(212, 94, 316, 0), 2)
    edge = max(316.0, front.y + 12)
    height = edge
    drawn = [_side(1, edge - 2), *parts.waves(paper.key, Box(1, 1, 638, edge - 2), 24)]
    drawn += [parts.rosette(520, edge / 2 + 40, 104, 16)]
    drawn += [parts.emblem(46, 38, 15), svg.text(paper.words.state, 76, 44, "sp-h sp-h--ink")]
    drawn.append(setting.set_in(paper.words.kind, 612, 44, "sp-h2 sp-h2--ink", 13, 380, "end"))
    drawn.append(svg.path("sp-stripe", "M1 62h638"))
    drawn += [parts.portrait(paper, Box(30, 84, 150, 188)), _chip(548, 84)]
    drawn.append(parts.across(330, edge / 2 + 10))
    drawn += front.parts
    if paper.zone:
        back = edge + 14
        room = 30 * len(paper.zone) + 26
        height = back + room + 58
        drawn += [_side(back, height - back - 2), svg.rect("sp-magnet", 1, back + 18, 638, 24)]
        inner = parts.zone(paper, height - room - 1, room)
        drawn += [svg.rect("sp-mrzbg", 14, height - room - 4, 612, room - 6, rx=6), *inner[1:]]
    return picture(paper, height, drawn)


def _side(y: float, height: float) -> str:
    return svg.rect("sp-page", 1, y, WIDTH - 2, height, rx=24)


def _chip(x: float, y: float) -> str:
    left, top = svg.number(x), svg.number(y)
    lines = svg.path("sp-chipline", f"M{left} {top}m0 11h22m34 0h-22m-34 13h22m34 0h-22M{left} {top}m22 0v36m12 -36v36")
    return svg.rect("sp-chip", x, y, 56, 36, rx=6) + lines


def travel_document(paper: Paper) -> str:
    """A folded sheet for one journey: photograph with the stamp across its corner, fields, signature."""
    fields = columns(paper, paper.lines, Box(212, 128, 396, 0), 2, ruled=True)
    top = max(382.0, fields.y + 70)
    height = top + 30 * len(paper.zone) + 28 if paper.zone else top
    drawn = [parts.page(height), *parts.waves(paper.key, Box(12, 12, 616, top - 24), 6)]
    drawn += [svg.rect("sp-frame", 12, 12, 616, top - 24, rx=6), parts.emblem(320, 44, 17)]
    drawn.append(svg.text(paper.words.state, 320, 84, "sp-h sp-h--ink", "middle"))
    drawn.append(setting.set_in(paper.words.kind, 320, 103, "sp-h2 sp-h2--ink", 13, 560, "middle"))
    drawn.append(parts.portrait(paper, Box(34, 122, 142, 176), caption=False))
    drawn.append(parts.across(320, top / 2 + 20))
    drawn += fields.parts
    drawn.append(parts.round_stamp(paper, 138, 312, 46))
    drawn += parts.signature(paper.key, 424, top - 44, 184)
    if paper.zone:
        drawn += parts.zone(paper, top, height - top)
    return picture(paper, height, drawn)
