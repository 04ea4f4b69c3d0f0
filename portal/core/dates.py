"""A date in words, as the language of the page writes it."""

from datetime import date

from django.conf import settings
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language

from portal.settings.languages import date_letters


def spelled(day: date, letters: str) -> str:
    return formatted(day, date_letters(letters, get_language() or settings.LANGUAGE_CODE))
