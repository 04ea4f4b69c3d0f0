"""Words and days of the law in the language of the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.settings.languages import lang_mark
from simulations.agreements import words
from simulations.agreements.engine.annexes import Trust
from simulations.engine.reference import Mark, Value
from simulations.engine.text import SOURCE_LOCALE, Text

register = template.Library()

DAY = {"full": "l j F Y", "long": "l j F", "short": "D j F", "brief": "D j M", "dated": "j F Y"}


@register.filter
def say(text: Text | None) -> str:
    return text.say(get_language() or SOURCE_LOCALE) if text else ""


@register.filter
def day(value: date | None, length: str = "short") -> str:
    """full: Thursday 9 April 2026 · long: Thursday 9 April · short: Thu 9 April · brief: Thu 9 Apr · dated."""
    return words.spelled(value, DAY[length]) if value else ""


@register.filter
def iso_day(value: str) -> str:
    """A day that a pack or a table wrote as 2026-04-09, in words."""
    return words.spelled(date.fromisoformat(value), DAY["dated"]) if value else ""


@register.filter
def tongue(text: Text | None) -> SafeString:
    """A lang attribute where words are not in the language of the page."""
    page = get_language() or SOURCE_LOCALE
    mark = lang_mark(text.said_in(page), on=page) if text else ""
    return format_html(' lang="{}"', mark) if mark else SafeString()


@register.filter
def mark_words(value: Value | Trust) -> str:
    """How far it may be trusted, and who stands for it."""
    if value.mark is Mark.REVIEWED:
        reviewed = _("Reviewed by %(name)s on %(day)s")
        return reviewed % {"name": value.reviewed_by, "day": iso_day(value.reviewed_on)}
    return str(words.MARKS[value.mark])


@register.filter
def entry(table: Mapping[str, Any], key: str) -> Any:
    return table[key]
