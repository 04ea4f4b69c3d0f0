"""An agreement as a page, and all of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.engine.annexes import EvidenceList, Form
from simulations.agreements.engine.confirming import (
    SignedYear,
    Stands,
    fields_changed,
    is_confirmable,
    signed_year,
    value_statement,
    year_statement,
)
from simulations.agreements.engine.packs import Pack
from simulations.agreements.models import Confirmation
from simulations.agreements.words import EVIDENCE_OF, RANKS, SUBJECTS, Words, place, subject
from simulations.engine.reference import Mark, Value

# What officials mix up between agreements.
COMPARED = ("reply", "extension", "silence", "transfer", "document_validity")


@dataclass(frozen=True)
class ValueRow:
    """A value with who compared it with the text; that alone gives it no weight."""

    name: str
    subject: str
    value: Value
    stands: Stands

    @property
    def may_be_confirmed(self) -> bool:
        return is_confirmable(self.value)


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
    confirmed: int
    absent: int
    history: tuple[Confirmation, ...]

    @property
    def is_reviewed(self) -> bool:
        """Every value that may be reviewed at all was signed by a person."""
        reviewable = [row for row in self.rows if row.value.mark not in (Mark.PRINCIPLE, Mark.ABSENT)]
        return bool(reviewable) and self.reviewed == len(reviewable)


def page(pack: Pack) -> PackPage:
    tables = queries.tables_of(pack.requested)
    values = (value_statement(pack, value) for value in pack.values.values())
    stands = queries.stands([*(year_statement(year) for year in tables), *values])
    rows = tuple(_rows(pack, stands))
    years = tuple(signed_year(year, stands[year_statement(year).subject]) for year in tables)
    return PackPage(
        pack=pack,
        rows=rows,
        evidence=tuple(EvidenceRow(EVIDENCE_OF[item.of], RANKS[item.rank], item) for item in pack.evidence.values()),
        forms=tuple(pack.forms.values()),
        asked=Side(place(pack.requested), pack.requested.lower(), years) if pack.requested else None,
        asking=tuple(place(code) for code in pack.requesting),
        reviewed=sum(row.value.mark is Mark.REVIEWED for row in rows),
        confirmed=sum(row.stands.signature is not None for row in rows),
        absent=sum(row.value.mark is Mark.ABSENT for row in rows),
        history=tuple(queries.signed_history(f"value:{token}" for token in pack.values)),
    )


def value_row(pack: Pack, name: str) -> ValueRow | None:
    """One value as it is signed, or nothing where there is none that could be."""
    value = pack.value(name)
    if value is None or not is_confirmable(value):
        return None
    statement = value_statement(pack, value)
    return ValueRow(name, subject(name), value, queries.stands([statement])[statement.subject])


def changed_fields(shown: str, row: ValueRow, pack: Pack) -> tuple[str, ...]:
    """What of a value is not as it was shown, in words; nothing where it was never shown at all."""
    try:
        return tuple(str(FIELDS[name]) for name in fields_changed(shown, value_statement(pack, row.value).content))
    except ValueError:
        return ()


FIELDS: dict[str, Words] = {
    "text": _("the words"),
    "note": _("the note"),
    "number": _("the number"),
    "unit": _("the unit"),
    "article": _("the article"),
    "source": _("the source"),
    "from": _("from when it holds"),
    "until": _("until when it holds"),
}


def _rows(pack: Pack, stands: Mapping[str, Stands]) -> list[ValueRow]:
    """In the order a file is worked in; what has no place in it comes last, as the pack has it."""
    order = {name: index for index, name in enumerate(SUBJECTS)}
    named = {token.partition(".")[2]: value for token, value in pack.values.items()}
    return [
        ValueRow(name, subject(name), named[name], stands[f"value:{named[name].token}"])
        for name in sorted(named, key=lambda n: order.get(n, len(order)))
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
