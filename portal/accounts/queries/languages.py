"""The same place in another language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, translate_url
from django.utils.translation import get_language_info

CODES = frozenset(code for code, _ in settings.LANGUAGES)


def languages_by_name() -> dict[str, str]:
    """Code, own name and English name, folded, to the code: as people write them in lists."""
    words: dict[str, str] = {}
    for code, own_name in settings.LANGUAGES:
        info = get_language_info(code)
        for word in (info["name"], info["name_local"], own_name, code):
            words[word.casefold()] = code
    return words


def in_language(url: str, code: str) -> str:
    """The address in that language; unchanged where it has none, or where a page tree names its translations itself."""
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return url
    return url if match.url_name == "wagtail_serve" else translate_url(url, code)
