"""The annexes of an agreement as data: what proves what, and what the application asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from simulations.agreements.engine.files import iso_day, opened, refuse_if_wrong, words
from simulations.engine.reader import Place
from simulations.engine.reference import Mark
from simulations.engine.text import Text

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
# Of what: a person's nationality; entry, stay or transit of anybody else; a former national of the SFRY.
OF = ("nationality", "entry", "former_sfry")
RANKS = ("proof", "prima_facie")
_TRUSTED = ("annex", "mark", "source", "source_url", "note", "reviewed_by", "reviewed_on")


@dataclass(frozen=True, slots=True)
class Trust:
    """Where a list was found and how far it may be trusted."""

    mark: Mark
    annex: str
    source: str
    source_url: str
    note: Text
    reviewed_by: str
    reviewed_on: str


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """`only_with` names the States of a protocol, where the list holds for them alone."""

    of: str
    rank: str
    trust: Trust
    only_with: Text
    items: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Field:
    label: Text
    is_sensitive: bool


@dataclass(frozen=True, slots=True)
class Block:
    title: Text
    fields: Mapping[str, Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    trust: Trust
    blocks: Mapping[str, Block]

    @property
    def fields(self) -> dict[str, Field]:
        return {key: item for block in self.blocks.values() for key, item in block.fields.items()}


def evidence_list(_key: str, place: Place) -> EvidenceList:
    place.only("of", "rank", "only_with", "items", *_TRUSTED)
    found = EvidenceList(
        of=place.get("of").one_of(OF),
        rank=place.get("rank").one_of(RANKS),
        trust=_trust(place),
        only_with=words(place.get("only_with"), required=False),
        items=place.get("items").each(lambda _, item: words(item)),
    )
    _check_absent(place, found.trust, place.get("items"), has_content=bool(found.items))
    return found


def form(_key: str, place: Place) -> Form:
    """Blocks of its own, or those of a layout that several agreements share, less what this one leaves out."""
    place.only("layout", "without", "blocks", *_TRUSTED)
    blocks = place.get("blocks").each(_block)
    if place.get("layout").is_given:
        name = place.get("layout").one_of(sorted(layouts()))
        blocks = {**_without(layouts().get(name, {}), place.get("without")), **blocks}
    found = Form(_trust(place), blocks)
    _check_absent(place, found.trust, place.get("blocks"), has_content=bool(found.fields))
    return found


@cache
def layouts() -> dict[str, Mapping[str, Block]]:
    found: dict[str, Mapping[str, Block]] = {}
    for path in sorted(LAYOUTS.glob("*.yaml")):
        place = opened(path).only("blocks")
        found[path.stem] = place.get("blocks").each(_block)
        refuse_if_wrong(path, place)
    return found


def _without(blocks: Mapping[str, Block], place: Place) -> dict[str, Block]:
    left_out = set()
    for item in place.items():
        if not any(item.word() in block.fields for block in blocks.values()):
            item.problem("unknown_field", f"the layout has no field “{item.value}”")
        left_out.add(item.word())
    kept = {
        key: Block(block.title, {name: item for name, item in block.fields.items() if name not in left_out})
        for key, block in blocks.items()
    }
    return {key: block for key, block in kept.items() if block.fields}


def _block(_key: str, place: Place) -> Block:
    place.only("title", "fields")
    return Block(words(place.get("title")), place.get("fields").each(_field))


def _field(_key: str, place: Place) -> Field:
    place.only("label", "sensitive")
    return Field(words(place.get("label")), place.get("sensitive").flag(default=False))


def _trust(place: Place) -> Trust:
    get = place.get
    return Trust(
        mark=Mark(get("mark").one_of([mark.value for mark in Mark], Mark.ABSENT.value)),
        annex=get("annex").word(""),
        source=get("source").word(""),
        source_url=get("source_url").word(""),
        note=words(get("note"), required=False),
        reviewed_by=get("reviewed_by").word(""),
        reviewed_on=iso_day(get("reviewed_on")),
    )


def _check_absent(place: Place, trust: Trust, content: Place, *, has_content: bool) -> None:
    if (trust.mark is Mark.ABSENT) == has_content:
        content.problem("absent_list", "a list that was not found is empty and marked absent, and only then")
    if trust.mark is Mark.ABSENT and not trust.note:
        place.get("note").problem("unexplained", "what is absent says why")
