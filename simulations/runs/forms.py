"""What a person may send with an act: made from the inputs the case asks for."""

import secrets
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayMonthYearField, GovukForm
from simulations.engine.desk import Offer
from simulations.engine.inputs import LONGEST_TEXT
from simulations.engine.scenario import Input, Option
from simulations.engine.text import Text
from simulations.runs.screens.words import said

ROW = "__"


class CommandForm(forms.Form):
    """On every button that changes a run: which page the person saw, and a key that makes a double click count once."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    @classmethod
    def fresh(cls, seq: int) -> "CommandForm":
        return cls(initial={"seq": seq, "key": secrets.token_urlsafe(18)})


class ActForm(GovukForm):
    """The inputs of one act, with the options that are open now."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, offer: Offer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        for item in offer.act.inputs:
            for name, field in _fields(item, offer.options.get(item.key, ())):
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
        again = ActForm(self.offer, data)
        again.is_valid()
        return again

    def _input(self, item: Input) -> Any:
        if item.kind == "table":
            rows = {row.key: self.cleaned_data.get(f"{item.key}{ROW}{row.key}") for row in item.rows}
            return {key: value for key, value in rows.items() if value}
        value = self.cleaned_data.get(item.key)
        return value.isoformat() if isinstance(value, date) else value


def _fields(item: Input, options: tuple[Option, ...]) -> list[tuple[str, forms.Field]]:
    words = {"label": said(item.label), "help_text": said(item.hint), "required": item.required}
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


def _text(_choices: list[tuple[str, str]], words: dict[str, Any]) -> forms.Field:
    missing = {"required": _("Write your reasons")}
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(max_length=LONGEST_TEXT, widget=widget, error_messages=missing, **words)


_FIELDS = {"choice": _choice, "many": _many, "date": _date, "text": _text}


class NoteForm(GovukForm):
    mark_optional = False
    note = forms.CharField(
        label=_("Only you can read these"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReflectionForm(GovukForm):
    """The questions of the debrief, answered for oneself."""

    mark_optional = False

    def __init__(self, questions: tuple[Text, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, question in enumerate(questions, start=1):
            widget = forms.Textarea(attrs={"rows": 3})
            field = forms.CharField(label=said(question), required=False, max_length=LONGEST_TEXT, widget=widget)
            self.fields[f"q{number}"] = field

    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.fields}


class ForkForm(forms.Form):
    seq = forms.IntegerField(min_value=2, widget=forms.HiddenInput)
