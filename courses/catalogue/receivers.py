"""What follows when authors publish pages: the course is marked as changed, and learners see nothing yet."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from rest_framework.exceptions import ValidationError
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import StringTranslation

from courses.catalogue import queries
from courses.catalogue.models import CoursePage, LessonPage, ModulePage
from courses.syllabus import services as syllabus
from portal.guard import api as guard


@receiver([page_published, page_unpublished, post_page_move])
def the_course_has_changed(sender: type, instance: Any, **_rest: Any) -> None:
    if isinstance(instance, CoursePage | ModulePage | LessonPage) and (course := queries.course_of(instance)):
        syllabus.mark_pending(code=course.code)


class Held(ValidationError):
    """Refuses one translated string: the translator's screen shows it beside the field, and nothing is stored."""


@receiver(pre_save, sender=StringTranslation)
def a_translation_passes_the_guard(instance: StringTranslation, **_rest: Any) -> None:
    """A translation is stored string by string, long before it becomes a page."""
    verdict = guard.check(instance.data)
    if verdict.level >= guard.Level.HOLD:
        guard.note_incident(place="translation", text=instance.data, verdict=verdict)
        raise Held([passage.message() for passage in guard.passages(instance.data, verdict.findings)])


@receiver(page_unpublished, sender=CoursePage)
def the_course_is_taken_off_the_shelf(instance: CoursePage, **_rest: Any) -> None:
    if queries.is_source(instance):
        syllabus.set_listed(code=instance.code, is_listed=False)
