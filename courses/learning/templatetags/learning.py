"""How a course's figures are said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

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
    here = get_language() or settings.LANGUAGE_CODE
    rows = tuple(
        (str(row.activity.uuid), row.number, row.label.title, row.label.lang, row.state)
        for section in view.sections
        for row in section.rows
    )
    return _outline_list(view.course.code, str(lesson.row.activity.uuid), here, rows)


OutlineRow = tuple[str, int | None, str, str, State | None]


@lru_cache(maxsize=1000)
def _outline_list(code: str, current: str, here: str, rows: tuple[OutlineRow, ...]) -> SafeString:
    """The same for all who stand at the same place of a course."""
    # One address resolved instead of one for each row: an activity stands below its course.
    base = reverse("learning:course", args=[code])
    shown = [
        {
            "text": f"{number}. {title}" if number else title,
            "lang": lang_mark(lang, on=here),
            "url": None if state == "locked" else f"{base}{uuid}/",
            "is_here": uuid == current,
            "is_done": state == "done",
        }
        for uuid, number, title, lang, state in rows
    ]
    return render_to_string("courses/learning/_outline_list.html", {"rows": shown, "done": _("Done")})


@dataclass(frozen=True)
class Asked:
    """A question as a reader finds it: all who gave the same answer to the same edition see the same."""

    edition: tuple[UUID, int, str]  # what was published, the version, the language
    uuid: str
    chosen: tuple[str, ...]
    part: Mapping[str, Any] = field(compare=False)


@register.simple_tag
def question_body(view: CourseView, lesson: LessonView, part: Mapping[str, Any]) -> SafeString:
    """Options and feedback, drawn once a process; the form around them belongs to one person."""
    version = view.enrolment.syllabus_id if view.enrolment else 0
    asked = Asked((view.course.stamp, version, lesson.locale), part["uuid"], part["chosen"], part)
    return _question_body(asked, get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=1000)
def _question_body(asked: Asked, _language: str) -> SafeString:
    return render_to_string("courses/learning/_question_body.html", {"part": asked.part})


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
