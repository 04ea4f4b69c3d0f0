"""From a file to a Scenario, or ScenarioInvalid with every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulations.engine import entities, paperwork
from simulations.engine.cast import reading, wardrobe
from simulations.engine.fingerprint import logic_hash
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.reader import Book, Place
from simulations.engine.reference import Reference
from simulations.engine.scenario import Scenario
from simulations.engine.source import Source, read

FORMAT = 1
_KINDS = (
    *("jurisdictions", "roles", "people", "competencies", "stages", "particulars", "facts", "documents", "messages"),
    *("acts", "deadlines", "injects", "safeguards", "rubric", "endings"),
)
_HEAD = (
    *("format", "title", "summary", "level", "about_minutes", "reference_number", "role", "starts_at"),
    *("ends_on", "falls_to", "office", "pass_percent", "pack", "requested", "requesting", "subject"),
    *("calendars", "briefing", "questions", "models", "cast"),
)


def load(raw: bytes | str | Mapping[str, Any] | Source, reference: Reference, *, key: str) -> Scenario:
    """The case in this file, mapping or source, with the values and day tables it uses frozen in."""
    source = _source(raw)
    book = Book(source, reference, problems=list(source.problems))
    place = Place(book, (), source.value)
    if not isinstance(source.value, dict):
        place.problem("wrong_type", "a case is a set of keys: title, acts, …")
        raise ScenarioInvalid(book.problems)
    place.only(*_HEAD, *_KINDS)
    _note_keys(book, source.value, reference)
    scenario = _scenario(key, place, reference)
    if book.problems:
        raise ScenarioInvalid(dict.fromkeys(book.problems))
    scenario = wardrobe.prepared(scenario)
    return replace(scenario, logic_hash=logic_hash(scenario))


def _source(raw: bytes | str | Mapping[str, Any] | Source) -> Source:
    if isinstance(raw, Source):
        return raw
    return Source(dict(raw), {}) if isinstance(raw, Mapping) else read(raw)


def _note_keys(book: Book, value: Mapping[str, Any], reference: Reference) -> None:
    """What may be referred to, before anything is read: order in the file does not matter."""
    for kind in _KINDS:
        table = value.get(kind)
        book.keys[kind] = set(table) if isinstance(table, dict) else set()
    for fact, body in value.get("facts", {}).items() if isinstance(value.get("facts"), dict) else ():
        values = body.get("values") if isinstance(body, dict) else None
        book.keys[f"fact:{fact}"] = {str(item) for item in values} if isinstance(values, list) else set()
    used = value.get("calendars")
    book.keys["calendars"] = (
        {str(item) for item in used} & set(reference.calendars) if isinstance(used, list) else set()
    )
    book.keys["values"] = set(reference.values)


def _scenario(key: str, place: Place, reference: Reference) -> Scenario:
    get = place.get
    if get("format").number() != FORMAT:
        get("format").problem("format", f"this engine reads format {FORMAT}")
    scenario = Scenario(
        key=key,
        title=get("title").text(required=True),
        summary=get("summary").text(required=True),
        level=get("level").one_of(("beginner", "intermediate", "demanding")),
        about_minutes=get("about_minutes").number(),
        reference_number=get("reference_number").word(),
        role=get("role").ref("roles"),
        starts_at=get("starts_at").moment(),
        ends_on=get("ends_on").date(),
        falls_to=get("falls_to").ref("endings"),
        office=entities.office(get("office")),
        pass_percent=get("pass_percent").number(),
        pack=get("pack").word(),
        requested=get("requested").ref("jurisdictions"),
        requesting=get("requesting").ref("jurisdictions"),
        subject=get("subject").ref("people"),
        briefing=entities.briefing(get("briefing")),
        jurisdictions=get("jurisdictions").each(_text),
        roles=get("roles").each(entities.role),
        people=get("people").each(entities.person),
        competencies=get("competencies").each(_text),
        stages=get("stages").each(entities.stage),
        particulars=get("particulars").each(_text),
        facts=get("facts").each(entities.fact),
        documents=get("documents").each(paperwork.document),
        messages=get("messages").each(paperwork.message),
        acts=get("acts").each(entities.act),
        deadlines=get("deadlines").each(entities.deadline),
        injects=get("injects").each(entities.inject),
        safeguards=get("safeguards").each(entities.safeguard),
        rubric=get("rubric").each(entities.item),
        endings=get("endings").each(entities.ending),
        questions=tuple(item.text(required=True) for item in get("questions").items()),
        models=get("models").each(entities.moves),
        values=_values(get("pack"), reference),
        calendars=_calendars(get("calendars"), reference),
        cast=reading.cast(place),
    )
    _check_spans(place, scenario)
    return scenario


def _text(_: str, place: Place) -> Any:
    return place.text(required=True)


def _values(pack: Place, reference: Reference) -> dict[str, Any]:
    prefix = f"{pack.word('')}."
    found = {token: value for token, value in reference.values.items() if token.startswith(prefix)}
    if pack.is_given and not found:
        pack.problem("unknown_pack", f"no agreement pack “{pack.value}”")
    return found


def _calendars(place: Place, reference: Reference) -> dict[str, Any]:
    found = {}
    for item in place.items():
        code = item.word()
        if code in reference.calendars:
            found[code] = reference.calendars[code]
        else:
            item.problem("unknown_calendar", f"no day table for “{code}”")
    if not place.is_given:
        place.problem("missing", "which calendars does the case use?")
    return found


def _check_spans(place: Place, scenario: Scenario) -> None:
    if scenario.ends_on <= scenario.starts_at.date():
        place.get("ends_on").problem("span", "the case ends before it starts")
    for code, table in scenario.calendars.items():
        if not (table.covers(scenario.starts_at.date()) and table.covers(scenario.ends_on)):
            place.get("calendars").problem("calendar_span", f"the day table {code} does not cover the case")
    office = scenario.calendars.get(scenario.office.calendar)
    if office and not office.is_open(scenario.starts_at.date()):
        place.get("starts_at").problem("office_closed", "the office is closed on the first day")
