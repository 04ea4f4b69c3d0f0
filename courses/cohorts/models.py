import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Cohort(models.Model):
    """Officials who take one course together, from one day to another."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160)
    course = models.ForeignKey("syllabus.Course", on_delete=models.PROTECT, related_name="cohorts")
    starts = models.DateField()
    ends = models.DateField()
    due = models.DateField()
    place = models.CharField(max_length=160, blank=True)
    languages = models.JSONField(default=list)
    # Empty for a regional cohort; coordinators see what lies in their scope.
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT, null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="cohorts_owned"
    )

    class Meta:
        ordering = ("-starts", "name")
        constraints = (
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="a_cohort_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(due__gte=F("starts")), name="a_cohort_is_due_after_it_starts"),
            models.UniqueConstraint(fields=("course", "name"), name="cohort_named_once_per_course"),
        )

    def __str__(self) -> str:
        return self.name


class CohortRole(models.Model):
    class Role(models.TextChoices):
        TRAINER = "trainer", _("Trainer")
        CO_TRAINER = "co_trainer", _("Co-trainer")
        OBSERVER = "observer", _("Observer")

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cohort_roles")
    role = models.CharField(max_length=12, choices=Role.choices)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("cohort", "user"), name="one_role_per_cohort"),)


class Participant(models.Model):
    """A place in a cohort. It holds what was pasted until the account begins; from then on the person speaks for it."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="participants")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="cohort_places"
    )
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    invitation_uuid = models.UUIDField(null=True, blank=True, db_index=True)
    # Somebody may have begun the course before this cohort, or in another one; it is the same enrolment.
    enrolment_uuid = models.UUIDField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("cohort", "email"), name="one_place_per_address"),
            models.UniqueConstraint(fields=("cohort", "user"), name="one_place_per_person"),
        )
