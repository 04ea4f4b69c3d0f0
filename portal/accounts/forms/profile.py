from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.welcome import WHY_WE_ASK
from portal.accounts.models import User
from portal.core.forms import GovukForm, languages_offered
from portal.guard.forms import GuardedCharField


class ProfileForm(GovukForm):
    name = GuardedCharField(
        place="profile.name",
        label=_("Your name, as it shall stand on the certificate"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    institution = GuardedCharField(
        place="profile.institution",
        label=_("Institution"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    function = GuardedCharField(
        place="profile.function",
        label=_("What you do"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"), help_text=WHY_WE_ASK, choices=User.Sex.choices, required=False, widget=forms.RadioSelect
    )
    locale = forms.ChoiceField(
        label=_("Language"),
        choices=languages_offered,
        widget=forms.RadioSelect(attrs={"class": "ra-choices ra-choices--two"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        place = user.institution
        kwargs["initial"] = {
            "name": user.name,
            "institution": place.name if place else "",
            "function": user.function,
            "sex": user.sex,
            "locale": user.locale,
        }
        super().__init__(*args, **kwargs)
        if place is None:
            del self.fields["institution"]


class ErasureForm(GovukForm):
    password = forms.CharField(
        label=_("Your password"),
        help_text=_("So that nobody can do this on a computer you left open."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    understood = forms.BooleanField(label=_("I understand that this cannot be undone."))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.has_usable_password():
            # Whoever signs in by passkey has shown it a moment ago: the view asks for it.
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password
