from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.api import find_people
from portal.core.forms import GovukForm


class AdmitForm(GovukForm):
    email = forms.EmailField(
        label=_("E-mail of the person"), help_text=_("The person needs an account and an institution first.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        email = cleaned.get("email", "")
        person = find_people([email]).get(email.lower()) if email else None
        if email and (person is None or person.institution_id is None):
            self.add_error("email", _("There is no account with an institution under this address."))
        return cleaned | {"person": person}
