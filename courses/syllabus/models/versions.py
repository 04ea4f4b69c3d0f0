from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.syllabus.models.course import Activity, Course
from courses.syllabus.models.immutable import ImmutableModel


class SyllabusVersion(ImmutableModel):
    """The structure of a course as it was published: which activities, in which order, under which rule."""

    class Impact(models.TextChoices):
        COSMETIC = "cosmetic", _("Cosmetic: spelling or layout")
        MINOR = "minor", _("Minor: better words, same content")
        MATERIAL = "material", _("Material: something new must be learnt")

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    impact = models.CharField(max_length=10, choices=Impact.choices)
    note = models.CharField(max_length=300, blank=True)
    structure = models.JSONField()
    content_hash = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ("course", "n")
        constraints = (models.UniqueConstraint(fields=("course", "n"), name="syllabus_version_once"),)

    def __str__(self) -> str:
        return f"{self.course_id}/{self.n}"


class Requirement(ImmutableModel):
    """One line of a version as a row, so that set-based work (moving people, reports) needs no JSON."""

    class Rule(models.TextChoices):
        VIEWED = "viewed", _("Read")
        ANSWERED = "answered", _("Questions answered")
        PASSED = "passed", _("Passed")
        CONFIRMED = "confirmed", _("Confirmed by the trainer")

    version = models.ForeignKey(SyllabusVersion, on_delete=models.PROTECT, related_name="requirements")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="requirements")
    position = models.PositiveSmallIntegerField()
    module_key = models.UUIDField()
    rule = models.CharField(max_length=10, choices=Rule.choices)
    required = models.BooleanField(default=True)

    class Meta:
        ordering = ("version", "position")
        constraints = (models.UniqueConstraint(fields=("version", "activity"), name="activity_once_per_version"),)
