"""Papers of a doctor: medical certificate, certificate that somebody is fit to fly."""

from __future__ import annotations

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.flow import columns, paragraphs
from simulations.runs.engine.specimens.paper import Box, Paper, picture

_PULSE = "M0 14h18l6-12 9 26 8-20 5 6h20"
_PLANE = "M2 18l16-4 14-14h7l-8 14h13l5-6h5l-3 9 3 9h-5l-5-6H31l8 14h-7L18 20z"


def medical(paper: Paper) -> str:
    return _certificate(paper, svg.path("sp-pulse", f"M548 24m0 0{_PULSE.replace('M0 14', 'm0 14')}"))


def fit_to_fly(paper: Paper) -> str:
    plane = svg.element("g", svg.path("sp-plane", _PLANE), transform="translate(556 24)")
    drawn_over = svg.path("sp-flight", "M32 102q150-30 288-8t288-16")
    return _certificate(paper, plane, drawn_over)


def _certificate(paper: Paper, sign: str, *over: str) -> str:
    """Sign and title on a coloured edge, fields, words, the doctor's name stamp and hand."""
    fields = columns(paper, paper.lines, Box(48, 136, 560, 0), 2, ruled=True)
    words = paragraphs(paper.body, Box(48, fields.y + 22, 560, 0))
    end = words.y if paper.body else fields.y
    height = max(360.0, end + 118)
    drawn = [
        parts.page(height, 6),
        svg.path("sp-band", f"M1 7a6 6 0 0 1 6-6h13v{svg.number(height - 2)}H7a6 6 0 0 1-6-6z"),
    ]
    drawn += [sign, *over, svg.text(paper.words.state, 48, 44, "sp-h sp-h--ink")]
    drawn.append(setting.set_in(paper.words.kind, 48, 66, "sp-h2 sp-h2--ink", 13, 470))
    drawn.append(setting.set_in(paper.issuer, 48, 90, "sp-t2", 15, 470))
    drawn.append(svg.path("sp-rule", "M48 106h560"))
    drawn.append(parts.across(330, height / 2))
    drawn += fields.parts + words.parts
    stamp = [paper.issuer.upper(), parts.stamp_says(paper).split(" · ")[0], "UTO · SPECIMEN"]
    drawn.append(parts.square_stamp(paper, Box(386, height - 96, 196, 68), stamp))
    drawn += parts.signature(paper.key, 48, height - 48)
    return picture(paper, height, drawn)
