"""The form of one act, with the options that are open now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedCharField, GuardedFormMixin
from simulations.engine.desk import Offer
from simulations.engine.scenario import Input, Scenario
from simulations.runs.forms.kinds import Asked, fields_of
from simulations.runs.forms.names import part


class ActForm(GuardedFormMixin, GovukForm):
    """`is_draft`: what is there may be kept before it is finished, so nothing is required."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(
        self,
        scenario: Scenario,
        offer: Offer,
        allow: tuple[str, ...],
        *args: Any,
        is_draft: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.scenario, self.offer, self.allow, self.is_draft = scenario, offer, allow, is_draft
        self.mark_optional = offer.act.task != "fill"
        for item in offer.act.inputs:
            for name, field in fields_of(Asked(scenario, item, offer.options.get(item.key, ()), allow, is_draft)):
                self.fields[name] = field

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for item in self.offer.act.inputs:
            if item.kind == "order":
                self._one_number_each(item)
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """In the engine's shape; what was left empty is left out."""
        found = {item.key: self._input(item) for item in self.offer.act.inputs}
        return {key: value for key, value in found.items() if value not in (None, "", [], {})}

    def typed(self) -> dict[str, str]:
        """Own words by the name of their field, the empty ones too: what a draft keeps."""
        texts = [name for name, field in self.fields.items() if isinstance(field, GuardedCharField)]
        return {name: str(self.cleaned_data.get(name) or "") for name in texts}

    def sent_again(self, seq: int) -> ActForm:
        """The same answers on a page that has seen the log to `seq`."""
        return self.with_changes({"seq": str(seq)}, is_draft=self.is_draft)

    def with_changes(self, changes: Mapping[str, str], *, is_draft: bool = False) -> ActForm:
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, value in changes.items():
            data[name] = value
        again = ActForm(self.scenario, self.offer, self.allow, data, is_draft=is_draft)
        again.is_valid()
        return again

    def order_of(self, item: Input) -> list[str]:
        """Keys by the numbers beside them; a number that is none stands last."""
        numbers = {option.key: self.cleaned_data.get(part(item.key, option.key)) for option in self._options(item)}
        return sorted(numbers, key=lambda key: numbers[key] or len(numbers) + 1)

    def _options(self, item: Input) -> tuple[Any, ...]:
        return self.offer.options.get(item.key, ())

    def _one_number_each(self, item: Input) -> None:
        seen: set[int] = set()
        for option in self._options(item):
            name = part(item.key, option.key)
            number = self.cleaned_data.get(name)
            if number in seen:
                self.add_error(name, _("Give each line a number of its own"))
            if number is not None:
                seen.add(number)

    def _input(self, item: Input) -> Any:
        if item.kind == "order":
            numbered = all(self.cleaned_data.get(part(item.key, option.key)) for option in self._options(item))
            return self.order_of(item) if numbered else []
        if item.kind in ("table", "form"):
            keys = self.scenario.forms[item.form].fields if item.kind == "form" else [row.key for row in item.rows]
            rows = {key: self.cleaned_data.get(part(item.key, key)) for key in keys}
            return {key: value for key, value in rows.items() if value}
        value = self.cleaned_data.get(item.key)
        return value.isoformat() if isinstance(value, date) else value
