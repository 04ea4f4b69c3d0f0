"""What a trainer says of a text: which of the author's criteria it meets, and a word to the person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedFormMixin, GuardedTextarea
from simulations.engine.inputs import LONGEST_TEXT
from simulations.engine.text import Text
from simulations.runs.words import said


class JudgeForm(GuardedFormMixin, GovukForm):
    def __init__(self, criteria: tuple[Text, ...], allow: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if criteria:
            self.fields["met"] = forms.TypedMultipleChoiceField(
                label=_("What the text does"),
                choices=[(number, said(text)) for number, text in enumerate(criteria)],
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Tick what is met. None is an answer too."),
            )
        self.fields["comment"] = GuardedTextarea(
            place="runs.judging",
            allow=allow,
            label=_("A word to the person"),
            required=False,
            max_length=LONGEST_TEXT,
            help_text=_("Say first what is right, then one thing to do differently."),
        )
