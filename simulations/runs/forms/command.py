"""What every button carries that changes a run."""

import secrets

from django import forms


class CommandForm(forms.Form):
    """Which page the person saw, and a key that makes a double click count once."""

    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    @classmethod
    def fresh(cls, seq: int) -> "CommandForm":
        return cls(initial={"seq": seq, "key": secrets.token_urlsafe(18)})


class ForkForm(forms.Form):
    seq = forms.IntegerField(min_value=2, widget=forms.HiddenInput)
