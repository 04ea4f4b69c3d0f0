from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from courses.assessment.models.questions import QuestionVersion
from courses.syllabus.models.immutable import ImmutableModel


class Quiz(models.Model):
    """A test. `texts` holds its title and introduction per locale; what decides is in its versions."""

    uuid = models.UUIDField(unique=True, editable=False)
    key = models.CharField(max_length=120, unique=True)
    texts = models.JSONField(default=dict)

    def text(self, locale: str, name: str) -> str:
        return str((self.texts.get(locale) or {}).get(name) or self.texts["en"].get(name, ""))


class QuizVersion(ImmutableModel):
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    pass_mark = models.PositiveSmallIntegerField(validators=(MinValueValidator(1), MaxValueValidator(100)))
    attempts = models.PositiveSmallIntegerField()
    wait_hours = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("quiz", "n"), name="quiz_version_once"),
            models.CheckConstraint(
                condition=models.Q(pass_mark__gte=1) & models.Q(pass_mark__lte=100), name="pass_mark_is_a_percentage"
            ),
        )


class QuizQuestion(ImmutableModel):
    quiz_version = models.ForeignKey(QuizVersion, on_delete=models.PROTECT, related_name="questions")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("quiz_version", "position"), name="quiz_position_once"),
            models.UniqueConstraint(fields=("quiz_version", "question_version"), name="quiz_question_once"),
        )
