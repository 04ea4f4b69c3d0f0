"""How a Django form field becomes a govuk control. Works for any form, ours or a library's."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.forms.utils import flatatt
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

CLASSES = {"input": "govuk-input", "textarea": "govuk-textarea", "select": "govuk-select", "file": "govuk-file-upload"}


class DayMonthYear(forms.MultiWidget):
    """A date as day, month, year: a browser's own date field follows its own order, which is the trap we teach."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__(
            {"day": forms.TextInput, "month": forms.TextInput, "year": forms.TextInput},
            attrs,
        )

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


@dataclass(frozen=True)
class DatePart:
    id: str
    name: str
    value: str
    label: str | Promise
    width: int


def kind(field: BoundField) -> str:
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    for kinds, name in _KINDS:
        if isinstance(widget, kinds):
            return name
    return "input"


# RadioSelect and CheckboxSelectMultiple inherit from Select's base, so they are asked for first.
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (DayMonthYear, "date"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
)


def render(field: BoundField) -> SafeString:
    base = CLASSES.get(kind(field), "govuk-checkboxes__input")
    own = field.field.widget.attrs.get("class", "")
    state = f"{base}--error" if field.errors and base in CLASSES.values() else ""
    attrs: dict[str, str | bool] = {"class": " ".join(filter(None, (base, own, state)))}
    # Ten rows are Django's default, and a phone's whole screen.
    if field.field.widget.attrs.get("rows") == "10":
        attrs["rows"] = "5"
    return field.as_widget(attrs=attrs)


def first_id(field: BoundField) -> str:
    """Where a link from the error summary leads."""
    return {"date": f"{field.auto_id}_day", "radios": f"{field.auto_id}_0", "checkboxes": f"{field.auto_id}_0"}.get(
        kind(field), field.id_for_label
    )


def options_look(field: BoundField) -> str:
    """Large answer rows, unless the widget asks for another look by its class."""
    return field.field.widget.attrs.get("class", "") or "ra-choices"


def render_option(option: BoundWidget, kind: str) -> SafeString:
    attrs = {name: value for name, value in option.data["attrs"].items() if name != "class"}
    # The question's own required attribute would be said once for each answer.
    attrs.pop("required", None)
    if hasattr(option.data["label"], "hint"):
        attrs["aria-describedby"] = f"{option.id_for_label}_hint"
    value = option.data["value"]
    return format_html(
        '<input class="govuk-{}__input" type="{}" name="{}" value="{}"{}>',
        kind,
        option.data["type"],
        option.data["name"],
        "" if value is None else value,
        flatatt(attrs),
    )


def date_parts(field: BoundField) -> list[DatePart]:
    value = field.value()
    widget = field.field.widget
    values = value if isinstance(value, list) else widget.decompress(value)
    parts = (("day", _("Day"), 2), ("month", _("Month"), 2), ("year", _("Year"), 4))
    return [
        DatePart(
            f"{field.auto_id}_{key}", f"{field.html_name}_{key}", "" if given is None else str(given), label, width
        )
        for (key, label, width), given in zip(parts, values, strict=True)
    ]
