import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Enrolment(models.Model):
    """One person's way through one course. Recertification is a new cycle: a new row, nothing is ever reset."""

    class State(models.TextChoices):
        ACTIVE = "active", _("In progress")
        COMPLETED = "completed", _("Done")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments")
    course = models.ForeignKey("syllabus.Course", on_delete=models.PROTECT, related_name="enrolments")
    cycle = models.PositiveSmallIntegerField(default=1)
    # Cohorts live above; here a cohort is only a key.
    cohort_key = models.UUIDField(null=True, blank=True, db_index=True)
    syllabus = models.ForeignKey("syllabus.SyllabusVersion", on_delete=models.PROTECT, related_name="enrolments")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    required_total = models.PositiveSmallIntegerField()
    required_done = models.PositiveSmallIntegerField(default=0)
    next_activity = models.UUIDField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    enrolled_at = models.DateTimeField()
    last_activity_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    # As it was on the day of enrolment: last year's report must not move when somebody changes ministry.
    snap_jurisdiction = models.CharField(max_length=2, blank=True)
    snap_institution = models.CharField(max_length=160, blank=True)
    snap_sex = models.CharField(max_length=10, blank=True)
    snap_function = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("course", "state", "required_done"), name="enrolment_by_progress"),
            models.Index(fields=("cohort_key", "last_activity_at"), name="enrolment_by_cohort"),
        )
        constraints = (
            models.UniqueConstraint(fields=("user", "course", "cycle"), name="enrolled_once_per_cycle"),
            models.CheckConstraint(condition=Q(required_done__lte=F("required_total")), name="never_more_than_all"),
        )

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_completed(self) -> bool:
        return self.state == self.State.COMPLETED


class Completion(models.Model):
    class Source(models.TextChoices):
        TICKED = "ticked", _("Marked as done")
        PASSED = "passed", _("Passed")
        CONFIRMED = "confirmed", _("Confirmed by the trainer")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="completions")
    activity = models.ForeignKey("syllabus.Activity", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices)
    done_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("enrolment", "activity"), name="completed_once"),)


class PracticeAnswer(models.Model):
    """The last answer given to a practice question in a lesson: kept so that it is there in every language."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="practice_answers")
    activity_uuid = models.UUIDField()
    question_uuid = models.UUIDField()
    answer = models.JSONField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("enrolment", "activity_uuid", "question_uuid"), name="practised_once"),
        )
