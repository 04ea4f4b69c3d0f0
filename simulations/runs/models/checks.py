"""Forms that were looked at before they were sent."""

from django.db import models


class FormCheck(models.Model):
    """The one look a person may ask for before a form goes out.

    `sending`: how often the act had been done by then, so that there is one look for each time it is sent.
    `found`: the engine's word for each field that had something in it, or lacked what it needs, and a keyed digest of
    what stood there, so that a later change can be told. What is optional and untouched is not looked at.
    """

    seat = models.ForeignKey("runs.Seat", on_delete=models.CASCADE, related_name="checks")
    act = models.CharField(max_length=60)
    sending = models.PositiveSmallIntegerField()
    at = models.CharField(max_length=32)
    found = models.JSONField(default=dict)
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("seat", "act", "sending"), name="one_check_before_each_sending"),
        )

    @property
    def words(self) -> dict[str, str]:
        return {key: word for key, (word, _digest) in self.found.items()}
