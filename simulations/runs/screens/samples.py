"""What the style guide shows of papers: each kind once, about people drawn for it. Development and tests only."""

from collections.abc import Sequence
from datetime import date

from simulations.engine.cast.drawing import draw
from simulations.engine.cast.placeholders import fill
from simulations.engine.cast.schema import Cast, Days, Member
from simulations.engine.mrz import Zone
from simulations.engine.scenario import Document, Field, Person
from simulations.engine.text import Text
from simulations.runs.screens.papers import PaperPage, page_of

_GROWN, _SMALL = Days(date(1975, 1, 1), date(1990, 12, 31), 12), Days(date(2014, 1, 1), date(2016, 12, 31))
_VALID = Days(date(2027, 1, 1), date(2029, 12, 31))


def _person(key: str, script: str, sex: str, days: Days = _GROWN, family: str = "") -> Member:
    return Member(key, "person", script, sex, family, days, number="JMBG-FIKT-####")


_MEMBERS = (
    _person("man", "sr", "M"),
    _person("woman", "bs", "F"),
    _person("girl", "bs", "F", _SMALL, "woman"),
    _person("other", "sq", "M"),
    _person("third", "cnr", "M"),
    _person("fourth", "mk", "F"),
    Member("paper", "paper", days=_VALID, years=10, number="ZZ00#####"),
)
_CAST = Cast(date(2026, 4, 2), {member.key: member for member in _MEMBERS})
_IDENTITY = draw(_CAST, "style guide")

Row = tuple[str, str, str] | tuple[str, str, str, str]  # key, label, what is shown, language

_WHO: tuple[Row, ...] = (
    ("surname", "Surname", "{man.surname.upper} / {man.surname.cyr.upper}"),
    ("given_names", "Given names", "{man.given.upper} / {man.given.cyr.upper}"),
    ("birth", "Date of birth", "{man.birth.icao}"),
)
_PASSPORT: tuple[Row, ...] = (
    ("type", "Type", "P"),
    ("state", "Issuing State", "UTO"),
    ("number", "Passport no.", "{paper.number}"),
    *_WHO,
    ("sex", "Sex", "M"),
    ("place", "Place of birth", "{man.place.upper}"),
    ("issued", "Date of issue", "{paper.issued.icao}"),
    ("expires", "Date of expiry", "{paper.expires.icao}"),
    ("authority", "Authority", "TRAINING"),
)
_CARD: tuple[Row, ...] = (
    ("surname", "Surname", "{other.surname}"),
    ("given_names", "Given names", "{other.given}"),
    ("birth", "Date of birth", "{other.birth}"),
    ("sex", "Sex", "M"),
    ("place", "Place of birth", "{other.place}"),
    ("number", "Card no.", "{paper.number}"),
    ("expires", "Date of expiry", "{paper.expires}"),
)
_JOURNEY: tuple[Row, ...] = (
    ("number", "Document no.", "{paper.number}"),
    ("surname", "Surname", "{fourth.surname} / {fourth.surname.cyr}"),
    ("given_names", "Given names", "{fourth.given} / {fourth.given.cyr}"),
    ("birth", "Date of birth", "{fourth.birth}"),
    ("place", "Place of birth", "{fourth.place}"),
    ("route", "Valid for one journey", "to Utopia"),
    ("issued", "Issued on", "20.04.2026"),
    ("expires", "Valid until", "20.05.2026"),
)
_LETTER: tuple[Row, ...] = (("date", "Date", "7 April 2026"), ("reference", "Reference", "2026-0417-T"))
_FORM: tuple[Row, ...] = (
    ("surname", "Surname", "{man.surname.plain}"),
    ("given_names", "Given name", "{man.given.plain}"),
    ("birth", "Date of birth", "{man.birth.swapped}"),
    ("place", "Place of birth", "“{man.place.short}”"),
    ("health", "Block D, special care", "none stated"),
    ("evidence", "Block E, evidence", "passport, 1 page"),
)
_RECORD: tuple[Row, ...] = (
    ("surname", "Surname", "{man.surname.cyr}", "sr-Cyrl"),
    ("given_names", "Given name", "{man.given.cyr}", "sr-Cyrl"),
    ("birth", "Date of birth", "{man.birth}"),
    ("place", "Place of birth", "{man.place.twin.cyr}", "sr-Cyrl"),
    ("number", "Register no.", "UTO-R-{man.birth.mmdd}"),
)
_DECISION: tuple[Row, ...] = (
    ("number", "Decision no.", "UTO-0417/26"),
    ("date", "Date", "2 March 2026"),
    ("person", "Person concerned", "{third.full}"),
    ("about", "In the matter of", "return"),
)
_CARE: tuple[Row, ...] = (
    ("patient", "Patient", "{man.full}"),
    ("birth", "Date of birth", "{man.birth}"),
    ("date", "Examined on", "3 March 2026"),
    ("doctor", "Doctor", "duty doctor"),
)
_FLIGHT: tuple[Row, ...] = (
    ("patient", "Passenger", "{man.full}"),
    ("date", "Examined on", "3 March 2026"),
    ("fit", "Fit to travel by air", "yes, with a medical escort"),
    ("until", "Valid until", "10 March 2026"),
)
_BIRTH: tuple[Row, ...] = (
    ("child", "Child", "{girl.full}"),
    ("born", "Born on", "{girl.birth}"),
    ("place", "Place of birth", "{girl.place}"),
    ("mother", "Mother", "{woman.full}"),
    ("father", "Father", "not entered"),
)
_TICKET: tuple[Row, ...] = (
    ("name", "Passenger", "{man.full.mrz}"),
    ("from", "From", "Utopia North"),
    ("to", "To", "Utopia South"),
    ("flight", "Flight", "UT 417"),
    ("date", "Date", "12 MAY 2026"),
    ("time", "Departure", "10:40"),
)
_INTERVIEW: tuple[Row, ...] = (
    ("birth", "Date of birth, as he says", "{man.birth.words}"),
    ("place", "Place of birth, as he says", "{man.place}"),
)
_SAMPLES: dict[str, tuple[str, str, Sequence[Row], str]] = {
    "passport": ("Passport", "Requesting authority", _PASSPORT, ""),
    "card": ("Identity card", "Ministry", _CARD, ""),
    "travel_document": ("Travel document", "Consular section", _JOURNEY, ""),
    "letter": (
        "Letter",
        "Requesting authority",
        _LETTER,
        "Dear colleague, please find the page you asked for attached.",
    ),
    "form": ("Application form", "Requesting authority", _FORM, ""),
    "record": ("Register record", "Civil register", _RECORD, ""),
    "decision": (
        "Decision",
        "Administrative court",
        _DECISION,
        "The action has suspensive effect until it is decided.",
    ),
    "medical": (
        "Medical certificate",
        "Health centre",
        _CARE,
        "Treatment every second day; it must not be interrupted.",
    ),
    "fit_to_fly": (
        "Certificate of fitness to fly",
        "Airport medical service",
        _FLIGHT,
        "Medication in the hand luggage.",
    ),
    "birth": ("Birth certificate", "Registry office", _BIRTH, ""),
    "ticket": ("Ticket", "Utopia Air", _TICKET, ""),
    "interview": ("Interview note", "Consular section", _INTERVIEW, "He speaks of the school without being led."),
}
_ZONES = {"passport": ("td3", "man", "M"), "card": ("td1", "other", "M"), "travel_document": ("td2", "fourth", "F")}


def specimens() -> tuple[PaperPage, ...]:
    return tuple(_sample(kind, *parts) for kind, parts in _SAMPLES.items())


def _sample(kind: str, title: str, issuer: str, rows: Sequence[Row], body: str) -> PaperPage:
    fields = tuple(
        Field(row[0], Text({"en": row[1]}), _said(row[2]), lang=row[3] if len(row) > 3 else "") for row in rows
    )
    words = Text({"en": body}) if body else Text({})
    document = Document(kind, Text({"en": title}), kind, "issuer", fields, words, zone=_zone(kind))
    return page_of(document, Person("issuer", Text({"en": issuer})), stage="here")


def _zone(kind: str) -> Zone | None:
    if kind not in _ZONES:
        return None
    form, who, sex = _ZONES[kind]
    names = (_said(f"{{{who}.surname}}"), _said(f"{{{who}.given}}"))
    dates = (_said(f"{{{who}.birth.iso}}"), _said("{paper.expires.iso}"))
    return Zone(form, *names, _said("{paper.number}"), dates[0], sex, dates[1])


def _said(pattern: str) -> str:
    return fill(pattern, _CAST, _IDENTITY)
