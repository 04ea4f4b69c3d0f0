from typing import Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """A stream whose blocks stay out of migrations: a new help text on a block is no change of the database."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
