"""A paper of the file: drawn, as text, and its machine readable zone read field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.engine.mrz import Part, td3_parts
from simulations.engine.scenario import Act, Document, Option, Person, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.engine import specimen

_PASSPORT_LINE = 44
_PINS = "ABCDEFGH"
_STATE = "UTOPIA"
_KINDS = {
    "passport": "PASSPORT · PASOŠ · ПАСОШ",
    "card": "IDENTITY CARD · LIČNA KARTA · ЛИЧНА КАРТА",
    "letter": "LETTER · DOPIS · ДОПИС",
    "form": "APPLICATION FORM · OBRAZAC · ОБРАЗАЦ",
    "record": "REGISTER RECORD · IZVOD · ИЗВОД",
}


@dataclass(frozen=True)
class ZonePart:
    name: str
    characters: str
    reads_as: str
    digit: str


@dataclass(frozen=True)
class Finding:
    """What the person noted at an inspection; the letter is its pin on the drawing where it names a field."""

    pin: str
    text: str


@dataclass(frozen=True)
class PaperPage:
    document: Document
    source: Person
    stage: str
    drawing: SafeString
    lines: tuple[specimen.Line, ...]
    zone: tuple[ZonePart, ...]
    working_out: str
    paragraphs: tuple[str, ...]
    findings: tuple[Finding, ...]


def paper_page(scenario: Scenario, state: State, key: str, noted: Sequence[Option] = ()) -> PaperPage:
    """Only what the page shows; what is true about it stays in the case."""
    document = scenario.documents[key]
    pins = {option.key: pin for pin, option in zip(_PINS, noted, strict=False)}
    lines = tuple(
        specimen.Line(field.key, str(number), words.said(field.label), field.shown, field.lang)
        for number, field in enumerate(document.fields, start=1)
    )
    second = document.mrz[1] if document.mrz and len(document.mrz[1]) == _PASSPORT_LINE else ""
    parts = td3_parts(second) if second else ()
    return PaperPage(
        document=document,
        source=scenario.people[document.source],
        stage=state.documents[key],
        drawing=_drawing(document, lines, pins),
        lines=lines,
        zone=tuple(_zone_part(part) for part in parts),
        working_out=_working_out(second[13:19]) if second else "",
        findings=tuple(Finding(pins.get(option.key, ""), words.said(option.text)) for option in noted),
        paragraphs=tuple(filter(None, words.said(document.body).split("\n\n"))) if document.body else (),
    )


def noted(act: Act, inputs: Mapping[str, object]) -> tuple[Option, ...]:
    """The options a person ticked at an inspection."""
    ticked = [key for item in act.inputs if item.kind == "many" for key in _as_list(inputs.get(item.key))]
    return tuple(option for item in act.inputs for option in item.options if option.key in ticked)


def _as_list(value: object) -> list[str]:
    return [str(key) for key in value] if isinstance(value, list) else []


def _drawing(document: Document, lines: tuple[specimen.Line, ...], marks: Mapping[str, str]) -> SafeString:
    if not lines:
        return SafeString()
    title = _("Specimen: %(document)s") % {"document": words.said(document.title)}
    described = ngettext(
        "Drawn training document with %(count)d numbered field and the word SPECIMEN across it. "
        "Its value is also in the text below.",
        "Drawn training document with %(count)d numbered fields and the word SPECIMEN across it. "
        "Every value is also in the text below.",
        len(lines),
    ) % {"count": len(lines)}
    spoken = specimen.Words(title, described, _STATE, _KINDS[document.kind], _("no portrait: training"))
    key = f"doc-{document.key}"
    if document.kind == "passport":
        return mark_safe(specimen.passport(key, lines, document.mrz, spoken, marks))
    return mark_safe(specimen.sheet(key, lines, spoken, marks))


def _zone_part(part: Part) -> ZonePart:
    names = {
        "number": _("Passport number"),
        "state": _("Issuing State"),
        "born": _("Date of birth"),
        "sex": _("Sex"),
        "expires": _("Date of expiry"),
        "optional": _("Optional data"),
        "whole": _("Whole line"),
    }
    characters = _("all fields above") if part.key == "whole" else part.characters
    return ZonePart(names[part.key], characters, _reads_as(part), _digit(part))


def _reads_as(part: Part) -> str:
    text = part.characters
    if part.key in ("born", "expires"):
        return _("year %(year)s, month %(month)s, day %(day)s") % {
            "year": text[0:2],
            "month": text[2:4],
            "day": text[4:6],
        }
    if part.key == "state":
        return _("Utopia, the code kept for specimens")
    if part.key == "sex":
        return {"M": _("male"), "F": _("female")}.get(text, _("not given"))
    return "" if part.key == "whole" else text.rstrip("<")


def _digit(part: Part) -> str:
    if part.printed is None:
        return _("none")
    said = {"printed": part.printed, "computed": part.computed}
    if part.fits:
        return _("%(printed)s printed, %(computed)s computed: fits") % said
    return _("%(printed)s printed, %(computed)s computed: does not fit") % said


def _working_out(born: str) -> str:
    """The check digit of the date of birth, worked out by hand."""
    products = [int(sign) * (7, 3, 1)[place % 3] for place, sign in enumerate(born)]
    return _("%(factors)s = %(products)s = %(sum)d. The last digit, %(digit)d, is the check digit.") % {
        "factors": " + ".join(f"{sign}×{(7, 3, 1)[place % 3]}" for place, sign in enumerate(born)),
        "products": " + ".join(map(str, products)),
        "sum": sum(products),
        "digit": sum(products) % 10,
    }
