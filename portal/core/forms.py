"""Forms of the site. Any Django form can be shown with components/form.html; these add our date and our defaults."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.forms.utils import pretty_name
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core.controls import DayMonthYear
from portal.settings.languages import LANGUAGES, NOT_YET_TRANSLATED

TOO_LONG = _("Shorten this: it has %(show_value)s characters and at most %(limit_value)s fit.")
IN_ENGLISH = _("pages and mails in English for now")


class GovukRenderer(TemplatesSetting):
    form_template_name = "components/form_fields.html"
    field_template_name = "components/field.html"


class GovukFormMixin(forms.BaseForm):
    """Errors come from the server in our words, so the browser's own bubbles stay away; optional fields say so."""

    default_renderer = GovukRenderer()
    use_required_attribute = False
    mark_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            # "This field is required" five times in a summary helps nobody.
            field.error_messages.setdefault("max_length", TOO_LONG)
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                label = field.label or pretty_name(name)
                field.error_messages["required"] = format_lazy(_missing(field), label=label)


def _missing(field: forms.Field) -> Any:
    if isinstance(field, forms.BooleanField):
        return _("Tick: {label}")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Choose: {label}")
    return _("Fill in: {label}")


class GovukForm(GovukFormMixin, forms.Form):
    pass


class GovukModelForm(GovukFormMixin, forms.ModelForm):
    pass


class Hinted:
    """The label of a choice with a hint below it: `choices=[("a", Hinted(_("By post"), _("about three days")))]`."""

    def __init__(self, label: str | Promise, hint: str | Promise) -> None:
        self.label = label
        self.hint = hint

    def __str__(self) -> str:
        return str(self.label)


def languages_offered() -> list[tuple[str, str | Hinted]]:
    """For radios and checkboxes: each language in its own name, and which of them the pages do not speak yet."""
    return [(code, Hinted(name, IN_ENGLISH) if code in NOT_YET_TRANSLATED else name) for code, name in LANGUAGES]


def languages_listed() -> list[tuple[str, str]]:
    """The same for a list that opens, where an option has one line."""
    return [
        (code, str(format_lazy("{} ({})", name, IN_ENGLISH)) if code in NOT_YET_TRANSLATED else name)
        for code, name in LANGUAGES
    ]


class DayMonthYearField(forms.MultiValueField):
    """A date typed as three numbers."""

    widget = DayMonthYear
    default_error_messages = {
        "required": _("Enter day, month and year, such as 4 3 2027"),
        "invalid": _("Enter a date that exists, such as 4 3 2027"),
    }

    def __init__(self, **kwargs: Any) -> None:
        fields = tuple(forms.CharField(max_length=4) for _part in range(3))
        super().__init__(fields, **kwargs)

    def compress(self, data_list: list[str]) -> datetime.date | None:
        if not data_list:
            return None
        try:
            day, month, year = (int(part) for part in data_list)
            return datetime.date(year, month, day)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
