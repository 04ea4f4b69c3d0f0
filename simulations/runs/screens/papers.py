"""A paper of the file: drawn, as text, and its machine readable zone read field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.engine.cast.filled import Filled
from simulations.engine.scenario import Act, Document, Option, Person, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.engine import specimens
from simulations.runs.screens import zone

_PINS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_STATE = "UTOPIA"
# Printed on the papers, so the same in every language of the site.
_KINDS = {
    "passport": "PASSPORT · PASOŠ · ПАСОШ",
    "card": "IDENTITY CARD · LIČNA KARTA · LETËRNJOFTIM",
    "travel_document": "TRAVEL DOCUMENT · PUTNI LIST · ПАТЕН ЛИСТ",
    "letter": "LETTER · DOPIS · SHKRESË",
    "form": "FORM · OBRAZAC · ОБРАЗАЦ",
    "record": "REGISTER RECORD · IZVOD · ИЗВОД",
    "decision": "DECISION · ODLUKA · VENDIM",
    "medical": "MEDICAL CERTIFICATE · UVERENJE · VËRTETIM",
    "fit_to_fly": "FIT TO FLY · SPOSOBAN ZA LET · I AFTË PËR FLUTURIM",
    "birth": "BIRTH CERTIFICATE · IZVOD · ÇERTIFIKATË",
    "ticket": "TICKET · KARTA · BILETË",
    "interview": "INTERVIEW NOTE · ZAPISNIK · PROCESVERBAL",
}


@dataclass(frozen=True)
class Finding:
    """What the person noted at an inspection; the letter is its pin on the drawing where it names a field."""

    pin: str
    text: str


@dataclass(frozen=True)
class Spot:
    """A place of the paper, in words: a field with its value, a stamp, a line of the zone."""

    key: str
    label: str
    value: str
    lang: str = ""


@dataclass(frozen=True)
class PaperPage:
    """`lines` are its fields; `spots` all that can be seen and pointed at, in reading order: the drawing as text."""

    document: Document
    source: Person
    stage: str
    drawing: SafeString
    drawing_key: str
    lines: tuple[specimens.Line, ...]
    spots: tuple[Spot, ...]
    zone: tuple[zone.ZonePart, ...]
    working_out: str
    paragraphs: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """For a list of places to choose from."""
        return tuple((spot.key, spot.label) for spot in self.spots)


def paper_page(
    scenario: Scenario,
    state: State,
    key: str,
    noted: Sequence[Option] = (),
    *,
    marks: Mapping[str, str] | None = None,
    marking: bool = False,
) -> PaperPage:
    """Only what the page shows; what is true about it stays in the case.

    `marks` sets pins by place. With `marking` each place of the drawing is a link to `?at=PLACE#marks`.
    """
    document = scenario.documents[key]
    source, stage = scenario.people[document.source], state.documents[key]
    return page_of(document, source, stage, noted, marks=marks, marking=marking)


def page_of(
    document: Document,
    source: Person,
    stage: str,
    noted: Sequence[Option] = (),
    *,
    marks: Mapping[str, str] | None = None,
    marking: bool = False,
) -> PaperPage:
    pins = {option.key: pin for pin, option in zip(_PINS, noted, strict=False)}
    paper = _paper(document, source, {**pins, **(marks or {})}, marking=marking)
    return PaperPage(
        document=document,
        source=source,
        stage=stage,
        drawing=mark_safe(specimens.draw(paper)),
        drawing_key=paper.key,
        lines=paper.lines,
        spots=tuple(_spot(paper, place) for place in specimens.places(paper)),
        zone=zone.read(document.mrz, is_judged=stage == "inspected"),
        working_out=zone.working_out(document.mrz),
        findings=tuple(Finding(pins.get(option.key, ""), words.said(option.text)) for option in noted),
        paragraphs=paper.body,
    )


def noted(act: Act, inputs: Mapping[str, object]) -> tuple[Option, ...]:
    """The options a person ticked at an inspection."""
    ticked = [key for item in act.inputs if item.kind == "many" for key in _as_list(inputs.get(item.key))]
    return tuple(option for item in act.inputs for option in item.options if option.key in ticked)


def _as_list(value: object) -> list[str]:
    return [str(key) for key in value] if isinstance(value, list) else []


def _paper(document: Document, source: Person, marks: Mapping[str, str], *, marking: bool) -> specimens.Paper:
    lines = tuple(
        specimens.Line(
            field.key, str(number), words.said(field.label), words.said(field.said) or field.shown, field.lang
        )
        for number, field in enumerate(document.fields, start=1)
    )
    return specimens.Paper(
        key=f"doc-{document.key}",
        kind=document.kind,
        lines=lines,
        words=_words(document, len(lines)),
        zone=document.mrz,
        body=tuple(filter(None, words.said(document.body).split("\n\n"))) if document.body else (),
        issuer=_issuer(document, source),
        marks=marks,
        flaws={place: kinds for place, kinds in document.odd.items() if place in ("portrait", "stamp")},
        can_be_marked=marking,
    )


def _issuer(document: Document, source: Person) -> str:
    """The office on its head and its stamp. Somebody drawn for a run has no stamp, whoever else sends it has."""
    is_drawn = any(isinstance(name, Filled) for name in source.name.by_locale.values())
    return words.said(document.issuer) if document.issuer or is_drawn else words.said(source.name)


def _words(document: Document, count: int) -> specimens.Words:
    described = ngettext(
        "Drawn training document with %(count)d numbered field and the word SPECIMEN across it. "
        "Its value is also in the text below.",
        "Drawn training document with %(count)d numbered fields and the word SPECIMEN across it. "
        "Every value is also in the text below.",
        count,
    ) % {"count": count}
    return specimens.Words(
        title=_("Specimen: %(document)s") % {"document": words.said(document.title)},
        description=described,
        state=_STATE,
        name=words.said(document.title),
        kind=_KINDS.get(document.kind, _KINDS["letter"]),
        no_portrait=_("no portrait: training"),
        places={
            "portrait": _("Portrait"),
            "stamp": _("Stamp"),
            **{f"mrz{n}": _("Machine readable zone, line %(number)d") % {"number": n} for n in (1, 2, 3)},
        },
    )


def _spot(paper: specimens.Paper, place: str) -> Spot:
    line = next((line for line in paper.lines if line.key == place), None)
    if line is not None:
        return Spot(place, f"{line.number} {line.label}", line.value, line.lang)
    if place.startswith("mrz"):
        return Spot(place, paper.words.places[place], paper.zone[int(place[-1]) - 1])
    return Spot(place, paper.words.places[place], _stamp(paper) if place == "stamp" else _portrait(paper))


def _stamp(paper: specimens.Paper) -> str:
    if paper.has_flaw("stamp", "missing"):
        return _("none where one belongs")
    return _("in ink, with the words %(words)s") % {"words": specimens.stamp_says(paper)}


def _portrait(paper: specimens.Paper) -> str:
    if paper.has_flaw("portrait", "missing"):
        return _("an empty frame")
    if paper.has_flaw("portrait", "altered"):
        return _("an outline on a second sheet that lies crooked in its frame")
    return _("an outline without a face")
