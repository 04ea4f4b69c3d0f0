"""Own words that belong to nobody else: the note, and what is taken along."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedFormMixin, GuardedTextarea
from simulations.engine.inputs import LONGEST_TEXT
from simulations.engine.text import Text
from simulations.runs.words import said


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
