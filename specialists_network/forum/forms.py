import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedCharField, GuardedFormMixin, GuardedTextarea
from specialists_network.forum.services import Asked
from specialists_network.spaces.api import Theme, places

NO_PERSONS = _("No names, numbers or dates of real persons.")


class OnceMixin:
    """The same form sent twice is one post: it carries a number drawn when it was shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("once", uuid.uuid4())  # type: ignore[attr-defined]


class AskForm(OnceMixin, GuardedFormMixin, GovukForm):
    title = GuardedCharField(label=_("Your question in one line"), max_length=160, place="forum.thread")
    text = GuardedTextarea(label=_("What you need to know"), place="forum.thread", help_text=NO_PERSONS)
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        choices=Theme.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small n-checks-grid"}),
    )
    countries = forms.MultipleChoiceField(
        choices=places,
        label=_("Jurisdictions it concerns"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small n-checks-grid"}),
    )
    language = forms.ChoiceField(label=_("Language of the question"), choices=settings.LANGUAGES)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def asked(self) -> Asked:
        data = self.cleaned_data
        lists = {name: tuple(data[name]) for name in ("themes", "countries")}
        return Asked(title=data["title"], text=data["text"], language=data["language"], **lists)


class LookForm(GuardedFormMixin, GovukForm):
    """The question as it comes from the first page: read by the guard, looked up, not posted."""

    text = GuardedTextarea(
        label=_("Your question, without any detail that could point to a person"),
        place="forum.question",
        max_length=2000,
    )


class ReplyForm(OnceMixin, GuardedFormMixin, GovukForm):
    text = GuardedTextarea(label=_("Your reply"), place="forum.post", help_text=NO_PERSONS)
    language = forms.ChoiceField(label=_("Language of the reply"), choices=settings.LANGUAGES)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)


class CorrectForm(GuardedFormMixin, GovukForm):
    text = GuardedTextarea(label=_("Your text"), place="forum.post", help_text=NO_PERSONS)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
