"""The drill "When is it due?"."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayMonthYearField, GovukForm


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
