"""Each part of a case read from its place in the file."""

from __future__ import annotations

from simulations.engine.conditions import NEVER
from simulations.engine.grammar import condition, effects
from simulations.engine.inputs import INPUT_KINDS
from simulations.engine.reader import Place
from simulations.engine.reference import Mark
from simulations.engine.safeguards import TEMPLATES
from simulations.engine.scenario import (
    BUILT_IN,
    Act,
    Briefing,
    Deadline,
    Ending,
    Fact,
    Inject,
    Input,
    Move,
    Need,
    Office,
    Option,
    Person,
    Role,
    RubricItem,
    Rule,
    Safeguard,
    Stage,
)

VERDICTS = ("sound", "cost", "breach")
LAYERS = ("truth", "record", "known")
GROUPS = ("look", "find_out", "decide")
TASKS = ("choose", "compute", "inspect", "compare")
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


def option(key: str, place: Place) -> Option:
    if isinstance(place.value, dict) and "text" in place.value:
        place.only("text", "when")
        return Option(key, place.get("text").text(required=True), condition(place.get("when")))
    return Option(key, place.text(required=True))


def input_(key: str, place: Place) -> Input:
    place.only("kind", "label", "hint", "options", "rows", "required", "least_words")
    kind = place.get("kind").one_of(INPUT_KINDS)
    found = Input(
        key=key,
        kind=kind,
        label=place.get("label").text(required=True),
        hint=place.get("hint").text(),
        options=tuple(place.get("options").each(option).values()),
        rows=tuple(place.get("rows").each(option).values()),
        required=place.get("required").flag(default=True),
        least_words=place.get("least_words").number(0),
    )
    if kind in ("choice", "many", "table") and not found.options:
        place.problem("missing", f"an input of kind {kind} needs options")
    if kind == "table" and not found.rows:
        place.problem("missing", "a table needs rows")
    return found


def need(place: Place) -> Need:
    place.only("when", "because")
    if not place.get("when").is_given:
        place.get("when").problem("missing", "what does the act need?")
    return Need(condition(place.get("when")), place.get("because").text(required=True))


def rule(key: str, place: Place) -> Rule:
    place.only("when", "group", "effects", "verdict", "feedback")
    verdict = place.get("verdict")
    return Rule(
        key=key,
        when=condition(place.get("when")),
        group=place.get("group").word("main"),
        effects=effects(place.get("effects")),
        verdict=verdict.one_of(VERDICTS) if verdict.is_given else "",
        feedback=place.get("feedback").text(),
    )


def act(key: str, place: Place) -> Act:
    place.only(
        *("group", "label", "detail", "sees", "task", "document", "deadline", "minutes", "once"),
        *("needs", "inputs", "effects", "rules", "also", "cites"),
    )
    if key in BUILT_IN:
        place.problem("reserved_key", f"“{key}” is what the engine calls its own act")
    about, clock = place.get("document"), place.get("deadline")
    return Act(
        key=key,
        group=place.get("group").one_of(GROUPS),
        label=place.get("label").text(required=True),
        detail=place.get("detail").text(),
        sees=place.get("sees").text(),
        task=place.get("task").one_of(TASKS, "choose"),
        document=about.ref("documents") if about.is_given else "",
        deadline=clock.ref("deadlines") if clock.is_given else "",
        minutes=place.get("minutes").number(0),
        once=place.get("once").flag(default=True),
        needs=tuple(need(item) for item in place.get("needs").items()),
        inputs=tuple(place.get("inputs").each(input_).values()),
        effects=effects(place.get("effects")),
        rules=tuple(place.get("rules").each(rule).values()),
        also=place.get("also").text(),
        cites=_cites(place),
    )


def _cites(place: Place) -> tuple[str, ...]:
    return tuple(item.ref("values") for item in place.get("cites").items())


def deadline(key: str, place: Place) -> Deadline:
    place.only(
        *("title", "value", "extension", "requested", "requesting"),
        *("starts_at_begin", "on_expiry", "cites", "text"),
    )
    extension = place.get("extension")
    return Deadline(
        key=key,
        title=place.get("title").text(required=True),
        value=_length(place.get("value")),
        extension=_length(extension) if extension.is_given else "",
        requested=place.get("requested").ref("calendars"),
        requesting=place.get("requesting").ref("calendars"),
        starts_at_begin=place.get("starts_at_begin").flag(default=False),
        on_expiry=effects(place.get("on_expiry")),
        cites=_cites(place),
        text=place.get("text").text(),
    )


def _length(place: Place) -> str:
    token = place.ref("values")
    value = place.book.reference.values.get(token)
    if value is not None and (value.number is None or value.unit == "none"):
        place.problem("value_has_no_length", f"“{token}” gives no number of days or months")
    return token


def inject(key: str, place: Place) -> Inject:
    place.only("title", "at", "when", "effects")
    at = place.get("at")
    if not at.is_given and not place.get("when").is_given:
        place.problem("missing", "an inject needs a time or a condition")
    return Inject(
        key,
        place.get("title").text(required=True),
        at.moment() if at.is_given else None,
        condition(place.get("when")),
        effects(place.get("effects")),
    )


def safeguard(key: str, place: Place) -> Safeguard:
    place.only(
        *("title", "never", "where", "unless", "while", "at_risk", "critical", "basis"),
        *("kept", "breached", "risk", "untested", "cites", "competency"),
    )
    given = [word for word in ("unless", "while") if place.get(word).is_given]
    if len(given) != 1:
        place.problem("safeguard_guard", "a safeguard has either “unless” or “while”")
    template = TEMPLATES[given == ["while"]]
    risk = place.get("at_risk")
    return Safeguard(
        key=key,
        title=place.get("title").text(required=True),
        template=template,
        acts=_acts(place.get("never")),
        guard=condition(place.get(given[0] if given else "unless")),
        where=condition(place.get("where")),
        at_risk=condition(risk) if risk.is_given else None,
        critical=place.get("critical").flag(default=True),
        basis=Mark(place.get("basis").one_of([mark.value for mark in Mark], "principle")),
        kept=place.get("kept").text(required=True),
        breached=place.get("breached").text(required=True),
        risk=place.get("risk").text(),
        untested=place.get("untested").text(),
        cites=_cites(place),
        competency=place.get("competency").ref("competencies"),
    )


def _acts(place: Place) -> tuple[str, ...]:
    if not place.is_given:
        place.problem("missing", "which acts does it watch?")
    if isinstance(place.value, list):
        return tuple(item.ref("acts") for item in place.items())
    return (place.ref("acts"),) if place.is_given else ()


def item(key: str, place: Place) -> RubricItem:
    place.only("title", "competency", "points", "when", "on", "critical", "cites")
    on = place.get("on")
    return RubricItem(
        key=key,
        competency=place.get("competency").ref("competencies"),
        points=place.get("points").number(),
        title=place.get("title").text(required=True),
        when=condition(place.get("when")),
        on=_acts(on) if on.is_given else (),
        critical=place.get("critical").flag(default=False),
        cites=_cites(place),
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
    place.only("aim", "setting", "assume", "clock", "notice")
    get = place.get
    texts = [get(key).text() for key in ("aim", "setting", "assume", "clock", "notice")]
    return Briefing(*texts)


def moves(_: str, place: Place) -> tuple[Move, ...]:
    return tuple(_move(item) for item in place.items())


def _move(place: Place) -> Move:
    place.only("act", "inputs")
    inputs = place.get("inputs")
    return Move(place.get("act").word(), inputs.value if isinstance(inputs.value, dict) else {})
