"""What a publish freezes: a case with its calendars and legal values, once and for all."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionIsFrozen(TypeError):
    """A published version is never changed: publish the next one."""


class ScenarioVersionQuerySet(models.QuerySet["ScenarioVersion"]):
    def update(self, **fields: Any) -> int:
        raise VersionIsFrozen("A published version is never changed.")


class ScenarioVersion(models.Model):
    """One published state of a case. Runs pin it, so it is never changed and never deleted while a run points here."""

    key = models.SlugField(_("key"), max_length=60)
    number = models.PositiveIntegerField(_("number"))
    logic_hash = models.CharField(max_length=64)
    text_hash = models.CharField(max_length=64)
    # As text, because order means something: the first rule that holds applies, and jsonb sorts keys its own way.
    document = models.TextField(_("document"))
    report = models.JSONField(_("checks"), default=dict)
    published_at = models.DateTimeField(_("published"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ScenarioVersionQuerySet.as_manager()

    class Meta:
        ordering = ("key", "-number")
        constraints = (
            models.UniqueConstraint(fields=("key", "number"), name="scenario_version_numbered_once"),
            models.UniqueConstraint(fields=("key", "logic_hash", "text_hash"), name="scenario_version_content_once"),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.number}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise VersionIsFrozen("A published version is never changed.")
        super().save(*args, **options)


class Scenario(models.Model):
    """The case as a learner finds it: a name that points at the version new runs are played on."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    current = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="+")
    is_open = models.BooleanField(_("can be started"), default=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key
