"""What every template may load: the name with its note, the frame of the page, and fields."""

import re
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.forms.boundfield import BoundField, BoundWidget
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.html import conditional_escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from portal.core import controls, navigation
from portal.settings import languages
from portal.settings.languages import HTML_LANG, MACHINE_DRAFTED, NOT_YET_TRANSLATED

register = template.Library()

# The name with its mark as it stands in rows, in our languages and both scripts.
NAMES = re.compile(r"(Kosov[oaë]|Косово)\*")

MARK = '<a class="ra-ast" href="#kosovo-note"><span class="govuk-visually-hidden">, {}</span>*</a>'


@register.simple_tag
def kosovo(plain: bool = False) -> str:
    """The name with its mark; plain for titles, options and attributes, where no link can stand."""
    name = _("Kosovo")
    return f"{name}*" if plain else format_html("{}" + MARK, name, _("see note"))


@register.filter
def marked(text: Any) -> SafeString:
    """Text from a row (the name of a jurisdiction) with the mark made a link to the note."""
    link = format_html(MARK, _("see note"))
    return mark_safe(NAMES.sub(lambda name: name[1] + link, conditional_escape(text)))


@register.inclusion_tag("components/kosovo_note.html")
def kosovo_note() -> dict[str, Any]:
    return {}


@register.simple_tag(takes_context=True)
def main_navigation(context: Context) -> SafeString:
    places = navigation.places_for(context["request"], context.get("place"))
    return _navigation(tuple(places), get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=200)
def _navigation(places: tuple[navigation.ShownPlace, ...], _language: str) -> SafeString:
    return render_to_string("components/navigation.html", {"places": places})


@register.inclusion_tag("components/person.html", takes_context=True)
def signed_in_person(context: Context) -> dict[str, Any]:
    user = context["user"]
    return {
        "name": getattr(user, "name", "") or user.get_username(),
        "role": _words(user, "function"),
        "url": navigation.address(navigation.PROFILE.url_name),
    }


def _words(user: Any, attribute: str) -> str:
    display = getattr(user, f"get_{attribute}_display", None)
    return str(display() if display else getattr(user, attribute, ""))


@register.simple_tag(takes_context=True)
def language_switch(context: Context) -> SafeString:
    """Each language in its own name; `language_urls` by a view where more than the prefix of an address differs."""
    request = context.get("request")
    own = tuple((context.get("language_urls") or {}).items())
    is_known = getattr(context.get("user"), "is_authenticated", False)
    path = request.get_full_path() if request else "/"
    return _switch(get_language() or settings.LANGUAGE_CODE, path, own, is_known)


@lru_cache(maxsize=500)
def _switch(here: str, path: str, own: tuple[tuple[str, str], ...], is_known: bool) -> SafeString:
    """The same for all who read one page in one language, and seven addresses dear: the newest pages are kept."""
    languages = [
        {
            "code": code,
            "name": name,
            "lang": HTML_LANG.get(code, code),
            "url": _remembered(code, dict(own).get(code) or _same_page_in(code, path, here), is_known),
            "is_current": code == here,
        }
        for code, name in settings.LANGUAGES
    ]
    current = next((language for language in languages if language["is_current"]), languages[0])
    return render_to_string("components/language_switch.html", {"languages": languages, "current": current})


@register.inclusion_tag("components/not_translated.html")
def not_translated() -> dict[str, Any]:
    code = get_language()
    if code not in NOT_YET_TRANSLATED:
        return {}
    return {"name": dict(settings.LANGUAGES)[code], "lang": HTML_LANG.get(code, code)}


def _remembered(code: str, url: str, is_known: bool) -> str:
    """For whoever is signed in, the way leads past the account, so that the choice is there next time."""
    if not is_known:
        return url
    return f"{reverse('accounts:language', args=[code])}?{urlencode({'next': url})}"


def _same_page_in(code: str, path: str, here: str) -> str:
    # No address says more of its language than its first part; resolving it seven times would cost as much as a query.
    if path.startswith(f"/{here}/"):
        return f"/{code}{path.removeprefix(f'/{here}')}"
    url = translate_url(path, code)
    if url != path or path.startswith(f"/{code}/"):
        return url
    # An address without a language (a certificate's, printed on paper): remember the choice and come back.
    with override(code):
        return f"{reverse('core:language')}?{urlencode({'next': path})}"


@register.simple_tag
def demo_banner() -> SafeString:
    return _demo_banner(get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=len(settings.LANGUAGES))
def _demo_banner(_language: str) -> SafeString:
    return render_to_string("components/demo_banner.html")


@register.simple_tag
def site_footer() -> SafeString:
    return _footer(get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=len(settings.LANGUAGES))
def _footer(language: str) -> SafeString:
    """The same for everybody in one language: drawn once."""
    words = {"links": navigation.footer_links(), "machine_drafted": language in MACHINE_DRAFTED}
    return render_to_string("components/footer.html", words)


@register.filter
def spoken(code: str) -> str:
    """The language in which we speak to whoever has chosen this one."""
    return languages.spoken(code)


@register.filter
def written_in(code: str) -> SafeString:
    """A lang attribute where words of this language stand on a page of another."""
    mark = languages.lang_mark(code, on=get_language() or settings.LANGUAGE_CODE) if code else ""
    return format_html(' lang="{}"', mark) if mark else SafeString()


@register.filter
def control_kind(field: BoundField) -> str:
    return controls.kind(field)


@register.filter
def control(field: BoundField) -> SafeString:
    return controls.render(field)


@register.filter
def first_control(field: BoundField) -> str:
    return controls.first_id(field)


@register.filter
def options_look(field: BoundField) -> str:
    return controls.options_look(field)


@register.filter
def option_control(option: BoundWidget, kind: str) -> SafeString:
    return controls.render_option(option, kind)


@register.filter
def date_parts(field: BoundField) -> list[controls.DatePart]:
    return controls.date_parts(field)
