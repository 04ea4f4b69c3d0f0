"""The form of one question. Every part may stay empty: an unfinished answer is saved as it is."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.assessment.engine.kinds import Given
from courses.assessment.queries.screens import AskedQuestion

NOT_OFFERED = _("Choose from the answers on this page.")
REFUSALS = {"invalid_choice": NOT_OFFERED, "invalid_list": NOT_OFFERED}


class AnswerForm(forms.Form):
    """`client_uuid` names the window, `revision` the saving it has seen: a stale tab is noticed by both."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, asked: AskedQuestion, given: Any, data: Any = None, *, revision: int = 0) -> None:
        self.asked = asked
        super().__init__(
            data, initial={"client_uuid": uuid.uuid4(), "revision": revision, **_as_initial(asked.type, given)}
        )
        self.fields.update(_fields(asked))

    @property
    def given(self) -> Given | None:
        """The answer as it will be stored; nothing chosen is no answer."""
        cleaned = self.cleaned_data
        if self.asked.type == "matching":
            matched = {each.id: cleaned[f"item-{each.id}"] for each in self.asked.items}
            return {item: target for item, target in matched.items() if target} or None
        if self.asked.type == "ordering":
            places = {each.id: cleaned[f"place-{each.id}"] for each in self.asked.choices}
            return {each: int(place) for each, place in places.items() if place} or None
        return cleaned["answer"] or None

    @property
    def answer_fields(self) -> list[forms.BoundField]:
        return [field for field in self if not field.is_hidden]

    @property
    def options(self) -> list[dict[str, Any]]:
        """Large answer rows, for the kinds where one ticks."""
        value = self["answer"].value() or ()
        chosen = {value} if isinstance(value, str) else set(value)
        return [{"value": each.id, "label": each.text, "is_chosen": each.id in chosen} for each in self.asked.choices]

    @property
    def is_ticked(self) -> bool:
        return "answer" in self.fields


def _fields(asked: AskedQuestion) -> dict[str, forms.Field]:
    offered = [(each.id, each.text) for each in asked.choices]
    if asked.type == "matching":
        return {f"item-{each.id}": _select(each.text, offered) for each in asked.items}
    if asked.type == "ordering":
        places = [(str(place), str(place)) for place in range(1, len(offered) + 1)]
        return {f"place-{each.id}": _select(each.text, places) for each in asked.choices}
    if asked.type == "multiple":
        field: forms.Field = forms.MultipleChoiceField(
            choices=offered, required=False, widget=forms.CheckboxSelectMultiple, error_messages=REFUSALS
        )
    else:
        field = forms.ChoiceField(choices=offered, required=False, widget=forms.RadioSelect, error_messages=REFUSALS)
    return {"answer": field}


def _select(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", _("Choose")), *choices], required=False, error_messages=REFUSALS
    )


def _as_initial(kind: str, given: Any) -> dict[str, Any]:
    if given is None:
        return {}
    if kind == "matching":
        return {f"item-{each}": target for each, target in given.items()}
    if kind == "ordering":
        return {f"place-{each}": str(place) for each, place in given.items()}
    return {"answer": given}
