"""Who stands for what the files say. Rows are added and never changed; a mistake is taken back by a further row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, override

from portal.accounts.api import Role
from portal.guard.models import GuardedModel, GuardedQuerySet
from simulations.engine.text import SOURCE_LOCALE


class ConfirmationIsPermanent(TypeError):
    """What was signed stays as it was signed: take it back by a further row."""


class ConfirmationQuerySet(GuardedQuerySet):
    def delete(self) -> tuple[int, dict[str, int]]:
        raise ConfirmationIsPermanent("delete")

    def _refuse(self, fields: Iterable[str]) -> None:
        raise ConfirmationIsPermanent("update")

    def forget_names(self) -> int:
        """Function and institution stay: an office stood for it."""
        return models.QuerySet.update(self, name="")


class Confirmation(GuardedModel):
    """A person compared what is shown with an official source, or takes such a confirmation back."""

    guarded_fields: ClassVar[tuple[str, ...]] = ("compared_with", "because")

    subject = models.CharField(max_length=60)  # such as calendar:ba-rs-2026
    digest = models.CharField(max_length=64)
    content = models.TextField()  # exactly what was shown
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # as signed
    role = models.CharField(max_length=20)
    function = models.CharField(max_length=120, blank=True)
    institution = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField()
    compared_with = models.CharField(max_length=300, blank=True)
    because = models.CharField(max_length=300, blank=True)
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back"
    )
    # Drawn by the form and the person: the same form sent twice signs once.
    once = models.UUIDField(unique=True, editable=False)

    objects: ClassVar[Any] = ConfirmationQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        indexes = (models.Index(fields=("subject", "id"), name="confirmation_of_subject"),)
        constraints = (
            models.CheckConstraint(
                condition=(Q(takes_back=None) & ~Q(compared_with="") & Q(because=""))
                | (Q(takes_back__isnull=False) & ~Q(because="") & Q(compared_with="")),
                name="confirmation_says_what_it_rests_on",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.pk}"

    @property
    def office(self) -> str:
        """Who signed without a name, in English: it is frozen into cases, and outlives the account."""
        with override(SOURCE_LOCALE):
            function = self.function or gettext(str(Role(self.role).label))
        return ", ".join(part for part in (function, self.institution) if part)

    @property
    def signer(self) -> str:
        return self.name or self.office

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise ConfirmationIsPermanent("update")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        raise ConfirmationIsPermanent("delete")
