"""Words and days of a case in the language of the page."""

import re
from collections.abc import Sequence
from datetime import datetime

from django import template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from portal.settings.languages import lang_mark
from simulations.agreements.templatetags import law_words
from simulations.agreements.templatetags.law_words import DAY
from simulations.engine.scenario import Document, Message, Receive
from simulations.runs import words
from simulations.runs.models import Run
from simulations.runs.screens import addresses

register = template.Library()
register.filter(law_words.say)
register.filter(law_words.day)
register.filter(law_words.tongue)
register.filter(law_words.entry)
_CYRILLIC = re.compile("[Ѐ-ӿ]")


@register.filter
def moment(value: datetime | None, length: str = "short") -> str:
    return words.spelled(value, f"{DAY[length]}, H:i") if value else ""


@register.filter
def beside(shown: Sequence[str | None], columns: Sequence[Document]) -> list[tuple[Document, str | None]]:
    """Each source with what it shows."""
    return list(zip(columns, shown, strict=True))


@register.filter
def act_url(run: Run, key: str) -> str:
    return addresses.act(run.uuid, key)


@register.filter
def document_url(run: Run, key: str) -> str:
    return addresses.document(run.uuid, key)


@register.filter
def attached(message: Message) -> list[str]:
    """Papers that came with the message."""
    return [effect.document for effect in message.effects if isinstance(effect, Receive)]


@register.filter
def script(shown: str) -> SafeString:
    """A lang attribute where the words are in Cyrillic: screen readers and italics depend on it."""
    return mark_safe(' lang="sr-Cyrl"') if _CYRILLIC.search(shown) else SafeString()


@register.filter
def written_in(code: str) -> SafeString:
    mark = lang_mark(code, on=get_language() or settings.LANGUAGE_CODE)
    return format_html(' lang="{}"', mark) if mark else SafeString()


@register.filter
def select(field: BoundField) -> SafeString:
    state = " govuk-select--error" if field.errors else ""
    described = {"aria-describedby": f"{field.auto_id}_error"} if field.errors else {}
    return field.as_widget(attrs={"class": f"govuk-select{state}", **described})
