"""A reading of a text and what several detectors want to know about it, worked out once."""

import re
from functools import cached_property

from portal.guard.engine import context
from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.normalise import Reading, read


class Page:
    """A reading and what several detectors want to know about it, worked out once."""

    def __init__(self, text: str) -> None:
        self.reading: Reading = read(text)
        self.plain = self.reading.plain
        self.code = self.reading.code
        self.word = self.reading.word
        self.has_digits = bool(re.search(r"[0-9]", self.plain))

    def _mentions(self, pattern: re.Pattern[str]) -> context.Mentions:
        # A Latin word typed with Cyrillic look-alikes sounds wrong but looks right.
        looks = self.reading.looks
        return context.mentions(pattern, *((self.word,) if looks == self.word else (self.word, looks)))

    @cached_property
    def civil_number(self) -> context.Mentions:
        return self._mentions(context.CIVIL_NUMBER)

    @cached_property
    def travel_document(self) -> context.Mentions:
        return self._mentions(context.TRAVEL_DOCUMENT)

    @cached_property
    def identity_card(self) -> context.Mentions:
        return self._mentions(context.IDENTITY_CARD)

    @cached_property
    def birth(self) -> context.Mentions:
        return self._mentions(context.BIRTH)

    @cached_property
    def phone(self) -> context.Mentions:
        return self._mentions(context.PHONE)

    @cached_property
    def account(self) -> context.Mentions:
        return self._mentions(context.ACCOUNT)

    def finding(self, kind: str, start: int, end: int, level: Level) -> Finding:
        return Finding(kind, *self.reading.span(start, end), level)
