import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Mail(models.Model):
    """A mail as it will be read. Once sent, its text is emptied (links in it are keys), unless this is a demo."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.EmailField()
    locale = models.CharField(max_length=10)
    template = models.CharField(max_length=80, blank=True)
    # What it is about, so that whoever asked for it can be told: "invitation:<uuid>".
    about = models.CharField(max_length=80, blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    queued_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("outbox")
        indexes = (
            models.Index(fields=("queued_at",), condition=Q(sent_at__isnull=True), name="mail_waiting"),
            models.Index(fields=("to", "queued_at"), name="mail_by_person"),
        )

    def __str__(self) -> str:
        return self.subject
