from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.TextChoices):
    REVIEWED = "reviewed", _("Reviewed")
    SOURCED = "sourced", _("Source read, not reviewed")
    GENERAL_KNOWLEDGE = "gk", _("General knowledge, to be verified")
    ASSUMPTION = "assumption", _("Assumption")


class Instrument(models.Model):
    """A treaty, directive, protocol or standard."""

    key = models.SlugField(max_length=60, unique=True)
    title = models.JSONField(default=dict)
    short = models.JSONField(default=dict)
    publication = models.CharField(max_length=200, blank=True)
    jurisdictions = models.JSONField(default=list)
    in_force = models.DateField(null=True)
    note = models.JSONField(default=dict)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class Provision(models.Model):
    """An article, paragraph or annex; its key never changes, its text has versions."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="provisions")
    key = models.CharField(max_length=120, unique=True)
    article = models.JSONField(default=dict)
    heading = models.JSONField(default=dict)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class ProvisionVersion(models.Model):
    """What the register said of a provision from one reading on."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="versions")
    n = models.PositiveSmallIntegerField()
    text = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=300, blank=True)
    mark = models.CharField(max_length=10, choices=Mark)
    read_on = models.DateField()
    checked_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=150, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["provision_id", "n"]
        constraints = [
            models.UniqueConstraint(fields=["provision", "n"], name="one_row_per_version_of_a_provision"),
            models.CheckConstraint(
                condition=~models.Q(mark="reviewed") | (models.Q(checked_on__isnull=False) & ~models.Q(checked_by="")),
                name="a_reviewed_provision_names_reviewer_and_day",
            ),
        ]


class Citation(models.Model):
    """Where a provision is cited. The place is named by whoever cites, for example `question:<uuid>`."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="citations")
    place = models.CharField(max_length=200)

    class Meta:
        ordering = ["provision_id", "place"]
        constraints = [models.UniqueConstraint(fields=["provision", "place"], name="one_citation_per_place")]
