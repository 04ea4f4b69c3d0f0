import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from courses.assessment.models.questions import QuestionVersion
from courses.assessment.models.quizzes import Quiz, QuizVersion


class QuizSeat(models.Model):
    """One person's place in one test. The room above says for which enrolment and activity; here both are names."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="quiz_seats")
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="seats")
    enrolment_uuid = models.UUIDField()
    activity_uuid = models.UUIDField()
    # A trainer may grant a further try to somebody who has used all of them.
    extra_attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("enrolment_uuid", "activity_uuid"), name="one_seat_per_activity"),
        )


class Attempt(models.Model):
    class State(models.TextChoices):
        OPEN = "open"
        SUBMITTED = "submitted"

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(QuizSeat, on_delete=models.CASCADE, related_name="attempts")
    quiz_version = models.ForeignKey(QuizVersion, on_delete=models.PROTECT)
    n = models.PositiveSmallIntegerField()
    seed = models.PositiveBigIntegerField()
    locale = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
    passed = models.BooleanField(null=True)

    class Meta:
        ordering = ("n",)
        constraints = (
            models.UniqueConstraint(fields=("seat", "n"), name="attempt_once"),
            models.UniqueConstraint(fields=("seat",), condition=Q(state="open"), name="one_open_attempt"),
            models.CheckConstraint(
                condition=Q(state="open", submitted_at__isnull=True, passed__isnull=True)
                | Q(state="submitted", submitted_at__isnull=False, percent__isnull=False, passed__isnull=False),
                name="a_submitted_attempt_is_scored",
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Response(models.Model):
    """One question of an attempt with the answer as given; `revision` counts the savings and unmasks a stale tab."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()
    given = models.JSONField(null=True)
    revision = models.PositiveIntegerField(default=0)
    client_uuid = models.UUIDField(null=True)
    saved_at = models.DateTimeField(null=True)
    awarded = models.DecimalField(max_digits=5, decimal_places=4, null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("attempt", "position"), name="response_position_once"),
            models.UniqueConstraint(fields=("attempt", "question_version"), name="response_question_once"),
        )
