"""Each part of a case read from its place in the file."""

from __future__ import annotations

from simulations.engine.conditions import NEVER
from simulations.engine.entity_acts import cited, watched
from simulations.engine.entity_guards import length
from simulations.engine.grammar import condition, effects
from simulations.engine.reader import Place
from simulations.engine.scenario import (
    END_DAY,
    READ,
    WAIT,
    Briefing,
    Deadline,
    Ending,
    Fact,
    Move,
    Office,
    Person,
    Role,
    RubricItem,
    Stage,
)

LAYERS = ("truth", "record", "known")
MOST_VALUES = 6


def role(key: str, place: Place) -> Role:
    place.only("name", "duty")
    return Role(key, place.get("name").text(required=True), place.get("duty").text())


def person(key: str, place: Place) -> Person:
    place.only("name", "what", "also")
    name, what, also = (place.get(part).text(required=part == "name") for part in ("name", "what", "also"))
    return Person(key, name, what, also)


def stage(key: str, place: Place) -> Stage:
    place.only("title", "reached")
    return Stage(key, place.get("title").text(required=True), condition(place.get("reached")))


def fact(key: str, place: Place) -> Fact:
    place.only("values", "initial", "layer", "role", "text")
    values = place.get("values").words()
    if not 2 <= len(values) <= MOST_VALUES:
        place.get("values").problem("values_count", f"a fact has 2 to {MOST_VALUES} values, here {len(values)}")
    initial = place.get("initial").one_of(values, values[0] if values else "")
    layer = place.get("layer").one_of(LAYERS, "record")
    named = place.get("role")
    if layer == "known" and not named.is_given:
        place.problem("missing", "a fact that is known needs the role that knows it")
    known_by = named.ref("roles") if named.is_given else ""
    return Fact(key, values, initial, layer, known_by, place.get("text").text())


def deadline(key: str, place: Place) -> Deadline:
    place.only(
        *("title", "value", "extension", "requested", "requesting"),
        *("starts_at_begin", "started_on", "on_expiry", "cites", "text"),
    )
    extension, started, at_begin = place.get("extension"), place.get("started_on"), place.get("starts_at_begin")
    if started.is_given and at_begin.value is not True:
        started.problem("started_on", "only a clock that starts at the beginning can have started before it")
    return Deadline(
        key=key,
        title=place.get("title").text(required=True),
        value=length(place.get("value")),
        extension=length(extension) if extension.is_given else "",
        requested=place.get("requested").ref("calendars"),
        requesting=place.get("requesting").ref("calendars"),
        starts_at_begin=at_begin.flag(default=False),
        started_on=started.date() if started.is_given else None,
        on_expiry=effects(place.get("on_expiry")),
        cites=cited(place),
        text=place.get("text").text(),
    )


def item(key: str, place: Place) -> RubricItem:
    place.only("title", "competency", "points", "when", "on", "critical", "cites")
    on = place.get("on")
    return RubricItem(
        key=key,
        competency=place.get("competency").ref("competencies"),
        points=place.get("points").number(),
        title=place.get("title").text(required=True),
        when=condition(place.get("when")),
        on=watched(on) if on.is_given else (),
        critical=place.get("critical").flag(default=False),
        cites=cited(place),
    )


def ending(key: str, place: Place) -> Ending:
    place.only("kind", "title", "text", "when")
    never = not place.get("when").is_given
    if never and place.book.falls_to not in (key, ""):
        place.problem("missing", "when does the case end this way?")
    return Ending(
        key,
        place.get("kind").one_of(("pass", "neutral", "fail")),
        place.get("title").text(required=True),
        place.get("text").text(required=True),
        NEVER if never else condition(place.get("when")),
    )


def office(place: Place) -> Office:
    place.only("calendar", "opens", "closes")
    found = Office(place.get("calendar").ref("calendars"), place.get("opens").time(), place.get("closes").time())
    if found.opens >= found.closes:
        place.problem("office_hours", "the office closes before it opens")
    return found


def briefing(place: Place) -> Briefing:
    parts = ("aim", "setting", "assume", "clock", "notice", "sensitive")
    place.only(*parts)
    return Briefing(*(place.get(key).text() for key in parts))


def moves(_: str, place: Place) -> tuple[Move, ...]:
    return tuple(_move(item) for item in place.items())


def _move(place: Place) -> Move:
    place.only("act", "inputs")
    act, inputs = place.get("act"), place.get("inputs")
    key = act.word() if act.value in (END_DAY, WAIT, READ) else act.ref("acts")
    return Move(key, inputs.value if isinstance(inputs.value, dict) else {})
