"""What the guard remembers, and the model that cannot be saved around it."""

import json
from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac


class Incident(models.Model):
    """That something was refused: where, which kinds, how long. Never what, never who."""

    at = models.DateTimeField(db_index=True)
    place = models.CharField(max_length=80)
    verdict = models.CharField(max_length=10)
    kinds = models.JSONField()
    lengths = models.JSONField()
    text_length = models.PositiveIntegerField()

    class Meta:
        ordering = ("-at", "-pk")


class NotGuarded(Exception):
    """A text was about to be written without the guard's verdict for that very text."""


class GuardedQuerySet(models.QuerySet[Any]):
    """Writing many rows at once goes around save(), and so around the guard."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> NoReturn:
        raise NotGuarded(f"{self.model.__name__}: save rows one by one, each with its verdict.")

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any) -> int:
        self._refuse(fields)
        return super().bulk_update(objs, fields, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._refuse(kwargs)
        return super().update(**kwargs)

    def _refuse(self, fields: Iterable[str]) -> None:
        guarded = {*self.model.guarded_fields, "guard_digest"} & set(fields)
        if guarded:
            raise NotGuarded(f"{self.model.__name__}.{sorted(guarded)[0]}: save the row with its verdict.")


class GuardedModel(models.Model):
    """Refuses to be saved while its texts differ from those the guard has let pass."""

    guarded_fields: ClassVar[tuple[str, ...]] = ()

    guard_digest = models.CharField(max_length=64, editable=False, default="")

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if fields is None or set(fields) & set(self.guarded_fields):
            if not constant_time_compare(self.guard_digest, self.text_digest()):
                raise NotGuarded(f"{self._meta.label}: no verdict for these texts.")
            if fields is not None:
                kwargs["update_fields"] = {*fields, "guard_digest"}
        super().save(*args, **kwargs)

    def guarded_texts(self) -> dict[str, str]:
        return {name: str(getattr(self, name) or "") for name in self.guarded_fields}

    def text_digest(self) -> str:
        """Keyed, so that nobody can try out ten thousand million numbers against it."""
        texts = json.dumps([self._meta.label, self.guarded_texts()], ensure_ascii=False, sort_keys=True)
        return salted_hmac("portal.guard.verdict", texts, algorithm="sha256").hexdigest()
