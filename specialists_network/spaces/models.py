from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Theme(models.TextChoices):
    """What notes and threads are about; one list for both, so that one filter finds both."""

    IDENTIFICATION = "identification", _("Identification")
    EVIDENCE = "evidence", _("Evidence")
    DOCUMENTS = "documents", _("Documents")
    TIME_LIMITS = "time_limits", _("Time limits")
    REGISTERS = "registers", _("Registers")
    CHILDREN = "children", _("Children and family")
    HEALTH = "health", _("Health")
    TRANSFER = "transfer", _("Transfer")
    RECEPTION = "reception", _("Reception")
    REINTEGRATION = "reintegration", _("Reintegration")
    DATA_PROTECTION = "data_protection", _("Data protection")
    SAFEGUARDS = "safeguards", _("Safeguards")
    COOPERATION = "cooperation", _("Cooperation")

    @classmethod
    def pack(cls, keys: Iterable[str]) -> str:
        """For a row: blanks around each key, so that one is found the same way on either database."""
        return " " + "".join(f"{key} " for key in keys)

    @classmethod
    def unpack(cls, packed: str) -> list["Theme"]:
        return [cls(key) for key in packed.split() if key in cls.values]


class Space(models.Model):
    """A room of the network with its policy."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    # Policy: from how many other jurisdictions a note is endorsed before it is published.
    endorsers_needed = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    # Kept here and not read from the institution: a later posting abroad must not turn a colleague into a foreigner
    # of their own notes.
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ("jurisdiction_id", "pk")
        constraints = (models.UniqueConstraint(fields=("space", "user"), name="member_once_per_space"),)
