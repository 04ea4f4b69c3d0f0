"""Runs, their seats, and their log."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LogIsAppendOnly(TypeError):
    """An event that happened is never changed and never taken away."""


class Run(models.Model):
    """`state` is a disposable copy of the folded log; `seq` and `head` say how far it reaches."""

    class Outcome(models.TextChoices):
        PASS = "pass", _("Passed")
        NEUTRAL = "neutral", _("Ended without a verdict")
        FAIL = "fail", _("Not passed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey("scenarios.ScenarioVersion", on_delete=models.PROTECT, related_name="runs")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="branches")
    parent_seq = models.PositiveIntegerField(null=True, blank=True)
    context = models.JSONField(default=dict)
    seq = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.JSONField(default=dict, editable=False)
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-moved_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(parent__isnull=True, parent_seq__isnull=True)
                | Q(parent__isnull=False, parent_seq__isnull=False),
                name="run_branches_at_an_event",
            ),
        )

    @property
    def has_ended(self) -> bool:
        return self.ended_at is not None

    @property
    def is_open(self) -> bool:
        """It can be gone on with."""
        return not (self.has_ended or self.is_locked)

    @property
    def is_locked(self) -> bool:
        """Its log does not fit itself any more: kept as it is, and played on by nobody."""
        return self.locked_at is not None


def _secret() -> str:
    return secrets.token_hex(32)


class Seat(models.Model):
    """Who plays a role in a run. `secret` keys the digests of this seat's words, and is erased with them."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=60)
    secret = models.CharField(max_length=64, default=_secret, editable=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("run", "role"), name="one_seat_per_role"),)


class RunEventQuerySet(models.QuerySet["RunEvent"]):
    def update(self, **fields: Any) -> int:
        raise LogIsAppendOnly("An event is never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise LogIsAppendOnly("An event is never taken away.")


class RunEvent(models.Model):
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    step = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    at = models.CharField(_("time in the case"), max_length=32)
    data = models.JSONField(default=dict)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    client_key = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField()

    objects = RunEventQuerySet.as_manager()

    class Meta:
        ordering = ("run", "seq")
        constraints = (
            models.UniqueConstraint(fields=("run", "seq"), name="one_event_per_place_in_the_log"),
            models.UniqueConstraint(
                fields=("run", "client_key"), condition=~Q(client_key=""), name="a_command_counts_once"
            ),
        )

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise LogIsAppendOnly("An event is never changed.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        raise LogIsAppendOnly("An event is never taken away.")
