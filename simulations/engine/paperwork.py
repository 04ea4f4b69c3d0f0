"""What lies on the desk, read from its place in the file: documents with their fields and zones, messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulations.engine import marks
from simulations.engine.cast.placeholders import PLACEHOLDER
from simulations.engine.grammar import effects
from simulations.engine.mrz import CHECKED, FORMATS, Zone
from simulations.engine.reader import Place
from simulations.engine.scenario import Document, Field, Message
from simulations.engine.text import NO_TEXT

DOCUMENT_KINDS = (
    *("passport", "card", "travel_document", "letter", "form", "record", "decision", "medical", "fit_to_fly"),
    *("birth", "ticket", "interview"),
)
AUTHENTICITY = ("genuine", "altered", "forged")
EVIDENCE = ("proof", "prima_facie", "none")


def field(place: Place) -> Field:
    place.only("key", "label", "shown", "particular", "true", "odd", "lang")
    particular, shown = place.get("particular"), place.get("shown")
    said = shown.text() if isinstance(shown.value, dict) else NO_TEXT
    return Field(
        key=place.get("key").word(),
        label=place.get("label").text(required=True),
        shown=said.say() if said else shown.word(),
        particular=particular.ref("particulars") if particular.is_given else "",
        true=place.get("true").word(""),
        odd=kinds_of_mark(place.get("odd")),
        lang=place.get("lang").word(""),
        said=said,
    )


def kinds_of_mark(place: Place) -> tuple[str, ...]:
    """Kinds of mark that are right here: those named, or any of them where it only says true."""
    if isinstance(place.value, bool):
        return marks.KINDS if place.value else ()
    return tuple(item.one_of(marks.KINDS) for item in place.each_or_one())


def _beside_fields(place: Place) -> Iterator[tuple[str, Place]]:
    for key, item in place.entries():
        if key not in marks.PLACES:
            item.problem("not_offered", f"“{key}” is not one of: {', '.join(marks.PLACES)}; fields say it themselves")
        yield key, item


def _fields_named(place: Place, fields: tuple[Field, ...]) -> tuple[str, ...]:
    known = {item.key for item in fields}
    for item in place.each_or_one():
        if item.word() not in known:
            item.problem("unknown_field", f"the document has no field “{item.word()}”")
    return place.words()


def document(key: str, place: Place) -> Document:
    place.only(
        *("title", "kind", "source", "fields", "body", "pages", "mrz"),
        *("authenticity", "evidence", "at_start", "column", "about", "odd", "echoes", "issuer"),
    )
    fields = tuple(field(item) for item in place.get("fields").items())
    for name, count in Counter(item.key for item in fields).items():
        if count > 1:
            place.get("fields").problem("duplicate_field", f"the field “{name}” stands {count} times")
    return Document(
        key=key,
        title=place.get("title").text(required=True),
        kind=place.get("kind").one_of(DOCUMENT_KINDS),
        source=place.get("source").ref("people"),
        fields=fields,
        body=place.get("body").text(),
        pages=place.get("pages").number(1),
        zone=_zone(place.get("mrz")),
        authenticity=place.get("authenticity").one_of(AUTHENTICITY, "genuine"),
        evidence=place.get("evidence").one_of(EVIDENCE, "none"),
        at_start=place.get("at_start").flag(default=False),
        column=place.get("column").text(),
        about=place.get("about").text(),
        issuer=place.get("issuer").text(),
        odd={key: kinds_of_mark(item) for key, item in _beside_fields(place.get("odd"))},
        echoes={key: _fields_named(item, fields) for key, item in _beside_fields(place.get("echoes"))},
    )


def _zone(place: Place) -> Zone | None:
    """The machine readable zone; its check digits are worked out, and the state is always the specimen one."""
    if not place.is_given:
        return None
    place.only(*("format", "code", "surname", "given", "number", "born", "sex", "expires", "optional", "wrong"))
    return Zone(
        format=place.get("format").one_of(tuple(FORMATS), "td3"),
        surname=place.get("surname").word(),
        given=place.get("given").word(),
        number=place.get("number").word(),
        born=_day(place.get("born")),
        sex=place.get("sex").one_of(("M", "F", "<")),
        expires=_day(place.get("expires")),
        optional=place.get("optional").word(""),
        code=place.get("code").word(""),
        wrong=tuple(item.one_of(CHECKED) for item in place.get("wrong").items()),
    )


def _day(place: Place) -> str:
    """A date, or the placeholder of one: the cast holds those against its own dates."""
    return place.word() if PLACEHOLDER.search(str(place.value)) else place.date().isoformat()


def message(key: str, place: Place) -> Message:
    place.only("from", "subject", "body", "effects", "at_start")
    return Message(
        key=key,
        sender=place.get("from").ref("people"),
        subject=place.get("subject").text(required=True),
        body=place.get("body").text(required=True),
        effects=effects(place.get("effects")),
        at_start=place.get("at_start").flag(default=False),
    )
