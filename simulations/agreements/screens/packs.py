"""An agreement as a page, and all of them side by side."""

from __future__ import annotations

from dataclasses import dataclass

from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.engine.annexes import EvidenceList, Form
from simulations.agreements.engine.confirming import SignedYear
from simulations.agreements.engine.packs import Pack
from simulations.agreements.words import EVIDENCE_OF, RANKS, SUBJECTS, Words, place, subject
from simulations.engine.reference import Mark, Value

# What officials mix up between agreements.
COMPARED = ("reply", "extension", "silence", "transfer", "document_validity")


@dataclass(frozen=True)
class ValueRow:
    name: str
    subject: str
    value: Value


@dataclass(frozen=True)
class EvidenceRow:
    of: Words
    rank: Words
    list: EvidenceList


@dataclass(frozen=True)
class Side:
    name: str
    key: str
    years: tuple[SignedYear, ...]

    @property
    def is_confirmed(self) -> bool:
        return bool(self.years) and all(year.signature for year in self.years)


@dataclass(frozen=True)
class PackPage:
    pack: Pack
    rows: tuple[ValueRow, ...]
    evidence: tuple[EvidenceRow, ...]
    forms: tuple[Form, ...]
    asked: Side | None
    asking: tuple[str, ...]
    reviewed: int
    absent: int

    @property
    def is_reviewed(self) -> bool:
        """Every value that may be reviewed at all was signed by a person."""
        reviewable = [row for row in self.rows if row.value.mark not in (Mark.PRINCIPLE, Mark.ABSENT)]
        return bool(reviewable) and self.reviewed == len(reviewable)


def page(pack: Pack) -> PackPage:
    rows = tuple(_rows(pack))
    return PackPage(
        pack=pack,
        rows=rows,
        evidence=tuple(EvidenceRow(EVIDENCE_OF[item.of], RANKS[item.rank], item) for item in pack.evidence.values()),
        forms=tuple(pack.forms.values()),
        asked=_side(pack.requested) if pack.requested else None,
        asking=tuple(place(code) for code in pack.requesting),
        reviewed=sum(row.value.mark is Mark.REVIEWED for row in rows),
        absent=sum(row.value.mark is Mark.ABSENT for row in rows),
    )


def _side(code: str) -> Side:
    return Side(place(code), code.lower(), tuple(queries.signed(queries.tables_of(code)).values()))


def _rows(pack: Pack) -> list[ValueRow]:
    """In the order a file is worked in; what has no place in it comes last, as the pack has it."""
    order = {name: index for index, name in enumerate(SUBJECTS)}
    named = {token.partition(".")[2]: value for token, value in pack.values.items()}
    return [
        ValueRow(name, subject(name), named[name]) for name in sorted(named, key=lambda n: order.get(n, len(order)))
    ]


@dataclass(frozen=True)
class ComparedRow:
    pack: Pack
    cells: tuple[tuple[str, Value | None], ...]


@dataclass(frozen=True)
class Comparison:
    heads: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    general: tuple[Pack, ...]


def comparison() -> Comparison:
    heads = tuple(subject(name) for name in COMPARED)
    rows = [
        ComparedRow(pack, tuple(zip(heads, (pack.value(name) for name in COMPARED), strict=True)))
        for pack in queries.agreements()
    ]
    general = tuple(pack for pack in shelf.packs().values() if pack.kind == "general")
    return Comparison(heads, tuple(rows), general)
