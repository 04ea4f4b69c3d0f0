"""What an author sees before publishing: the lesson as it would be compiled."""

from django import template

from courses.catalogue.models import LessonPage
from courses.catalogue.services import Preview, preview_lesson

register = template.Library()


@register.simple_tag
def preview_of(page: LessonPage) -> Preview:
    return preview_lesson(page)
