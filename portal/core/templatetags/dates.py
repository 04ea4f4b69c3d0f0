"""The date filter of every template, in the letters of the language: some write a point after the day."""

from datetime import date as day
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.template import defaultfilters
from django.utils.translation import get_language

from portal.settings.languages import date_letters

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(value: day | datetime | None, letters: str | None = None) -> Any:
    here = get_language() or settings.LANGUAGE_CODE
    return defaultfilters.date(value, letters and date_letters(letters, here))
