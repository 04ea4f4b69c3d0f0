from django.db import models

from portal.core.clock import now


class ErasureRequest(models.Model):
    """Somebody asked to be forgotten, and when that was done. The number leads to nobody afterwards."""

    user_uuid = models.UUIDField(unique=True)
    asked_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)
