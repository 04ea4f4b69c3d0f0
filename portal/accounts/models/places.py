from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Jurisdiction(models.Model):
    """A State or Kosovo*, keyed by its code. Partners are rows too: they have accounts, and calendars need them."""

    class Kind(models.TextChoices):
        WESTERN_BALKANS = "western_balkans", _("Western Balkans")
        EU = "eu", _("European Union")
        ASSOCIATED = "associated", _("Associated with Schengen")
        ORIGIN = "origin", _("Country of origin")

    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=Kind.choices)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        # The row holds the English name; the catalogue has the others.
        return gettext(self.name)


class Institution(models.Model):
    name = models.CharField(max_length=160)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="institutions")

    class Meta:
        ordering = ("jurisdiction_id", "name")
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "name"), name="institution_once_per_jurisdiction"),
        )

    def __str__(self) -> str:
        return self.name
