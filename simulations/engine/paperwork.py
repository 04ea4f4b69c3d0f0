"""What lies on the desk, read from its place in the file: documents with their fields and zones, messages."""

from __future__ import annotations

from collections import Counter

from simulations.engine.grammar import effects
from simulations.engine.mrz import SPECIMEN_STATE, Holder, td1, td3
from simulations.engine.reader import Place
from simulations.engine.scenario import Document, Field, Message

DOCUMENT_KINDS = ("passport", "card", "letter", "form", "record")
AUTHENTICITY = ("genuine", "altered", "forged")
EVIDENCE = ("proof", "prima_facie", "none")


def field(place: Place) -> Field:
    place.only("key", "label", "shown", "particular", "true", "odd", "lang")
    particular = place.get("particular")
    return Field(
        key=place.get("key").word(),
        label=place.get("label").text(required=True),
        shown=place.get("shown").word(),
        particular=particular.ref("particulars") if particular.is_given else "",
        true=place.get("true").word(""),
        odd=place.get("odd").flag(default=False),
        lang=place.get("lang").word(""),
    )


def document(key: str, place: Place) -> Document:
    place.only(
        *("title", "kind", "source", "fields", "body", "pages", "mrz"),
        *("authenticity", "evidence", "at_start", "column", "about"),
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
        mrz=_zone(place.get("mrz")),
        authenticity=place.get("authenticity").one_of(AUTHENTICITY, "genuine"),
        evidence=place.get("evidence").one_of(EVIDENCE, "none"),
        at_start=place.get("at_start").flag(default=False),
        column=place.get("column").text(),
        about=place.get("about").text(),
    )


def _zone(place: Place) -> tuple[str, ...]:
    """The machine readable zone, with its check digits worked out; the state is always the specimen one."""
    if not place.is_given:
        return ()
    place.only("format", "surname", "given", "number", "born", "sex", "expires", "optional")
    holder = Holder(
        surname=place.get("surname").word(),
        given=place.get("given").word(),
        number=place.get("number").word(),
        born=place.get("born").date(),
        sex=place.get("sex").one_of(("M", "F", "<")),
        expires=place.get("expires").date(),
        optional=place.get("optional").word(""),
        state=SPECIMEN_STATE,
    )
    return td3(holder) if place.get("format").one_of(("td3", "td1"), "td3") == "td3" else td1(holder)


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
