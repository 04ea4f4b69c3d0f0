"""What a form, marks on a paper or a question showed, once the case is over: said, never coloured before."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simulations.engine.findings import Findings, FormFinding, MarksFinding
from simulations.engine.forms import DIFFERS, EMPTY, EXCESS
from simulations.engine.scenario import Document
from simulations.runs import words

MANNERS = {
    "open": gettext_lazy("An open question: the person tells it in their own words."),
    "closed": gettext_lazy("A closed question: good to make sure of one point."),
    "leading": gettext_lazy("A leading question: it puts the answer into the person’s mouth and is worth less."),
    "harmful": gettext_lazy(
        "A question that can harm: the person lives through it again, and the file needs none of it."
    ),
}
_FIELD_WORDS = {
    DIFFERS: gettext_lazy("look again"),
    EMPTY: gettext_lazy("left empty, and needed"),
    EXCESS: gettext_lazy("not needed"),
}
_PLACES = {
    "mrz1": gettext_lazy("first machine readable line"),
    "mrz2": gettext_lazy("second machine readable line"),
    "mrz3": gettext_lazy("third machine readable line"),
    "portrait": gettext_lazy("photograph"),
    "stamp": gettext_lazy("stamp"),
}


@dataclass(frozen=True)
class Noticed:
    title: str
    lines: tuple[str, ...]


def noticed(found: Findings) -> tuple[Noticed, ...]:
    """In the order in which a person would go through them."""
    lines = [_form(item) for item in found.forms] + [_marks(item) for item in found.marks]
    if found.question is not None:
        told = (str(MANNERS[found.question.manner]), words.said(found.question.answer))
        lines.append(Noticed(_("The question"), told))
    if found.unopened:
        papers = words.listed(words.said(paper.title) for paper in found.unopened)
        lines.append(Noticed(_("Not opened before"), (papers,)))
    return tuple(lines)


def _form(found: FormFinding) -> Noticed:
    count = _("%(entered)d items entered, %(needed)d needed") % {
        "entered": found.tally.entered,
        "needed": found.tally.needed,
    }
    again = tuple(
        f"{words.said(item.field.label)}: {_FIELD_WORDS[item.word]}. {words.said(item.words)}".strip()
        for item in found.fields
        if item.word in _FIELD_WORDS
    )
    return Noticed(_("The form"), (count + ".", *again))


def _marks(found: MarksFinding) -> Noticed:
    groups = (
        (_("Found: %(places)s"), found.found),
        (_("Not found: %(places)s"), found.missed),
        (_("Marked, and not so: %(places)s"), (mark.split(":")[0] for mark in found.wrong)),
    )
    said = ((text, _places(found.document, keys)) for text, keys in groups)
    return Noticed(_("Your marks"), tuple(text % {"places": places} for text, places in said if places))


def _places(document: Document, keys: Iterable[str]) -> str:
    labels = {field.key: words.said(field.label) for field in document.fields}
    return " · ".join(dict.fromkeys(labels.get(key) or str(_PLACES[key]) for key in keys))
