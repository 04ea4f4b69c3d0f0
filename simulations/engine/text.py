"""Words of a case, kept by locale so that a translation never touches the logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SOURCE_LOCALE = "en"


@dataclass(frozen=True, slots=True)
class Text:
    by_locale: Mapping[str, str]

    def say(self, locale: str = SOURCE_LOCALE) -> str:
        """The words in this locale, else in its language, else in the source language."""
        language = locale.split("-")[0]
        for wanted in (locale, language, SOURCE_LOCALE):
            if wanted in self.by_locale:
                return self.by_locale[wanted]
        return ""

    def said_in(self, locale: str) -> str:
        """The locale from which `say` takes the words."""
        return next((wanted for wanted in (locale, locale.split("-")[0]) if wanted in self.by_locale), SOURCE_LOCALE)

    def __bool__(self) -> bool:
        return bool(self.by_locale)


NO_TEXT = Text({})
