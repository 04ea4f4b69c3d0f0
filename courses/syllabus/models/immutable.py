from typing import Any, NoReturn

from django.db import models


class Immutable(Exception):
    """A published row is read by people who rely on it: publish again instead of changing it."""


class ImmutableQuerySet(models.QuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise Immutable(self.model.__name__)

    def delete(self) -> NoReturn:
        raise Immutable(self.model.__name__)

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(self.model.__name__)


class ImmutableModel(models.Model):
    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Immutable(type(self).__name__)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(type(self).__name__)
