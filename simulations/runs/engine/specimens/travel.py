"""A ticket: where from, where to, and a stub to tear off."""

from __future__ import annotations

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.flow import columns, paragraphs
from simulations.runs.engine.specimens.paper import Box, Line, Paper, picture, region

_STUB = 468.0


def ticket(paper: Paper) -> str:
    ends = {line.key: line for line in paper.lines if line.key in ("from", "to")}
    has_route = len(ends) == 2
    others = [line for line in paper.lines if not (has_route and line.key in ends)]
    fields = columns(paper, others, Box(32, 182 if has_route else 88, 408, 0), 3)
    words = paragraphs(paper.body, Box(32, fields.y + 10, 408, 0), 13)
    height = max(300.0, (words.y if paper.body else fields.y) + 10)
    drawn = [parts.page(height), *parts.band(paper), _tear(height)]
    drawn.append(parts.across(234, height / 2 + 16, " sp-water--small"))
    if has_route:
        drawn += [_end(paper, ends["from"], 32), _end(paper, ends["to"], 258), _way()]
    drawn += fields.parts + words.parts
    drawn += _stub(paper, ends, height)
    return picture(paper, height, drawn)


def _tear(height: float) -> str:
    dots = svg.path("sp-tear", f"M{_STUB} 58V{svg.number(height - 12)}")
    return dots + svg.circle("sp-notch", _STUB, 46, 9) + svg.circle("sp-notch", _STUB, height - 1, 9)


def _end(paper: Paper, line: Line, x: float) -> str:
    label = f"{line.number} {line.label}"
    words = [
        setting.set_in(label, x, 82, "sp-l", parts.LABEL, 180),
        setting.set_in(line.value, x, 116, "sp-big", 26, 182),
    ]
    return region(paper, line.key, f"{label}: {line.value}", Box(x - 6, 66, 196, 62), words)


def _way() -> str:
    plane = "M0 8l9-2 7-8h4l-4 8h7l3-3h3l-2 5 2 5h-3l-3-3h-7l4 8h-4l-7-8z"
    return svg.path("sp-flight", "M32 142h408") + svg.element(
        "g", svg.path("sp-plane", plane), transform="translate(222 134)"
    )


def _stub(paper: Paper, ends: dict[str, Line], height: float) -> list[str]:
    """What stays with the traveller: the route again, and bars."""
    x = _STUB + 22
    room = 150 - 10
    found = [svg.text("UTO", x, 84, "sp-big"), setting.set_in(paper.issuer, x, 106, "sp-ph", 11, room)]
    found += [
        setting.set_in(line.value, x, 138 + 24 * n, "sp-v", parts.VALUE, room) for n, line in enumerate(ends.values())
    ]
    found.append(parts.bars(paper.key, Box(x, height - 78, room - 8, 50)))
    return found
