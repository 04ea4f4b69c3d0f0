"""What a person may send with an act: made from the inputs the case asks for."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayMonthYearField, GovukForm
from portal.guard.forms import GuardedFormMixin, GuardedTextarea
from simulations.engine.desk import Offer
from simulations.engine.inputs import LONGEST_TEXT
from simulations.engine.scenario import Input, Option
from simulations.engine.text import Text
from simulations.runs.words import said

ROW = "__"


class CommandForm(forms.Form):
    """On every button that changes a run: which page the person saw, and a key that makes a double click count once."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    @classmethod
    def fresh(cls, seq: int) -> "CommandForm":
        return cls(initial={"seq": seq, "key": secrets.token_urlsafe(18)})


class ActForm(GuardedFormMixin, GovukForm):
    """The inputs of one act, with the options that are open now."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, offer: Offer, allow: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer, self.allow = offer, allow
        for item in offer.act.inputs:
            for name, field in _fields(item, offer.options.get(item.key, ()), allow):
                self.fields[name] = field

    def inputs(self) -> dict[str, Any]:
        """In the engine's shape; what was left empty is left out."""
        found = {item.key: self._input(item) for item in self.offer.act.inputs}
        return {key: value for key, value in found.items() if value not in (None, "", [], {})}

    def sent_again(self, seq: int) -> "ActForm":
        """The same answers on a page that has seen the log to `seq`."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seq"] = str(seq)
        again = ActForm(self.offer, self.allow, data)
        again.is_valid()
        return again

    def _input(self, item: Input) -> Any:
        if item.kind == "table":
            rows = {row.key: self.cleaned_data.get(f"{item.key}{ROW}{row.key}") for row in item.rows}
            return {key: value for key, value in rows.items() if value}
        value = self.cleaned_data.get(item.key)
        return value.isoformat() if isinstance(value, date) else value


def _fields(item: Input, options: tuple[Option, ...], allow: tuple[str, ...]) -> list[tuple[str, forms.Field]]:
    words = {"label": said(item.label), "help_text": said(item.hint), "required": item.required}
    if item.kind == "text":
        return [(item.key, _own_words(item, words, allow))]
    choices = [(option.key, said(option.text)) for option in options]
    if item.kind == "table":
        empty = [("", _("Choose"))]
        return [
            (
                f"{item.key}{ROW}{row.key}",
                forms.ChoiceField(label=said(row.text), choices=[*empty, *choices], required=item.required),
            )
            for row in item.rows
        ]
    return [(item.key, _FIELDS[item.kind](choices, words))]


def _choice(choices: list[tuple[str, str]], words: dict[str, Any]) -> forms.Field:
    missing = {"required": _("Choose one of the answers")}
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=missing, **words)


def _many(choices: list[tuple[str, str]], words: dict[str, Any]) -> forms.Field:
    missing = {"required": _("Tick at least one")}
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=choices, widget=widget, error_messages=missing, **words)


def _date(_choices: list[tuple[str, str]], words: dict[str, Any]) -> forms.Field:
    return DayMonthYearField(**words)


def _own_words(item: Input, words: dict[str, Any], allow: tuple[str, ...]) -> forms.Field:
    missing = {"required": _("Write your reasons")}
    validators = [EnoughWords(item.least_words)] if item.least_words else []
    return GuardedTextarea(
        place="runs.act", allow=allow, max_length=LONGEST_TEXT, error_messages=missing, validators=validators, **words
    )


_FIELDS = {"choice": _choice, "many": _many, "date": _date}


@dataclass(frozen=True)
class EnoughWords:
    least: int

    def __call__(self, text: str) -> None:
        if len(text.split()) < self.least:
            raise ValidationError(
                _("Write at least %(least)d words"), params={"least": self.least}, code="too_few_words"
            )


class NoteForm(GuardedFormMixin, GovukForm):
    mark_optional = False

    def __init__(self, allow: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = _("Only you can read these")
        self.fields["note"] = GuardedTextarea(
            place="runs.note", allow=allow, label=label, required=False, max_length=LONGEST_TEXT
        )


class ReflectionForm(GuardedFormMixin, GovukForm):
    """The questions of the debrief, answered for oneself."""

    mark_optional = False

    def __init__(self, questions: tuple[Text, ...], allow: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, question in enumerate(questions, start=1):
            self.fields[f"q{number}"] = GuardedTextarea(
                place="runs.reflection",
                allow=allow,
                label=said(question),
                required=False,
                max_length=LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.fields}


class DrillForm(GovukForm):
    """Which limit, from which day, and what the person thinks. Nothing is kept."""

    limit = forms.ChoiceField(label=_("Agreement and limit"))
    received = DayMonthYearField(label=_("Received on"))
    said = DayMonthYearField(
        label=_("Last day, as you count it"), required=False, help_text=_("Leave it empty to see the days at once.")
    )

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["limit"].choices = choices  # type: ignore[attr-defined]


class ForkForm(forms.Form):
    seq = forms.IntegerField(min_value=2, widget=forms.HiddenInput)
