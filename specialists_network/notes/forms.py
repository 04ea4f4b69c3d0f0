"""What a member may write into a note, and what comes along hidden: which text was seen, which form it is."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedCharField, GuardedFormMixin, GuardedTextarea
from specialists_network.notes.models import NoteEdition
from specialists_network.notes.services import Content
from specialists_network.spaces.api import Theme, places

PLACE = "notes.note"


class SeenField(forms.CharField):
    """Edition and revision of the text the person had before them, as "2.5"; anything else was never seen."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> tuple[int, int]:
        number, _dot, revision = str(value or "").partition(".")
        if number.isdecimal() and revision.isdecimal() and len(number + revision) < 12:
            return int(number), int(revision)
        return (0, 0)


def seen(edition: NoteEdition) -> str:
    return f"{edition.number}.{edition.revision}"


class NoteForm(GuardedFormMixin, GovukForm):
    title = GuardedCharField(
        label=_("Title"), max_length=160, place=PLACE, help_text=_("What would you tell a colleague on the telephone?")
    )
    situation = GuardedTextarea(
        label=_("Situation"),
        place=PLACE,
        help_text=_("The pattern, not the person. Which kind of case, at which step?"),
    )
    what_we_did = GuardedTextarea(label=_("What we did"), place=PLACE, required=False, help_text=_("One step a line."))
    law = GuardedTextarea(
        label=_("Law"), place=PLACE, required=False, help_text=_("The text you relied on, with its article.")
    )
    result = GuardedTextarea(label=_("Result"), place=PLACE, required=False)
    caution = GuardedTextarea(
        label=_("Caution"),
        place=PLACE,
        required=False,
        help_text=_("Where it does not apply, and what it must never become."),
    )
    sources = GuardedTextarea(
        label=_("Sources"), place=PLACE, required=False, help_text=_("One a line, with the day you read it.")
    )
    countries = forms.MultipleChoiceField(
        choices=places,
        label=_("Where have you seen it work?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small n-checks-grid"}),
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        choices=Theme.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small n-checks-grid"}),
    )
    language = forms.ChoiceField(label=_("Language of the note"), choices=settings.LANGUAGES)
    valid_months = forms.TypedChoiceField(
        label=_("Valid for"),
        coerce=int,
        choices=[(6, _("6 months")), (12, _("12 months"))],
        initial=6,
        help_text=_("From the day of publication. After it, readers see that the note waits for a second look."),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = SeenField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("once", uuid.uuid4())

    @classmethod
    def for_edition(cls, edition: NoteEdition) -> "NoteForm":
        written = {name: getattr(edition, name) for name in NoteEdition.guarded_fields}
        return cls(
            initial=written
            | {
                "countries": [country.pk for country in edition.countries.all()],
                "themes": edition.theme_list,
                "language": edition.language,
                "valid_months": edition.valid_months,
                "seen": seen(edition),
            }
        )

    def content(self, *, cites: tuple[str, ...] = ()) -> Content:
        data = self.cleaned_data
        return Content(
            **{name: data[name] for name in NoteEdition.guarded_fields},
            countries=tuple(data["countries"]),
            themes=tuple(data["themes"]),
            language=data["language"],
            valid_months=data["valid_months"],
            cites=cites,
        )


class EndorseForm(GuardedFormMixin, GovukForm):
    comment = GuardedCharField(
        label=_("A word to readers"),
        required=False,
        max_length=300,
        place="notes.endorsement",
        help_text=_("For example under which condition it also works with you."),
    )
    seen = SeenField(required=False)


class SeenForm(forms.Form):
    seen = SeenField(required=False)
