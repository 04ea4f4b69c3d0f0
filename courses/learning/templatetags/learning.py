"""How a course's figures are said."""

from django import template
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.learning.engine.progress import State
from portal.settings.languages import HTML_LANG

register = template.Library()


@register.filter
def duration(minutes: int) -> str:
    """90 → "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(n)s min") % {"n": rest}
    return _("%(hours)s h %(minutes)02d") % {"hours": hours, "minutes": rest} if rest else _("%(n)s h") % {"n": hours}


@register.filter
def kilobytes(count: int) -> str:
    return _("%(n)s KB") % {"n": max(1, round(count / 1000))}


@register.filter
def state_words(state: State) -> str:
    words = {
        "done": _("Done"),
        "progress": _("In progress"),
        "locked": _("Opens later"),
        "not_started": _("Not started"),
    }
    return words[state]


@register.filter
def state_kind(state: State) -> str:
    return "" if state == "not_started" else state


@register.filter
def lessons(count: int) -> str:
    return ngettext("%(n)s lesson", "%(n)s lessons", count) % {"n": count}


@register.filter
def html_lang(locale: str) -> str:
    return HTML_LANG.get(locale, locale)


@register.filter
def language_name(locale: str) -> str:
    """In the language itself, as in the language menu."""
    return dict(settings.LANGUAGES).get(locale, locale)
