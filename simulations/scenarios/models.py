"""What a publish freezes: a case with its calendars and legal values, once and for all."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

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


class CheckRun(models.Model):
    """The long check of one version: asked for, at work, done, or broken off by a worker that died.

    What a stage found is kept at once, so that another worker goes on where the first one stopped.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("At work")
        DONE = "done", _("Done")
        INTERRUPTED = "interrupted", _("Interrupted")

    # Longer without a sign of life than a worker ever is between two of them.
    SILENCE = timedelta(seconds=90)

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.ForeignKey(ScenarioVersion, on_delete=models.CASCADE, related_name="checks")
    state = models.CharField(max_length=12, choices=State.choices, default=State.QUEUED)
    stage = models.CharField(max_length=20, blank=True)
    states = models.PositiveBigIntegerField(default=0)
    seconds = models.FloatField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    found = models.JSONField(default=dict)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    heard_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("version",),
                condition=models.Q(state__in=("queued", "running")),
                name="one_open_check_a_version",
            ),
        )

    def __str__(self) -> str:
        return f"{self.version}: {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)

    def is_silent(self, now: datetime) -> bool:
        """At work by its row, and nobody has heard of it for too long."""
        return self.state == self.State.RUNNING and (self.heard_at is None or self.heard_at < now - self.SILENCE)
