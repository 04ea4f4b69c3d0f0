"""What a person may ask the explainer, and what is asked of somebody who confirms the days of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import DayMonthYearField, GovukForm
from portal.guard.forms import GuardedCharField, GuardedFormMixin
from simulations.agreements import queries
from simulations.agreements.engine import shelf
from simulations.agreements.words import CLOCKS, place, said


class Choices(GovukForm):
    """Without a script the places cannot follow the agreement, so a wrong pair is said."""

    agreement = forms.ChoiceField(label=_("Agreement"))
    clock = forms.ChoiceField(label=_("What is to be done"))
    requested = forms.ChoiceField(label=_("Days of the side that is asked"), required=False)
    requesting = forms.ChoiceField(label=_("The side that asks"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = queries.agreements()
        self._choose("agreement", [(pack.key, said(pack.title)) for pack in found])
        self._choose("clock", [(key, str(clock.label)) for key, clock in CLOCKS.items()])
        parts = [key for code in dict.fromkeys(pack.requested for pack in found) for key in queries.days_of(code)]
        self._choose("requested", [("", _("The whole State")), *_by_state(key for key in parts if "-" in key)])
        askers = {code for pack in found for code in pack.requesting}
        self._choose("requesting", [("", _("The first that asks under the agreement")), *_places(askers)])

    @property
    def parts(self) -> list[str]:
        """Keys of all days of a part or a community, for the programs' page."""
        groups: Any = self.fields["requested"].choices  # type: ignore[attr-defined]
        return [key for _state, found in groups if isinstance(found, list) for key, _name in found]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        pack = shelf.packs().get(cleaned.get("agreement", ""))
        if pack is None:
            return cleaned
        if (days := cleaned.get("requested")) and days not in queries.days_of(pack.requested):
            self._refuse("requested", _("These are not days of %(place)s, the side that is asked"), pack.requested)
        if (asks := cleaned.get("requesting")) and asks not in pack.requesting:
            self._refuse("requesting", _("%(place)s does not ask under this agreement"), asks)
        return cleaned

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]
        # Without what was sent: it may be three thousand letters long.
        field.error_messages["invalid_choice"] = _("Choose one from the list: {label}").format(label=field.label)

    def _refuse(self, name: str, message: Any, code: str) -> None:
        self.add_error(name, forms.ValidationError(message, params={"place": place(code)}, code="other_side"))


class ExplainForm(Choices):
    """A GET that keeps nothing."""

    received = DayMonthYearField(
        label=_("The limit runs from"),
        help_text=_("For a reply: the day the application was received. Such as 2 4 2026"),
    )
    field_order = ("agreement", "clock", "received", "requested", "requesting")


class ExplainQuery(Choices):
    """The same for programs: one day, written as 2026-04-02."""

    received = forms.DateField(input_formats=["%Y-%m-%d"])


class ConfirmForm(GuardedFormMixin, GovukForm):
    """Hidden: the days that were shown, and the form itself, so that it counts once."""

    compared_with = GuardedCharField(
        label=_("The official list you compared with"),
        help_text=_("Its title and day, or its address on the web."),
        max_length=300,
        place="law.confirm",
    )
    compared = forms.BooleanField(label=_("I have compared every day with the official list"))
    shown = forms.CharField(widget=forms.HiddenInput, max_length=40_000, strip=False, required=False)
    once = forms.UUIDField(widget=forms.HiddenInput)


class ConfirmValueForm(ConfirmForm):
    compared_with = GuardedCharField(
        label=_("The text you compared with"),
        help_text=_("The article, the title of the text and the day you read it, or its address on the web."),
        max_length=300,
        place="law.confirm",
    )
    compared = forms.BooleanField(label=_("I have read the text of the agreement: it says this"))


class TakeBackForm(GuardedFormMixin, GovukForm):
    because = GuardedCharField(label=_("I take it back because"), max_length=300, place="law.take_back")
    once = forms.UUIDField(widget=forms.HiddenInput)


def _by_state(keys: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Groups of a list: what belongs to another State than the agreement's stands under that State's name."""
    rows = sorted((place(key.partition("-")[0]), place(key), key) for key in keys)
    for state, found in groupby(rows, key=lambda row: row[0]):
        yield state, [(key, name) for _state, name, key in found]


def _places(keys: Any) -> list[tuple[str, str]]:
    return sorted(((key, place(key)) for key in keys), key=lambda choice: choice[1])
