import html
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from wagtail.admin.panels import HelpPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.guard import api as guard

NOT_TEXT = {"id", "type", "key", "provision", "scenario", "competency", "law"}
TAG = re.compile(r"<[^>]*>")


def publish_panel() -> HelpPanel:
    """What the green button does not do, and the one that does."""
    return HelpPanel(template="courses/catalogue/admin/publish_panel.html")


class GuardedPage(Page):
    """A page whose revisions all pass the guard: authors, translations and code alike save through `clean`."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        refused = {field: words for field, text in self._texts() if (words := _refusal(text, self._label(field)))}
        if refused:
            raise ValidationError(refused)

    def _label(self, field: str) -> str:
        return capfirst(str(self._meta.get_field(field).verbose_name))

    def _texts(self) -> Iterator[tuple[str, str]]:
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                yield field.name, _plain(field.get_prep_value(getattr(self, field.name)))
            elif isinstance(field, models.CharField | models.TextField) and field.name != "url_path":
                yield field.name, str(getattr(self, field.name) or "")


def _plain(stream: list[Any] | None) -> str:
    """One passage a line, so that the refusal can say in which line it saw something."""
    leaves = _leaves(stream or [])
    return "\n".join(html.unescape(TAG.sub(" ", leaf)).replace("\n", " ") for leaf in leaves)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_TEXT:
                yield from _leaves(item)


def _refusal(text: str, label: str) -> list[str]:
    verdict = guard.check(text)
    if verdict.level < guard.Level.HOLD:
        return []
    guard.note_incident(place="page", text=text, verdict=verdict)
    found = guard.passages(text, verdict.findings)
    return [f"{passage.message(label)} {passage.reason}" for passage in found if passage.must_go][:5]
