"""What was pasted from a list: for each line an e-mail with, where given, a name and an institution."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

EMAIL = re.compile(r"[^\s<>,;\"'()\[\]@]+@[^\s<>,;\"'()\[\]@]+\.[^\s<>,;\"'()\[\]@]+")
NO_LANGUAGES: Mapping[str, str] = MappingProxyType({})
LONGEST_LINE = 400
MOST_LINES = 200
LONGEST_NAME = 120
LONGEST_INSTITUTION = 160


class Verdict(StrEnum):
    FOUND = "found"
    NEW = "new"
    MEMBER = "member"
    TWICE = "twice"
    NO_EMAIL = "no_email"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    NO_INSTITUTION = "no_institution"


# What keeps the lines from being taken; the rest is either taken or left alone.
TO_MEND = frozenset({Verdict.NO_EMAIL, Verdict.TOO_LONG, Verdict.NO_NAME, Verdict.NO_INSTITUTION})


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    email: str = ""
    name: str = ""
    institution: str = ""
    # Empty where the line names none.
    language: str = ""


@dataclass(frozen=True)
class CheckedLine:
    line: Line
    verdict: Verdict

    @property
    def must_be_mended(self) -> bool:
        return self.verdict in TO_MEND


def read(text: str, *, languages: Mapping[str, str] = NO_LANGUAGES) -> tuple[Line, ...]:
    """Every line that is not empty; parts by tab, semicolon or comma, or as mail programs write `Name <address>`.

    A last part that is in `languages` (folded name or code to the code) is the language of the person.
    """
    numbered = [(number, " ".join(line.split(" "))) for number, line in enumerate(text.splitlines(), start=1)]
    return tuple(_line(number, line.strip(), languages) for number, line in numbered if line.strip())


def check(lines: Iterable[Line], *, known: Collection[str], members: Collection[str]) -> tuple[CheckedLine, ...]:
    """`known`: addresses with an account; `members`: addresses that are in the cohort already."""
    checked, seen = [], set[str]()
    for line in lines:
        checked.append(CheckedLine(line, _verdict(line, known, members, seen)))
        seen.add(line.email)
    return tuple(checked)


def _line(number: int, text: str, languages: Mapping[str, str]) -> Line:
    found = EMAIL.search(text[:LONGEST_LINE])
    if found is None:
        return Line(number, text[:LONGEST_LINE])
    # Tab before semicolon before comma: what comes from a spreadsheet has tabs, and institutions have commas.
    mark = next((each for each in "\t;" if each in text), ",")
    parts = [part.strip(" \t<>\"'") for part in text.replace(found[0], "").split(mark)]
    words = [" ".join(part.split()) for part in parts if part.strip()]
    language = languages.get(words[-1].casefold(), "") if len(words) > 2 else ""
    words = words[:-1] if language else words
    name, institution = words[0] if words else "", f"{mark} ".join(words[1:]) if mark == "," else " ".join(words[1:])
    return Line(number, text, found[0].lower(), name, institution, language)


def _verdict(line: Line, known: Collection[str], members: Collection[str], seen: Collection[str]) -> Verdict:
    checks = (
        (len(line.text) >= LONGEST_LINE, Verdict.TOO_LONG),
        (not line.email, Verdict.NO_EMAIL),
        (line.email in seen, Verdict.TWICE),
        (line.email in members, Verdict.MEMBER),
        (line.email in known, Verdict.FOUND),
        (not line.name, Verdict.NO_NAME),
        (not line.institution, Verdict.NO_INSTITUTION),
        (len(line.name) > LONGEST_NAME or len(line.institution) > LONGEST_INSTITUTION, Verdict.TOO_LONG),
    )
    return next((verdict for applies, verdict in checks if applies), Verdict.NEW)
