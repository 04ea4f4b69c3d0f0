from django.db import models

from courses.syllabus.models.course import Activity
from courses.syllabus.models.immutable import ImmutableModel
from courses.syllabus.models.versions import SyllabusVersion


class CourseEdition(ImmutableModel):
    """Titles, aims and labels of a version in one language: an outline is one row. The newest is served."""

    version = models.ForeignKey(SyllabusVersion, on_delete=models.PROTECT, related_name="course_editions")
    locale = models.CharField(max_length=10)
    n = models.PositiveIntegerField()
    words = models.JSONField()
    source_hash = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "locale", "n"), name="course_edition_once"),)


class LessonEdition(ImmutableModel):
    """The rendered parts of a lesson in one language. Append-only; the newest is served."""

    version = models.ForeignKey(SyllabusVersion, on_delete=models.PROTECT, related_name="lesson_editions")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="editions")
    locale = models.CharField(max_length=10)
    n = models.PositiveIntegerField()
    parts = models.JSONField()
    source_hash = models.CharField(max_length=64)
    machine_drafted = models.BooleanField(default=False)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "activity", "locale", "n"), name="lesson_edition_once"),
        )
