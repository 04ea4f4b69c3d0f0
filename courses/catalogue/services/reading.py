"""Gives blocks what they cannot know: clean prose, values with their marks, provisions of law."""

from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from courses.catalogue.engine.prose import sanitised


@dataclass(frozen=True)
class PublishReader:
    locale: str

    def prose(self, html: Any) -> SafeString:
        return mark_safe(sanitised(str(html or "")))

    def words(self, text: str) -> SafeString:
        return mark_safe(escape(text))

    def provision(self, key: str) -> dict[str, Any]:
        return {"key": key, "title": key, "text": "", "mark": "", "url": "", "source": ""}

    def calendar(self, value: Any) -> dict[str, Any]:
        return {}
