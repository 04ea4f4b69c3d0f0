"""The debrief on paper: a tagged PDF (PDF/UA-1) that is readable without colour."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import typst

HERE = Path(__file__).parent


@dataclass(frozen=True)
class PaperFinding:
    status: str
    title: str
    text: str
    law: str


@dataclass(frozen=True)
class PaperDrawing:
    """`svg` as the page shows it; `alt` says the same in words, and `says` how to read it."""

    title: str
    says: str
    svg: str
    alt: str


@dataclass(frozen=True)
class PaperDay:
    day: str
    count: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PaperDecision:
    number: int
    verdict: str
    title: str
    at: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DebriefPaper:
    """Every word on the paper, in one language; nothing is decided here."""

    lang: str
    site: str
    title: str
    footer: str
    kicker: str
    heading: str
    outcome: str
    ending: str
    points: str
    safeguards_title: str
    safeguards: tuple[PaperFinding, ...]
    drawings: tuple[PaperDrawing, ...]
    days_title: str
    days: tuple[PaperDay, ...]
    decisions_title: str
    decisions: tuple[PaperDecision, ...]
    competencies_title: str
    competency_heads: tuple[str, str, str, str]
    competencies: tuple[tuple[str, str, str, str], ...]
    undecided: str
    reflections_title: str
    reflections: tuple[tuple[str, str], ...]
    played_at: datetime


def render(paper: DebriefPaper) -> bytes:
    """The same words give the same bytes."""
    words = {name: value for name, value in asdict(paper).items() if name != "played_at"}
    words["drawings"] = [drawing | {"svg": dressed(drawing["svg"])} for drawing in words["drawings"]]
    return bytes(
        typst.compile(
            (HERE / "debrief.typ").read_bytes(),
            sys_inputs={"words": json.dumps(words)},
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(paper.played_at.timestamp()),
        )
    )


def dressed(svg: str) -> str:
    """The drawing of the page with a sheet of its own: the page's sheet does not reach into a PDF."""
    style = (HERE / "debrief.css").read_text(encoding="utf-8")
    tag, rest = svg.split(">", 1)
    return f'{tag} xmlns="http://www.w3.org/2000/svg"><style>{style}</style>{rest}'
