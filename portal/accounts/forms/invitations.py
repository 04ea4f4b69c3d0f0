from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.engine.pasting import BadLine, Line, TooManyLines
from portal.accounts.models import Jurisdiction, Role
from portal.accounts.queries import invitations as queries
from portal.accounts.queries import pasting
from portal.core.forms import GovukForm, languages_listed


class InviteForm(GovukForm):
    jurisdiction = forms.ModelChoiceField(label=_("Where these people work"), queryset=Jurisdiction.objects.none())
    role = forms.ChoiceField(label=_("What they come for"))
    language = forms.ChoiceField(
        label=_("Language"), help_text=_("For lines that name none."), choices=languages_listed
    )
    lines = forms.CharField(
        label=_("People"),
        help_text=_(
            "One line for each: e-mail, name, institution, language. "
            "Paste from a spreadsheet, or part by commas or semicolons. At most 500 lines."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
        max_length=200_000,
        strip=False,
        error_messages={"required": _("Paste at least one line.")},
    )

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        places = queries.jurisdictions_to_invite_to(actor)
        where = cast(forms.ModelChoiceField, self.fields["jurisdiction"])
        where.queryset = places
        where.initial = places[0].pk if len(places) == 1 else None
        role = cast(forms.ChoiceField, self.fields["role"])
        role.choices = [(one.value, one.label) for one in queries.roles_to_give(actor)]
        role.initial = Role.LEARNER
        self.fields["language"].initial = get_language()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "lines" in cleaned and "language" in cleaned:
            try:
                self.read: tuple[Line | BadLine, ...] = pasting.read(
                    cleaned["lines"], default_language=cleaned["language"]
                )
            except TooManyLines as problem:
                words = _("These are %(count)s lines; paste at most 500 at a time.") % {"count": problem.count}
                self.add_error("lines", words)
            else:
                if not self.read:
                    self.add_error("lines", self.fields["lines"].error_messages["required"])
        return cleaned

    def review(self) -> pasting.Review:
        return pasting.review(self.read, actor=self.actor, jurisdiction=self.cleaned_data["jurisdiction"])
