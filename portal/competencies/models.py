from django.conf import settings
from django.db import models


class Evidence(models.Model):
    """One thing a person did that shows a competency. Appended, never changed; said twice, it counts once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    competency = models.SlugField(max_length=40)
    source = models.CharField(max_length=120)
    score = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["user", "competency", "at"], name="evidence_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["user", "competency", "source"], name="one_evidence_per_source"),
            models.CheckConstraint(condition=models.Q(score__gte=0, score__lte=1), name="score_is_a_share"),
        ]
