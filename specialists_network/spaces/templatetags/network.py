"""What pages of the network share: the second navigation, who wrote something, in which language."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.core.templatetags.portal import marked
from portal.settings.languages import HTML_LANG

register = template.Library()
LANGUAGE_NAMES = dict(settings.LANGUAGES)


@register.inclusion_tag("components/subnav.html", takes_context=True)
def network_navigation(context: Context) -> dict[str, Any]:
    """`section` in the context: today, questions, notes, people or search."""
    places = (
        ("today", _("Today"), "today:index"),
        ("questions", _("Questions"), "forum:index"),
        ("notes", _("Practice notes"), "notes:index"),
        ("people", _("People"), "spaces:people"),
        ("search", _("Search"), "today:search"),
    )
    here = context.get("section")
    return {
        "label": _("Network"),
        "items": [{"label": label, "url": reverse(name), "is_current": key == here} for key, label, name in places],
    }


@register.simple_tag
def signature(author: Any, jurisdiction: Any, plain: bool = False) -> SafeString:
    return signed(name_of(author), jurisdiction.name, plain)


def name_of(author: Any) -> str:
    """Empty for a person whose account was erased: a former member of the same place."""
    return author.name if author is not None and author.is_active else ""


def signed(name: str, place: str, plain: bool = False) -> SafeString:
    line = "{}, {}" if plain else "<strong>{}</strong>, {}"
    return format_html(line, name or _("Former member"), marked(place))


@register.filter
def html_lang(code: str) -> str:
    return HTML_LANG.get(code, code)


@register.filter
def language_name(code: str) -> str:
    return str(LANGUAGE_NAMES.get(code, code))
