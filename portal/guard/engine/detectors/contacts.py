"""Ways to reach one person: telephone numbers and e-mail addresses."""

import re
from collections.abc import Iterator

import phonenumbers

from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.page import Page

_REGIONS = ("AL", "BA", "XK", "ME", "MK", "RS")
_SIGNS = r"[\s.\-/()]{0,3}"
_ABROAD = re.compile(rf"(?:\+|(?<![0-9])(?<![0-9][\-./])00(?=[\s.\-/()]?[1-9]))(?:{_SIGNS}[0-9]){{8,15}}+(?![0-9])")
_AT_HOME = re.compile(rf"(?<![0-9A-Z+/.\-])\(?0(?:{_SIGNS}[0-9]){{7,9}}+(?![0-9])")
_WITHOUT_PLUS = re.compile(rf"(?<![0-9A-Z+/.\-])(?:3(?:55|81|82|83|87|89)|4[139])(?:{_SIGNS}[0-9]){{7,10}}+(?![0-9])")
_MOBILE_SHAPE = re.compile(r"\(?0[4679][0-9]\)?[ /\-][ ]?[0-9]{3}[ \-/.]?[0-9]{3,4}|0[4679][0-9]{7,8}")
_FILE_WORDS = re.compile(
    r"\b(?:br|no|nr|broj|number|ref\w*|prot\w*|isbn|delo\w*|predmet\w*|case|clan|art\w*|budget|iznos)\b[\s.:]*$"
)
_ENOUGH = 400
_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}+(?:\s?(?:@|[(\[{]\s?(?:at|et|kod)\s?[)\]}])\s?)"
    r"((?:[\w\-]{1,63}(?:\.|\s\.\s|\s?[(\[{]\s?(?:dot|pika|tacka)\s?[)\]}]\s?)){1,5}[a-z]{2,18})\b",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(
    r"(?<![\w.])[\w.+\-]{3,64}+\s(?:at|et|kod)\s(?:gmail|yahoo|hotmail|outlook|icloud|proton\w*|live|mail)\s?\.\s?[a-z]{2,4}\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"(?:^|\.)(?:example(?:\.(?:org|com|net))?|test|invalid|localhost)$")


def emails(page: Page) -> Iterator[Finding]:
    yield from (page.finding("email", *match.span(), Level.WARN) for match in _WRITTEN_OUT.finditer(page.plain))
    if "@" not in page.plain and not re.search(r"[(\[{]\s?(?:at|et|kod)\s?[)\]}]", page.plain, re.IGNORECASE):
        return
    for match in _EMAIL.finditer(page.plain):
        if not _RESERVED.search(match.group(1).lower()):
            yield page.finding("email", *match.span(), Level.WARN)


def phones(page: Page) -> Iterator[Finding]:
    if not page.has_digits:
        return
    for tried, match in enumerate(_ABROAD.finditer(page.code)):
        if tried == _ENOUGH:
            # Hundreds of numbers in one text are a list nobody has checked.
            yield page.finding("phone", *match.span(), Level.HOLD)
            return
        length = _valid_end(match.group(), None)
        if length:
            yield page.finding("phone", match.start(), match.start() + length, Level.WARN)
    for match in _WITHOUT_PLUS.finditer(page.code):
        if page.phone.near(*match.span(), before=24, after=0) and _valid_end("+" + match.group(), None) is not None:
            yield page.finding("phone", *match.span(), Level.WARN)
    yield from _local_phones(page)


def _local_phones(page: Page) -> Iterator[Finding]:
    tried = 0
    for match in _AT_HOME.finditer(page.code):
        start, end = match.span()
        said = page.phone.near(start, end, before=40, after=12)
        shaped = _MOBILE_SHAPE.fullmatch(match.group()) is not None
        if not said and (not shaped or _FILE_WORDS.search(page.word[max(0, start - 24) : start])):
            continue
        tried += 1
        if tried > _ENOUGH:
            return
        for region in _REGIONS:
            length = _valid_end(match.group(), region)
            if length:
                yield page.finding("phone", start, start + length, Level.WARN)
                break


def _valid_end(text: str, region: str | None) -> int | None:
    """How much of the text is the number: a figure that follows it in the sentence is not part of it."""
    ends = [len(text), *(gap.start() for gap in reversed([*re.finditer(r"[\s.\-/()]+", text)]))]
    for end in ends[:5]:
        candidate = text[:end]
        if candidate.startswith("00") and region is None:
            candidate = "+" + candidate[2:]
        try:
            number = phonenumbers.parse(candidate, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return end
    return None
