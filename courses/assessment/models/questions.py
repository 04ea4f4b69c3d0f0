import uuid

from django.db import models

from courses.assessment.engine import documents
from courses.assessment.engine.kinds import Kind
from courses.assessment.engine.standing import Standing
from courses.syllabus.models.immutable import ImmutableModel


class Question(models.Model):
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)


class QuestionVersion(ImmutableModel):
    """What is asked and what is right, free of any language. Attempts pin it: a late answer is graded as asked."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("question", "n"), name="question_version_once"),)

    @property
    def kind(self) -> Kind:
        return documents.as_kind(self.body)

    @property
    def standing(self) -> Standing:
        return documents.standing_in(self.body)


class QuestionText(ImmutableModel):
    """The wording in one language. A corrected typo is the next edition; the newest is shown."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="texts")
    locale = models.CharField(max_length=10)
    n = models.PositiveIntegerField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "locale", "n"), name="question_text_once"),)
