from typing import Any

from wagtail import blocks


class KeyBlock(blocks.CharBlock):
    """A key in a register: the same in every language, so translators are never asked for it."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        return value
