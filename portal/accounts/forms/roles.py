from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Jurisdiction, User
from portal.accounts.queries import invitations as queries
from portal.core.clock import now
from portal.core.forms import DayMonthYearField, GovukForm


class GrantForm(GovukForm):
    role = forms.ChoiceField(label=_("Role"))
    jurisdiction = forms.ModelChoiceField(
        label=_("Where it holds"), queryset=Jurisdiction.objects.none(), required=False, empty_label=_("everywhere")
    )
    until = DayMonthYearField(
        label=_("Last day"), help_text=_("Leave it empty for a role without an end."), required=False
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = cast(forms.ChoiceField, self.fields["role"])
        role.choices = [(one.value, one.label) for one in queries.roles_to_give(actor)]
        where = cast(forms.ModelChoiceField, self.fields["jurisdiction"])
        where.queryset = queries.jurisdictions_to_invite_to(actor)
        if not queries.scope_of_inviter(actor).everywhere:
            # Nobody gives a role that reaches further than their own.
            where.required, where.empty_label = True, None

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until < now().date():
            raise forms.ValidationError(_("This day has passed."))
        return until


class AddressForm(GovukForm):
    email = forms.EmailField(label=_("New address"), max_length=254)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise forms.ValidationError(_("Somebody else has this address."))
        return email
