"""Papers of an office: register record, birth certificate, application form."""

from __future__ import annotations

from simulations.runs.engine import svg
from simulations.runs.engine.specimens import parts, setting
from simulations.runs.engine.specimens.flow import ledger, paragraphs
from simulations.runs.engine.specimens.paper import Box, Paper, picture


def record(paper: Paper) -> str:
    """A page of the register as it comes out of the printer: rows, bar code, stamp."""
    rows = ledger(paper, paper.lines, Box(32, 88, 576, 0), 200)
    words = paragraphs(paper.body, Box(32, rows.y + 34, 576, 0), 14)
    end = words.y if paper.body else rows.y
    height = max(300.0, end + 116)
    drawn = [parts.page(height), *parts.band(paper)]
    drawn.append(setting.set_in(paper.issuer, 32, 74, "sp-t2", 15, 400))
    drawn.append(svg.rect("sp-soft", 24, 88, 200, rows.y - 88))
    drawn.append(parts.across(330, height / 2))
    drawn += rows.parts + words.parts
    drawn.append(parts.bars(paper.key, Box(32, height - 62, 190, 34)))
    drawn.append(parts.round_stamp(paper, 548, height - 62, 48))
    return picture(paper, height, drawn)


def birth(paper: Paper) -> str:
    """An ornamented border, a title in serifs, dotted lines to write on."""
    rows = ledger(paper, paper.lines, Box(64, 144, 512, 0), 196, dotted=True)
    words = paragraphs(paper.body, Box(64, rows.y + 34, 512, 0), 14)
    end = words.y if paper.body else rows.y
    height = max(420.0, end + 164)
    drawn = [parts.page(height, 4), *parts.waves(paper.key, Box(12, 12, 616, height - 24))]
    drawn += [
        svg.rect("sp-sheet", 30, 30, 580, height - 60, rx=2),
        svg.rect("sp-frame", 36, 36, 568, height - 72, rx=2),
    ]
    drawn += [parts.rosette(x, y, 22, 8) for x in (30, 610) for y in (30.0, height - 30)]
    drawn += [parts.emblem(320, 66, 15), svg.text(paper.words.state, 320, 104, "sp-h sp-h--ink", "middle")]
    drawn.append(setting.set_in(paper.words.kind, 320, 130, "sp-t", 19, 520, "middle"))
    drawn.append(parts.across(320, height / 2 + 20))
    drawn += rows.parts + words.parts
    drawn.append(parts.round_stamp(paper, 120, height - 98, 46))
    drawn += parts.signature(paper.key, 392, height - 70)
    return picture(paper, height, drawn)


def form(paper: Paper) -> str:
    """Boxes to fill in, numbered, with a place for the seal."""
    drawn, x, y = [], 0, 104.0
    cell = 282.0
    for line in paper.lines:
        wide = setting.width(line.value, parts.VALUE) > cell - 20
        if wide and x:
            x, y = 0, y + 58
        room = 576.0 if wide else cell
        left = 32 + x * (cell + 12)
        drawn.append(svg.rect("sp-box", left, y - 18, room, 52, rx=2))
        drawn.append(parts.field(paper, line, left + 12, y, room - 20))
        x = 0 if wide else 1 - x
        y += 0 if x else 58
    y += 58 if x else 0
    words = paragraphs(paper.body, Box(32, y + 14, 576, 0), 14)
    end = words.y if paper.body else y
    height = max(320.0, end + 112)
    head = [parts.page(height, 4), *parts.band(paper)]
    head.append(setting.set_in(paper.words.name, 32, 74, "sp-t", 18, 340))
    head.append(setting.set_in(paper.issuer, 608, 74, "sp-t2", 15, 220, "end"))
    drawn = [*head, parts.across(330, height / 2), *drawn, *words.parts]
    drawn += parts.signature(paper.key, 32, height - 46)
    drawn.append(parts.round_stamp(paper, 548, height - 62, 46))
    return picture(paper, height, drawn)
