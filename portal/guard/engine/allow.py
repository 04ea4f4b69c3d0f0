"""What callers know to be harmless: an institution's address, a published contact, a case of the academy."""

import re
from dataclasses import dataclass

from portal.guard.engine.findings import Finding
from portal.guard.engine.normalise import read

_NOISE = re.compile(r"[\W_]+")


def _squeezed(text: str) -> str:
    return _NOISE.sub("", read(text).code)


@dataclass(frozen=True)
class Allowed:
    """Whole matches only: an allowed telephone number does not excuse a longer number around it."""

    texts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    mail_domains: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: tuple[str, ...]) -> "Allowed":
        domains = tuple(entry.lower() for entry in entries if entry.startswith("@"))
        words = (word for entry in entries for word in entry.split())
        return cls(frozenset(filter(None, map(_squeezed, entries))), frozenset(map(_squeezed, words)), domains)

    def covers(self, finding: Finding, text: str) -> bool:
        if not self.texts:
            return False
        seen = text[finding.start : finding.end]
        if finding.kind == "email" and seen.lower().endswith(self.mail_domains):
            return bool(self.mail_domains)
        if finding.kind.startswith("name_"):
            # A person of a case is named in any order and by any part of the name.
            return all(_squeezed(word) in self.words for word in seen.split())
        return _squeezed(seen) in self.texts
