"""The same place in another language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, translate_url

CODES = frozenset(code for code, _ in settings.LANGUAGES)


def in_language(url: str, code: str) -> str:
    """The address in that language; unchanged where it has none, or where a page tree names its translations itself."""
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return url
    return url if match.url_name == "wagtail_serve" else translate_url(url, code)
