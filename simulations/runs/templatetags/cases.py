"""Words and days of a case in the language of the page."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from portal.settings.languages import lang_mark
from simulations.engine.scenario import Document, Message, Receive
from simulations.engine.text import SOURCE_LOCALE, Text
from simulations.runs import words
from simulations.runs.models import Run
from simulations.runs.screens import addresses

register = template.Library()
_CYRILLIC = re.compile("[Ѐ-ӿ]")

DAY = {"full": "l j F Y", "long": "l j F", "short": "D j F", "brief": "D j M"}


@register.filter
def say(text: Text | None) -> str:
    return text.say(get_language() or SOURCE_LOCALE) if text else ""


@register.filter
def day(value: date | None, length: str = "short") -> str:
    """full: Thursday 9 April 2026 · long: Thursday 9 April · short: Thu 9 April · brief: Thu 9 Apr"""
    return words.spelled(value, DAY[length]) if value else ""


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
def entry(table: Mapping[str, Any], key: str) -> Any:
    return table[key]


@register.filter
def attached(message: Message) -> list[str]:
    """Papers that came with the message."""
    return [effect.document for effect in message.effects if isinstance(effect, Receive)]


@register.filter
def script(shown: str) -> SafeString:
    """A lang attribute where the words are in Cyrillic: screen readers and italics depend on it."""
    return mark_safe(' lang="sr-Cyrl"') if _CYRILLIC.search(shown) else SafeString()


@register.filter
def tongue(text: Text | None) -> SafeString:
    """A lang attribute where a case is not written in the language of the page."""
    page = get_language() or SOURCE_LOCALE
    mark = lang_mark(text.said_in(page), on=page) if text else ""
    return format_html(' lang="{}"', mark) if mark else SafeString()


@register.filter
def select(field: BoundField) -> SafeString:
    state = " govuk-select--error" if field.errors else ""
    described = {"aria-describedby": f"{field.auto_id}_error"} if field.errors else {}
    return field.as_widget(attrs={"class": f"govuk-select{state}", **described})
