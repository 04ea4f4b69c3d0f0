from django import forms
from django.utils.translation import gettext_lazy as _

from courses.certificates.engine import serials
from portal.guard.forms import GuardedCharField


class CheckForm(forms.Form):
    serial = forms.CharField(
        label=_("Serial"),
        help_text=_("As printed at the foot of the certificate. It begins with RA and the year."),
        max_length=serials.LONGEST_TYPED,
        error_messages={
            "required": _("Type the serial as it is printed on the certificate."),
            "max_length": _("A serial is shorter than this. It begins with RA and the year."),
        },
    )

    def clean_serial(self) -> str:
        try:
            return serials.read(self.cleaned_data["serial"])
        except serials.SerialMistyped:
            raise forms.ValidationError(
                _("A character is missing or wrong. Compare the serial with the paper, sign by sign.")
            ) from None


class WithdrawForm(forms.Form):
    because = GuardedCharField(
        place="certificate withdrawal",
        label=_("Why is it withdrawn?"),
        help_text=_("Whoever checks the certificate reads this. Name no person."),
        max_length=200,
        error_messages={"required": _("Say why the certificate is withdrawn.")},
    )
