import uuid
from typing import Any

from django.db import models

from courses.assessment.engine import documents
from courses.assessment.engine.kinds import Kind
from courses.assessment.engine.standing import Standing


class WrittenOnce(models.Model):
    """A row that attempts keep pointing at: it is added, never changed."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is written once; add the next number instead.")
        super().save(*args, **kwargs)


class Question(models.Model):
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)


class QuestionVersion(WrittenOnce):
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


class QuestionText(WrittenOnce):
    """The wording in one language. A corrected typo is the next edition; the newest is shown."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="texts")
    locale = models.CharField(max_length=10)
    n = models.PositiveIntegerField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "locale", "n"), name="question_text_once"),)
