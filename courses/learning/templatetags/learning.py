"""How a course's figures are said."""

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from courses.learning.engine.progress import State
from courses.learning.queries import CourseView, LessonView
from portal.settings.languages import HTML_LANG, lang_mark

register = template.Library()


@register.simple_tag
def outline_list(view: CourseView, lesson: LessonView) -> SafeString:
    """Rendered once for both places in which a lesson shows it: it is the dearest part of the page."""
    # One address resolved instead of one for each row: an activity stands below its course.
    base, here = reverse("learning:course", args=[view.course.code]), get_language() or settings.LANGUAGE_CODE
    rows = [
        {
            "text": f"{row.number}. {row.label.title}" if row.number else row.label.title,
            "lang": lang_mark(row.label.lang, on=here),
            "url": None if row.state == "locked" else f"{base}{row.activity.uuid}/",
            "is_here": row.activity.uuid == lesson.row.activity.uuid,
            "is_done": row.state == "done",
        }
        for section in view.sections
        for row in section.rows
    ]
    return render_to_string("courses/learning/_outline_list.html", {"rows": rows, "done": _("Done")})


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
def lang_attribute(locale: str) -> SafeString:
    """Nothing where the page is in this language."""
    mark = lang_mark(locale, on=get_language() or settings.LANGUAGE_CODE)
    return format_html(' lang="{}"', mark) if mark else SafeString()


@register.filter
def language_name(locale: str) -> str:
    """In the language itself, as in the language menu."""
    return dict(settings.LANGUAGES).get(locale, locale)
