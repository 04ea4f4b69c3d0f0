"""Form fields that read what was typed before anything else does, and keep it in the form when it must not pass.

A hold or a block is an error of the field. A warning asks once: `GuardedFormMixin` shows a box to tick, which counts
for exactly the texts it was shown for. In a form without the mixin warnings pass.
"""

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from portal.core.forms import TOO_LONG
from portal.guard.engine.findings import Level, Verdict
from portal.guard.services import check, note_incident
from portal.guard.words import Passage, passages

MAX_LENGTH = 20_000
SEEN = "guard_seen"


class GuardedCharField(forms.CharField):
    """One line. `place` names the form in the incident log; `allow` holds texts known to be harmless."""

    default_error_messages = {"max_length": TOO_LONG}

    def __init__(self, *, place: str = "form", allow: tuple[str, ...] = (), **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(**kwargs)
        self.place = place
        self.allow = allow
        self.verdict = Verdict()
        self.passages: list[Passage] = []

    @property
    def words(self) -> str:
        return str(self.label or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # The browser must not cut off what was pasted; the server says how much is too much.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        self.verdict = check(text, allow=self.allow)
        self.passages = passages(text, self.verdict.findings)
        if self.verdict.level >= Level.HOLD:
            note_incident(place=self.place, text=text, verdict=self.verdict)
            raise ValidationError(
                [ValidationError(p.message(self.words), code="guard") for p in self.passages[:5] if p.must_go]
            )
        return text


class GuardedTextarea(GuardedCharField):
    """Several lines."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(**kwargs)


if TYPE_CHECKING:
    _Form = forms.Form
else:
    _Form = object


class GuardedFormMixin(_Form):
    """Shows what was seen beside each field, and asks for a second look where the guard only warns."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.guard_confirmed:
            for name, field in self._guarded().items():
                if field.passages and name not in self.errors:
                    self.add_error(name, ValidationError(field.passages[0].message(field.words), code="guard_warning"))
        return cleaned

    @property
    def guard_confirmed(self) -> bool:
        return constant_time_compare(self.data.get(self.add_prefix(SEEN), ""), self.guard_token)

    @property
    def guard_token(self) -> str:
        """Stands for exactly these texts: whoever changes one is asked again."""
        texts = {name: self.data.get(self.add_prefix(name), "") for name in self._guarded()}
        return salted_hmac("portal.guard.seen", json.dumps(texts, sort_keys=True)).hexdigest()

    @property
    def guard_finds(self) -> list[tuple[Any, list[Passage]]]:
        if not self.errors:  # reads the form, if nobody has yet
            return []
        return [(self[name], field.passages) for name, field in self._guarded().items() if field.passages]

    @property
    def guard_may_confirm(self) -> bool:
        finds = [passage for _field, found in self.guard_finds for passage in found]
        return bool(finds) and not any(passage.must_go for passage in finds)

    @property
    def guard_seen_name(self) -> str:
        return str(self.add_prefix(SEEN))

    guard_seen_label = _("I have looked: none of this points at one person")

    def _guarded(self) -> dict[str, GuardedCharField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, GuardedCharField)}
