"""Agreement packs: legal values as data, each with its source, its mark and what is not known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulations.agreements.engine.annexes import EvidenceList, Form, evidence_list, form
from simulations.agreements.engine.files import iso_day, opened, refuse_if_wrong, words
from simulations.agreements.engine.trust import check_trust
from simulations.engine.reader import Place
from simulations.engine.reference import UNITS, Mark, Value
from simulations.engine.text import Text

# An agreement has two sides and clocks; general law is cited and never counted.
KINDS = ("agreement", "general")


@dataclass(frozen=True, slots=True)
class Pack:
    """`requested` is the side that replies, `requesting` those that may ask, the usual one first."""

    key: str
    title: Text
    note: Text
    kind: str
    requested: str
    requesting: tuple[str, ...]
    valid_from: str
    digest: str
    sources: Mapping[str, str]  # S1 -> where it was read
    values: Mapping[str, Value]
    evidence: Mapping[str, EvidenceList] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)

    def value(self, name: str) -> Value | None:
        return self.values.get(f"{self.key}.{name}")


def read_pack(path: Path) -> Pack:
    """The pack of one file; FileInvalid with every problem it has."""
    place = opened(path)
    keys = ("kind", "requested", "requesting", "from", "title", "note", "sources")
    place.only(*keys, "values", "evidence", "forms")
    kind = place.get("kind").one_of(KINDS, "agreement")
    is_general = kind == "general"
    sources = {key: item.word() for key, item in place.get("sources").entries()}
    valid_from = iso_day(place.get("from"))
    found = Pack(
        key=path.stem,
        title=words(place.get("title")),
        note=words(place.get("note")),
        kind=kind,
        requested=place.get("requested").word("" if is_general else None),
        requesting=place.get("requesting").words(),
        valid_from=valid_from,
        digest=_digest(place),
        sources=sources,
        values=_values(path.stem, place.get("values"), valid_from),
        evidence=place.get("evidence").each(evidence_list),
        forms=place.get("forms").each(form),
    )
    if not is_general and not found.requesting:
        place.get("requesting").problem("missing", "whose officials ask?")
    for section in ("values", "evidence", "forms"):
        for _key, item in place.get(section).entries():
            check_trust(item, sources)
    refuse_if_wrong(path, place)
    return found


def _digest(place: Place) -> str:
    """Names the very content: a corrected value is another state of the pack."""
    canonical = json.dumps(place.value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _values(key: str, place: Place, valid_from: str) -> dict[str, Value]:
    if not place.is_given:
        place.problem("missing", "a pack without values says nothing")
    found = place.each(lambda name, item: _value(f"{key}.{name}", item, valid_from))
    return {value.token: value for value in found.values()}


def _value(token: str, place: Place, valid_from: str) -> Value:
    get = place.get
    trusted = ("mark", "source", "article", "source_url", "note", "reviewed_by", "reviewed_on")
    place.only("text", "number", "unit", "from", "until", *trusted)
    mark = Mark(get("mark").one_of([mark.value for mark in Mark], Mark.ABSENT.value))
    found = Value(
        token=token,
        text=words(get("text")),
        mark=mark,
        number=get("number").number() if get("number").is_given else None,
        unit=get("unit").one_of(UNITS, "none"),
        source=get("source").word(""),
        article=get("article").word(""),
        source_url=get("source_url").word(""),
        note=words(get("note"), required=False),
        reviewed_by=get("reviewed_by").word(""),
        reviewed_on=iso_day(get("reviewed_on")),
        valid_from=_valid_from(place, mark, valid_from),
        valid_until=iso_day(get("until")),
    )
    _check(place, found)
    return found


def _valid_from(place: Place, mark: Mark, of_the_pack: str) -> str:
    """The day of the agreement itself, unless the value names its own; an assumption was never in force."""
    if isinstance(place.value, Mapping) and "from" in place.value:
        return iso_day(place.get("from"))
    return "" if mark in (Mark.ABSENT, Mark.ASSUMPTION, Mark.PRINCIPLE) else of_the_pack


def _check(place: Place, value: Value) -> None:
    if (value.number is None) != (value.unit == "none"):
        place.problem("incomplete", "a number stands with its unit, and only with it")
    if value.number is not None and value.number <= 0:
        place.get("number").problem("not_a_length", "a limit is longer than nothing")
    if value.mark is Mark.ABSENT and value.number is not None:
        place.get("number").problem("absent_number", "an absent value has no number")
    if value.valid_until and value.valid_until < value.valid_from:
        place.get("until").problem("span", "ends before it starts")
