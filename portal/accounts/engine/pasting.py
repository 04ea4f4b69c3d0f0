"""What pasted lines mean: e-mail, name, institution, language, parted by tab, semicolon or comma. No database here."""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

LINE_LIMIT = 500
NAME_LENGTH = 120
INSTITUTION_LENGTH = 160
EMAIL_LENGTH = 254
MAILBOX = re.compile(r"([^<>]*)<\s*([^<>]+?)\s*>")
HEADINGS = frozenset({"email", "e-mail", "mail", "e-mail address"})


class Problem(Enum):
    NO_EMAIL = "no_email"
    BAD_EMAIL = "bad_email"
    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    NO_INSTITUTION = "no_institution"
    LONG_INSTITUTION = "long_institution"
    UNKNOWN_LANGUAGE = "unknown_language"
    TOO_MANY_PARTS = "too_many_parts"
    CONTROL_CHARACTER = "control_character"
    IDENTIFIES = "identifies"


@dataclass(frozen=True)
class Line:
    """A line that can be used, with the number it had in the paste."""

    number: int
    email: str
    name: str
    institution: str
    language: str


@dataclass(frozen=True)
class BadLine:
    number: int
    text: str
    problem: Problem


class TooManyLines(Exception):
    def __init__(self, count: int) -> None:
        super().__init__(f"{count} lines, at most {LINE_LIMIT}")
        self.count = count


@dataclass(frozen=True)
class Rules:
    """What the reader of lines cannot know by itself. `languages` leads from a folded name or code to the code."""

    languages: Mapping[str, str]
    default_language: str
    is_email: Callable[[str], bool]
    identifies: Callable[[str], bool]  # holds a number or detail that points at one person


def read(text: str, rules: Rules) -> tuple[Line | BadLine, ...]:
    """Every line that is not empty, in its order."""
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if numbered and _parts(numbered[0][1])[0].casefold() in HEADINGS:
        numbered = numbered[1:]
    if len(numbered) > LINE_LIMIT:
        raise TooManyLines(len(numbered))
    return tuple(_line(number, line, rules) for number, line in numbered)


def _line(number: int, text: str, rules: Rules) -> Line | BadLine:
    parts = _parts(text)
    email, name, institution, language = (*parts, "", "", "", "")[:4]
    code = rules.languages.get(language.casefold()) if language else rules.default_language
    checks = (
        (re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text), Problem.CONTROL_CHARACTER),
        (not email, Problem.NO_EMAIL),
        (len(email) > EMAIL_LENGTH or not rules.is_email(email), Problem.BAD_EMAIL),
        (len(parts) > 4, Problem.TOO_MANY_PARTS),
        (not name, Problem.NO_NAME),
        (len(name) > NAME_LENGTH, Problem.LONG_NAME),
        (not institution, Problem.NO_INSTITUTION),
        (len(institution) > INSTITUTION_LENGTH, Problem.LONG_INSTITUTION),
        (code is None, Problem.UNKNOWN_LANGUAGE),
    )
    for is_wrong, problem in checks:
        if is_wrong:
            return BadLine(number, text, problem)
    if rules.identifies(f"{name}, {institution}"):
        return BadLine(number, text, Problem.IDENTIFIES)
    return Line(number, email.lower(), name, institution, code or rules.default_language)


def _parts(text: str) -> list[str]:
    """Tab before semicolon before comma: what comes from a spreadsheet has tabs, and institutions have commas."""
    separator = next((mark for mark in "\t;" if mark in text), ",")
    row = next(csv.reader([text.replace("\x00", "")], delimiter=separator, skipinitialspace=True), [])
    parts = [" ".join(part.split()) for part in row]
    written = MAILBOX.fullmatch(parts[0]) if parts else None
    if written:
        # As mail programs copy it: a name before the address stands for the part that follows.
        name = written[1].strip(" \"'")
        parts = [written[2], *([name] if name else []), *parts[1:]]
    while len(parts) > 4 and not parts[-1]:
        parts.pop()
    return parts or [""]
