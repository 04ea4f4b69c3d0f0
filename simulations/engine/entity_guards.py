"""Injects, safeguards and counterparts read from their place in the file: what happens, what must not, who answers."""

from __future__ import annotations

from dataclasses import replace

from simulations.engine.atoms import DocumentIs
from simulations.engine.conditions import NEVER, AnyOf
from simulations.engine.counterparts import LATER_BY, STYLES, Counterpart, Style
from simulations.engine.entity_acts import cited, watched
from simulations.engine.grammar import MOST_OPEN_DAYS, condition, effects
from simulations.engine.reader import Place
from simulations.engine.reference import Mark
from simulations.engine.scenario import Expectation, Inject, Safeguard, Scenario, Waiver, Within

EVIDENCE_NEEDED = ("proof", "prima_facie")  # the stronger first


def inject(key: str, place: Place) -> Inject:
    place.only("title", "at", "when", "effects", "by", "expects")
    at, by, expects = place.get("at"), place.get("by"), place.get("expects")
    if not (at.is_given or by.is_given or place.get("when").is_given):
        place.problem("missing", "an inject needs a time or a condition, or a facilitator")
    if at.is_given and by.is_given:
        at.problem("not_offered", "a facilitator chooses the moment: either “at” or “by”")
    return Inject(
        key,
        place.get("title").text(required=True),
        at.moment() if at.is_given else None,
        condition(place.get("when")),
        effects(place.get("effects")),
        by.one_of(("facilitator",)) if by.is_given else "",
        expectation(expects) if expects.is_given else None,
    )


def expectation(place: Place) -> Expectation:
    place.only("acts", "within")
    return Expectation(watched(place.get("acts")), within(place.get("within")))


def within(place: Place) -> Within:
    place.only("minutes", "days", "open_days", "value", "calendar")
    given = [key for key in ("minutes", "days", "open_days", "value") if place.get(key).is_given]
    if len(given) != 1:
        place.problem("within", "in what time? One of: minutes, days, open_days, value")
    numbers = {key: place.get(key).number() for key in given if key != "value"}
    for key, number in numbers.items():
        if not 0 <= number <= _MOST[key]:
            place.get(key).problem("within", f"between nothing and {_MOST[key]} {key.replace('_', ' ')}")
    calendar = place.get("calendar")
    if calendar.is_given != bool({"open_days", "value"} & set(given)):
        place.problem("within", "open_days and value are counted by a calendar, the others by none")
    return Within(
        minutes=numbers.get("minutes"),
        days=numbers.get("days"),
        open_days=numbers.get("open_days"),
        value=length(place.get("value")) if "value" in given else "",
        calendar=calendar.ref("calendars") if calendar.is_given else "",
    )


_MOST = {"minutes": 24 * 60, "days": MOST_OPEN_DAYS, "open_days": MOST_OPEN_DAYS}


def safeguard(key: str, place: Place) -> Safeguard:
    place.only(
        *("title", "never", "where", "unless", "while", "evidence", "of", "after", "do", "within", "at_risk"),
        *("critical", "basis", "kept", "breached", "risk", "untested", "cites", "competency", "waived"),
    )
    risk, waived = place.get("at_risk"), place.get("waived")
    found = Safeguard(
        key=key,
        title=place.get("title").text(required=True),
        template="after_do_within" if place.get("after").is_given else _template(place),
        acts=watched(place.get("do" if place.get("after").is_given else "never")),
        guard=NEVER,
        where=condition(place.get("where")),
        at_risk=condition(risk) if risk.is_given else None,
        critical=place.get("critical").flag(default=True),
        basis=Mark(place.get("basis").one_of([mark.value for mark in Mark], "principle")),
        kept=place.get("kept").text(required=True),
        breached=place.get("breached").text(required=True),
        risk=place.get("risk").text(),
        untested=place.get("untested").text(),
        cites=cited(place),
        competency=place.get("competency").ref("competencies"),
        waived=_waiver(waived) if waived.is_given else None,
    )
    return _after(place, found) if found.template == "after_do_within" else _guarded(place, found)


def _waiver(place: Place) -> Waiver:
    place.only("because", "by")
    return Waiver(place.get("because").text(required=True), place.get("by").word())


def _template(place: Place) -> str:
    given = [word for word in _TEMPLATES if place.get(word).is_given]
    if len(given) != 1:
        place.problem("safeguard_guard", "a safeguard has one of “unless”, “while”, “evidence”, or “after”")
    return _TEMPLATES[given[0]] if given else "never_unless"


_TEMPLATES = {"unless": "never_unless", "while": "never_while", "evidence": "needs_evidence"}


def _guarded(place: Place, found: Safeguard) -> Safeguard:
    for word in ("do", "within"):
        if place.get(word).is_given:
            place.get(word).problem("safeguard_guard", f"“{word}” belongs to “after”")
    if found.template != "needs_evidence":
        if place.get("of").is_given:
            place.get("of").problem("safeguard_guard", "“of” belongs to “evidence”")
        return replace(found, guard=condition(place.get("while" if found.template == "never_while" else "unless")))
    of = tuple(item.ref("documents") for item in place.get("of").items())
    return replace(found, evidence=place.get("evidence").one_of(EVIDENCE_NEEDED), of=of)


def _after(place: Place, found: Safeguard) -> Safeguard:
    for word in ("never", "at_risk", "of", *_TEMPLATES):
        if place.get(word).is_given:
            place.get(word).problem("safeguard_guard", f"“{word}” does not go with “after”")
    after = place.get("after")
    opened_by_acts = isinstance(after.value, str | list)
    return replace(
        found,
        after=watched(after) if opened_by_acts else (),
        after_when=None if opened_by_acts else condition(after),
        within=within(place.get("within")),
    )


def with_proofs(scenario: Scenario) -> Scenario:
    """The guards of safeguards that ask for evidence: one of the genuine documents that prove enough was opened."""
    guards = {
        key: replace(item, guard=AnyOf(tuple(DocumentIs(document, "read") for document in _proving(scenario, item))))
        for key, item in scenario.safeguards.items()
        if item.template == "needs_evidence"
    }
    return replace(scenario, safeguards={**scenario.safeguards, **guards})


def _proving(scenario: Scenario, item: Safeguard) -> list[str]:
    classes = EVIDENCE_NEEDED[: EVIDENCE_NEEDED.index(item.evidence) + 1]
    return [
        key
        for key, document in scenario.documents.items()
        if document.evidence in classes and document.authenticity == "genuine" and (not item.of or key in item.of)
    ]


def counterpart(key: str, place: Place) -> Counterpart:
    if key not in place.book.keys["people"]:
        place.problem("unknown_people", f"“{key}” is not defined under people")
    place.only("styles", *STYLES)
    allowed = place.get("styles")
    styles = {word: style(word, place.get(word)) for word in allowed.words() if word in STYLES}
    for word in allowed.words():
        if word not in STYLES:
            allowed.problem("not_offered", f"“{word}” is not one of: {', '.join(STYLES)}")
    if not allowed.words():
        allowed.problem("missing", "which styles may a run be given?")
    for word in STYLES:
        if place.get(word).is_given and word not in styles:
            place.get(word).problem("not_offered", f"“{word}” is not among the styles of this counterpart")
    return Counterpart(key, styles)


def style(word: str, place: Place) -> Style:
    place.only("open_days", "drops")
    drops, later = place.get("drops"), place.get("open_days").number(LATER_BY[word])
    if not 0 <= later <= MOST_OPEN_DAYS:
        place.get("open_days").problem("delay", f"a delay is between nothing and {MOST_OPEN_DAYS} open days")
    named = frozenset(item.ref("messages") for item in drops.items())
    return Style(later, named, drops_all=word == "silent" and not drops.is_given)


def length(place: Place) -> str:
    token = place.ref("values")
    value = place.book.reference.values.get(token)
    if value is not None and (value.number is None or value.unit == "none"):
        place.problem("value_has_no_length", f"“{token}” gives no number of days or months")
    return token
