"""One mark on a document: where, and what is wrong with it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from simulations.engine.marks import KINDS

MARK_KINDS: dict[str, str | Promise] = {
    "differs": _("Differs from another source"),
    "swapped": _("Day and month are the other way round"),
    "check_digit": _("A check digit does not fit"),
    "expired": _("Expired or not yet valid"),
    "spelling": _("A name is spelled another way"),
    "altered": _("Looks altered"),
    "stamp": _("The stamp or signature is not right"),
    "missing": _("Something is missing"),
}


class MarkForm(GovukForm):
    """A select and radios; a click on the drawing fills the select where there is script."""

    place = forms.ChoiceField(label=_("Where on the page"))
    kind = forms.ChoiceField(
        label=_("What is wrong with it"),
        choices=[(kind, MARK_KINDS[kind]) for kind in KINDS],
        widget=forms.RadioSelect,
    )

    def __init__(self, places: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", _("Choose")), *places]  # type: ignore[attr-defined]

    def mark(self) -> str:
        return f"{self.cleaned_data['place']}:{self.cleaned_data['kind']}"
