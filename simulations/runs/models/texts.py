"""What people write in a run, beside the log, and what a trainer says of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.guard.models import GuardedModel


class SeatText(GuardedModel):
    """Own words: given with an act (`step`, `field`), not sent yet, the private note, what is taken along."""

    class Kind(models.TextChoices):
        INPUT = "input", _("given with an act")
        DRAFT = "draft", _("not sent yet")
        NOTE = "note", _("private note")
        REFLECTION = "reflection", _("taken along")

    seat = models.ForeignKey("runs.Seat", on_delete=models.CASCADE, related_name="texts")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    step = models.PositiveIntegerField(default=0)
    field = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    guarded_fields: ClassVar[tuple[str, ...]] = ("text",)
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("seat", "kind", "step", "field"), name="one_text_per_place_of_a_seat"),
        )


class WrittenWork(GuardedModel):
    """A text of a write task that waits for a trainer, or what the trainer said. It goes when the text goes."""

    text = models.OneToOneField(SeatText, on_delete=models.CASCADE, related_name="work")
    act = models.CharField(max_length=60)
    handed_in_at = models.DateTimeField()
    judge = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    # Places, from 0, of the criteria that are met.
    met = models.JSONField(default=list)
    comment = models.TextField(blank=True)
    guarded_fields: ClassVar[tuple[str, ...]] = ("comment",)

    class Meta:
        ordering = ("handed_in_at", "pk")
