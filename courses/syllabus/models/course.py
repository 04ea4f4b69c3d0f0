from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class Course(models.Model):
    """The course itself, in no language. Its pages may come and go; its record stays."""

    class Scope(models.TextChoices):
        REGIONAL = "regional", _("Regional")
        NATIONAL = "national", _("National")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    source_locale = models.CharField(max_length=10)
    level = models.CharField(max_length=10, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.REGIONAL)
    cover = models.CharField(max_length=30, blank=True)
    competencies = models.JSONField(default=list, blank=True)
    is_open = models.BooleanField(default=True, help_text=_("People may enrol themselves."))
    is_listed = models.BooleanField(default=False)
    # Pages changed since the last publish; only a person decides when learners see it.
    pending_since = models.DateTimeField(null=True, blank=True)
    # Drawn anew at each publish: caches in each process know by it that there is something newer.
    stamp = models.UUIDField(default=uuid4, editable=False)
    current = models.ForeignKey(
        "syllabus.SyllabusVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code


class Activity(models.Model):
    """Something to do. Keeps its uuid through all versions and languages; completions point here."""

    class Kind(models.TextChoices):
        LESSON = "lesson", _("Lesson")
        QUIZ = "quiz", _("Test")
        SIMULATION = "simulation", _("Practice case")

    uuid = models.UUIDField(unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
