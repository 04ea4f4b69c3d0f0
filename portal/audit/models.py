from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.clock import now


class EntryIsPermanent(Exception):
    """Somebody tried to change or delete a line of the trail."""


class EntryQuerySet(models.QuerySet["Entry"]):
    def update(self, **changes: object) -> int:
        raise EntryIsPermanent("update")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise EntryIsPermanent("delete")

    # A bulk insert that resolves conflicts by updating would be a way round.
    def bulk_update(self, *args: object, **kwargs: object) -> int:
        raise EntryIsPermanent("update")


class Entry(models.Model):
    """One line: who did what to what. Written once; the database itself refuses to change or delete it.

    The actor is a string, not a foreign key: a line outlives the account, and an erased person leaves a bare uuid.
    """

    at = models.DateTimeField(default=now)
    actor = models.CharField(max_length=36, blank=True, db_index=True)
    verb = models.CharField(max_length=60)
    target = models.CharField(max_length=120, db_index=True)
    detail = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the audit trail")
        verbose_name_plural = _("audit trail")
        default_permissions = ("view",)
        indexes = (models.Index(fields=("at", "id"), name="audit_newest"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.target}"

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise EntryIsPermanent("update")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise EntryIsPermanent("delete")
