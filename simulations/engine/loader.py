"""From a file to a Scenario, or ScenarioInvalid with every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulations.engine import entities, entity_acts, entity_forms, entity_guards, paperwork
from simulations.engine.cast import reading, wardrobe
from simulations.engine.fingerprint import logic_hash
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.reader import Book, Place
from simulations.engine.reference import Reference, Value
from simulations.engine.scenario import Scenario
from simulations.engine.source import Source, read

FORMAT = 1
_KINDS = (
    *("jurisdictions", "roles", "people", "competencies", "stages", "particulars", "facts", "documents", "messages"),
    *("forms", "acts", "counterparts", "deadlines", "injects", "safeguards", "rubric", "endings"),
)
_HEAD = (
    *("format", "title", "summary", "level", "about_minutes", "reference_number", "role", "starts_at"),
    *("ends_on", "falls_to", "office", "pass_percent", "pack", "requested", "requesting", "subject"),
    *("calendars", "briefing", "questions", "models", "cast", "also", "drafted"),
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
    valued = replace(scenario, values=_values(scenario, book))
    whole = wardrobe.prepared(entity_guards.with_proofs(valued))
    return replace(whole, logic_hash=logic_hash(whole))


def _source(raw: bytes | str | Mapping[str, Any] | Source) -> Source:
    if isinstance(raw, Source):
        return raw
    return Source(dict(raw), {}) if isinstance(raw, Mapping) else read(raw)


def _note_keys(book: Book, value: Mapping[str, Any], reference: Reference) -> None:
    """What may be referred to, before anything is read: order in the file does not matter."""
    for kind in _KINDS:
        book.keys[kind] = set(_table(value.get(kind)))
    for kind, part, prefix in _PARTS:
        for key, body in _table(value.get(kind)).items():
            book.keys[f"{prefix}:{key}"] = _names(_table(body).get(part))
    book.keys["interviews"] = {key for key, body in _table(value.get("acts")).items() if "questions" in _table(body)}
    book.keys["calendars"] = _names(value.get("calendars")) & set(reference.calendars)
    book.keys["values"] = set(reference.values)


_PARTS = (
    *(("facts", "values", "fact"), ("documents", "fields", "fields"), ("acts", "questions", "questions")),
    ("counterparts", "styles", "styles"),
)


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _names(value: Any) -> set[str]:
    """The keys of a table, the words of a list, or the keys of the things in a list."""
    if isinstance(value, list):
        return {str(item.get("key") if isinstance(item, dict) else item) for item in value}
    return set(_table(value))


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
        pack=_pack(get("pack"), reference),
        also=tuple(_pack(item, reference) for item in get("also").items()),
        drafted=tuple(item.word() for item in get("drafted").items()),
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
        forms=get("forms").each(entity_forms.form),
        acts=get("acts").each(entity_acts.act),
        counterparts=get("counterparts").each(entity_guards.counterpart),
        deadlines=get("deadlines").each(entities.deadline),
        injects=get("injects").each(entity_guards.inject),
        safeguards=get("safeguards").each(entity_guards.safeguard),
        rubric=get("rubric").each(entities.item),
        endings=get("endings").each(entities.ending),
        questions=tuple(item.text(required=True) for item in get("questions").items()),
        models=get("models").each(entities.moves),
        calendars=_calendars(get("calendars"), reference),
        cast=reading.cast(place),
    )
    _check_spans(place, scenario)
    return scenario


def _text(_: str, place: Place) -> Any:
    return place.text(required=True)


def _pack(place: Place, reference: Reference) -> str:
    name = place.word()
    if name and not any(token.startswith(f"{name}.") for token in reference.values):
        place.problem("unknown_pack", f"no agreement pack “{name}”")
    return name


def _values(scenario: Scenario, book: Book) -> dict[str, Value]:
    """All values of the packs the case names, and whatever else it cites."""
    own = tuple(f"{pack}." for pack in (scenario.pack, *scenario.also))
    every = book.reference.values
    return {token: value for token, value in every.items() if token.startswith(own) or token in book.used}


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
    hour, opens, closes = scenario.starts_at.time(), scenario.office.opens, scenario.office.closes
    if opens < closes and hour >= closes:
        place.get("starts_at").problem("office_closed", f"the office closes at {closes:%H:%M}: begin within its hours")
    office = scenario.calendars.get(scenario.office.calendar)
    if office and not office.is_open(scenario.starts_at.date()):
        place.get("starts_at").problem("office_closed", "the office is closed on the first day")
