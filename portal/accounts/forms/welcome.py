"""The four screens from the invitation to the account: one question each."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from portal.accounts.engine.pasting import INSTITUTION_LENGTH, NAME_LENGTH
from portal.accounts.models import Invitation, User
from portal.core.forms import GovukForm, GovukModelForm, languages_offered
from portal.guard.forms import GuardedCharField

WHY_WE_ASK = _(
    "Training programmes are asked whether women and men take part alike and whether courses reach those who do the "
    "work. We count the answers; nobody is shown yours, and nothing depends on it."
)


class NameStep(GovukModelForm):
    name = GuardedCharField(
        place="invitation.name",
        label=_("Your name, as it shall stand on the certificate"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    institution_name = GuardedCharField(
        place="invitation.institution",
        label=_("Institution"),
        help_text=_("Filled in from your nomination. Change it if it is wrong."),
        max_length=INSTITUTION_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    class Meta:
        model = Invitation
        fields = ("name", "institution_name")


class LanguageStep(GovukModelForm):
    locale = forms.ChoiceField(
        label=_("Language of your courses"),
        help_text=_("You can change it on every page."),
        choices=languages_offered,
        widget=forms.RadioSelect(attrs={"class": "ra-choices ra-choices--two"}),
    )

    class Meta:
        model = Invitation
        fields = ("locale",)


class AboutStep(GovukModelForm):
    function = GuardedCharField(
        place="invitation.function",
        label=_("What you do"),
        help_text=_("For example: caseworker, interviewer, escort leader. You may leave it empty."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"), choices=User.Sex.choices, required=False, widget=forms.RadioSelect, initial=""
    )

    class Meta:
        model = Invitation
        fields = ("function", "sex")


class PasswordStep(GovukForm):
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 10 characters; three or four words that only you put together are good."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password, or set up a passkey instead.")},
    )

    def __init__(self, *args: Any, instance: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = instance

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        # A password that says the own name or address is the first one tried.
        alike = User(email=self.invitation.email, name=self.invitation.name)
        password_validation.validate_password(password, alike)
        return password


STEPS: tuple[tuple[str, Any], ...] = (
    ("name", NameStep),
    ("language", LanguageStep),
    ("about", AboutStep),
    ("password", PasswordStep),
)
