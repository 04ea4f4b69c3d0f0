import uuid

from django.conf import settings
from django.db import models


class Certificate(models.Model):
    """What was certified, as it was on the day. It points at its origins while they are there and needs none of them.

    `snapshot` and `serial` are sealed. The name stands beside them, so that erasing a person leaves the seal whole:
    inside the snapshot is only its digest, whose key goes with the name.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    serial = models.CharField(max_length=40, unique=True)
    enrolment_uuid = models.UUIDField(unique=True)
    snapshot = models.JSONField()
    seal = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    holder_name = models.CharField(max_length=120, blank=True)
    holder_key = models.CharField(max_length=64, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_because = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="certificates"
    )
    enrolment = models.ForeignKey("learning.Enrolment", on_delete=models.SET_NULL, null=True, related_name="+")
    course = models.ForeignKey("syllabus.Course", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-issued_at",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(revoked_at__isnull=True) | ~models.Q(revoked_because=""),
                name="a_withdrawal_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.serial
