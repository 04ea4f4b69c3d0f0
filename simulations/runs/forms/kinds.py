"""The fields of a page for each kind of input a case may ask for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portal.core.forms import DayMonthYearField
from portal.guard.forms import GuardedCharField, GuardedTextarea
from simulations.engine import folding, marks
from simulations.engine.forms import FormField
from simulations.engine.inputs import LONGEST_LINE, LONGEST_TEXT
from simulations.engine.scenario import QUESTION, Input, Option, Scenario
from simulations.runs.forms.names import part
from simulations.runs.words import said

Named = list[tuple[str, forms.Field]]


@dataclass(frozen=True)
class Asked:
    """One input as it stands now. `is_draft`: it may be kept unfinished."""

    scenario: Scenario
    item: Input
    options: tuple[Option, ...]
    allow: tuple[str, ...]
    is_draft: bool

    @property
    def is_required(self) -> bool:
        return self.item.required and not self.is_draft

    @property
    def words(self) -> dict[str, Any]:
        return {"label": said(self.item.label), "help_text": said(self.item.hint), "required": self.is_required}

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(option.key, said(option.text)) for option in self.options]


def fields_of(asked: Asked) -> Named:
    return _KINDS[asked.item.kind](asked)


def _choice(asked: Asked) -> Named:
    missing = {"required": _("Choose one of the answers")}
    if asked.item.key == QUESTION:
        return [(QUESTION, _next_question(asked))]
    field = forms.ChoiceField(choices=asked.choices, widget=forms.RadioSelect, error_messages=missing, **asked.words)
    return [(asked.item.key, field)]


def _next_question(asked: Asked) -> forms.Field:
    missing = {"required": _("Choose a question")}
    return forms.ChoiceField(
        label=_("Your next question"), choices=asked.choices, widget=forms.RadioSelect, error_messages=missing
    )


def _many(asked: Asked) -> Named:
    missing, widget = {"required": _("Tick at least one")}, forms.CheckboxSelectMultiple
    field = forms.MultipleChoiceField(choices=asked.choices, widget=widget, error_messages=missing, **asked.words)
    return [(asked.item.key, field)]


def _date(asked: Asked) -> Named:
    return [(asked.item.key, DayMonthYearField(**asked.words))]


def _table(asked: Asked) -> Named:
    choices = [("", _("Choose")), *asked.choices]
    return [
        (
            part(asked.item.key, row.key),
            forms.ChoiceField(label=said(row.text), choices=choices, required=asked.is_required),
        )
        for row in asked.item.rows
    ]


def _text(asked: Asked) -> Named:
    least, most = asked.item.least_words, asked.item.most_words
    limits = [*([EnoughWords(least)] if least else []), *([NotTooManyWords(most)] if most else [])]
    field = GuardedTextarea(
        place="runs.act",
        allow=asked.allow,
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Write your reasons")},
        validators=[] if asked.is_draft else limits,
        widget=forms.Textarea(attrs={"rows": 12 if least >= LONG else 5}),
        **asked.words,
    )
    return [(asked.item.key, field)]


def _form(asked: Asked) -> Named:
    """Typed field by field. Nothing is required here: what is missing is a finding, not a mistake of the page."""
    fields = asked.scenario.forms[asked.item.form].fields
    return [(part(asked.item.key, key), _line(asked, item)) for key, item in fields.items()]


def _line(asked: Asked, item: FormField) -> forms.Field:
    hint = said(item.hint) or (DAY_HINT if "date" in (item.kind, item.compare) else "")
    words: dict[str, Any] = {"label": said(item.label), "help_text": hint, "required": False}
    if item.kind == "tick":
        return Tick(**words)
    widget = forms.Textarea(attrs={"rows": 3}) if item.kind == "text" else forms.TextInput()
    checks = [IsADay(item.fits)] if item.compare == "date" and item.needed and not asked.is_draft else []
    return GuardedCharField(
        place="runs.form", allow=asked.allow, max_length=LONGEST_LINE, widget=widget, validators=checks, **words
    )


class Tick(GuardedCharField):
    """A box of a form: what is typed is "yes" or nothing."""

    widget = forms.CheckboxInput

    def to_python(self, value: Any) -> str:
        return "yes" if value and value != "False" else ""


def _marks(asked: Asked) -> Named:
    document = asked.scenario.documents[asked.item.document]
    known = [f"{place}:{kind}" for place, _label in marks.sheet(document).places for kind in marks.KINDS]
    widget = forms.MultipleHiddenInput
    field = forms.MultipleChoiceField(choices=[(mark, mark) for mark in known], widget=widget, required=False)
    return [(asked.item.key, field)]


def _order(asked: Asked) -> Named:
    wrong = {
        name: _("Give each line a number of its own") for name in ("required", "invalid", "min_value", "max_value")
    }
    return [
        (
            part(asked.item.key, option.key),
            forms.IntegerField(
                label=said(option.text),
                min_value=1,
                max_value=len(asked.options),
                required=asked.is_required,
                error_messages=wrong,
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            ),
        )
        for option in asked.options
    ]


_KINDS: dict[str, Callable[[Asked], Named]] = {
    "choice": _choice,
    "many": _many,
    "date": _date,
    "table": _table,
    "text": _text,
    "form": _form,
    "marks": _marks,
    "order": _order,
}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# From so many words on, the box for them is a large one.
LONG = 20
DAY_HINT = _("Day, month, year, such as 27 03 1990")


@dataclass(frozen=True)
class IsADay:
    """What is no day at all is a slip of the keyboard, and not yet an answer. `fits`: what the author expects."""

    fits: tuple[str, ...]

    def __call__(self, text: str) -> None:
        day = folding.day(text)
        if not _ISO.fullmatch(day) and day not in map(folding.day, self.fits):
            raise ValidationError(DAY_HINT, code="not_a_day")


@dataclass(frozen=True)
class EnoughWords:
    least: int

    def __call__(self, text: str) -> None:
        written = len(text.split())
        if written < self.least:
            said_so = ngettext_lazy(
                "Write at least %(least)d words; this has %(written)d word",
                "Write at least %(least)d words; this has %(written)d words",
                "written",
            )
            raise ValidationError(said_so, params={"least": self.least, "written": written}, code="too_few_words")


@dataclass(frozen=True)
class NotTooManyWords:
    most: int

    def __call__(self, text: str) -> None:
        written = len(text.split())
        if written > self.most:
            raise ValidationError(
                _("Write at most %(most)d words; this has %(written)d"),
                params={"most": self.most, "written": written},
                code="too_many_words",
            )
