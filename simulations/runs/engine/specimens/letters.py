"""Papers that are read from top to bottom: letter, interview note, court decision."""

from __future__ import annotations

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.flow import columns, ledger, paragraphs
from simulations.runs.engine.specimens.paper import Box, Paper, picture

_LEFT, _ROOM = 56.0, 528.0


def letter(paper: Paper) -> str:
    """Letterhead, reference, words, signature and stamp. Also what any unknown kind of paper is drawn as."""
    head = columns(paper, paper.lines, Box(_LEFT, 132, _ROOM, 0), 2)
    words = paragraphs(paper.body, Box(_LEFT, head.y + 24, _ROOM, 0))
    height = max(430.0, words.y + 132)
    drawn = [parts.page(height, 4), parts.emblem(_LEFT + 20, 54, 18)]
    drawn.append(svg.text(paper.words.state, _LEFT + 54, 50, "sp-h sp-h--ink"))
    drawn.append(setting.set_in(paper.issuer, _LEFT + 54, 70, "sp-t2", 15, 330))
    drawn.append(setting.set_in(paper.words.kind, _LEFT + _ROOM, 50, "sp-h2 sp-h2--ink", 13, 200, "end"))
    drawn += [svg.path("sp-stripe", f"M{_LEFT} 92h{_ROOM}"), svg.path("sp-rule", f"M{_LEFT} 96h{_ROOM}")]
    drawn.append(parts.across(320, height / 2))
    drawn += head.parts + words.parts
    drawn += parts.signature(paper.key, _LEFT, height - 52)
    drawn.append(parts.round_stamp(paper, 520, height - 76))
    drawn.append(svg.text("UTO", 320, height - 16, "sp-foot", "middle"))
    return picture(paper, height, drawn)


def interview(paper: Paper) -> str:
    """A note from a ruled pad, with two holes for the file."""
    head = columns(paper, paper.lines, Box(96, 112, 500, 0), 2)
    words = paragraphs(paper.body, Box(96, head.y + 27, 500, 0), 16, "sp-p sp-p--typed")
    height = max(400.0, words.y + 96)
    rules = "".join(f"M84 {svg.number(y)}h532" for y in range(88, int(height) - 24, 24))
    drawn = [parts.page(height, 4), svg.path("sp-pad", rules), svg.path("sp-margin", f"M74 1v{svg.number(height - 2)}")]
    drawn += [svg.circle("sp-hole", 36, height * share, 9) for share in (0.32, 0.68)]
    drawn.append(setting.set_in(paper.words.kind, 96, 48, "sp-h sp-h--ink", 15, 500))
    drawn.append(setting.set_in(f"{paper.words.state} · {paper.issuer}", 96, 72, "sp-t2", 15, 500))
    drawn.append(parts.across(340, height / 2))
    drawn += head.parts + words.parts
    drawn += parts.signature(paper.key, 96, height - 42) + parts.signature(f"{paper.key}2", 400, height - 42)
    return picture(paper, height, drawn)


def decision(paper: Paper) -> str:
    """Of a court or an authority: emblem above, title in the middle, seal on its ribbon."""
    head = ledger(paper, paper.lines, Box(_LEFT, 152, _ROOM, 0), 190)
    words = paragraphs(paper.body, Box(_LEFT, head.y + 36, _ROOM, 0))
    height = max(460.0, words.y + 150)
    drawn = [parts.page(height, 4), svg.rect("sp-frame", 14, 14, 612, height - 28, rx=2)]
    drawn += [parts.emblem(320, 50, 19), svg.text(paper.words.state, 320, 92, "sp-h sp-h--ink", "middle")]
    drawn.append(setting.set_in(paper.issuer, 320, 112, "sp-t2", 15, _ROOM, "middle"))
    drawn.append(setting.set_in(paper.words.kind, 320, 138, "sp-t", 19, _ROOM, "middle"))
    drawn.append(parts.across(320, height / 2))
    drawn += head.parts + words.parts
    drawn.append(svg.path("sp-ribbon", f"M88 {svg.number(height - 92)}l-10 74 24-14 22 16-6-76z"))
    drawn.append(svg.circle("sp-sheet", 104, height - 92, 45))
    drawn.append(parts.round_stamp(paper, 104, height - 92, 44))
    drawn += parts.signature(paper.key, 410, height - 66)
    return picture(paper, height, drawn)
