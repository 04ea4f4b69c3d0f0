"""Numbers a state gives to one person: JMBG/EMBG, Albania, Kosovo*."""

import re
from collections.abc import Iterator

from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.numbers import has_jmbg_date, has_kosovo_check, has_nid_check, has_nid_date, is_jmbg
from portal.guard.engine.page import Page

_GAP = r"(?:[^\w,;<]|_){0,3}"
# Letters that stand in for digits; the Cyrillic Z is written like a three.
_DIGIT = r"[0-9OILЗз|]"
_AS_DIGIT = str.maketrans("OILЗз|", "011331")
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![0-9])", r"(?![0-9])"


def _spread(length: int) -> re.Pattern[str]:
    """So many digits with anything but letters between them, found at every possible start."""
    first = r"(?:[0-9]|(?<![A-Z])[OILЗз|](?=[\W_]{0,3}[0-9OIL]))"
    return re.compile(_EDGE_BEFORE + f"(?=({first}" + (_GAP + _DIGIT) * (length - 1) + f"){_EDGE_AFTER})")


def _dated() -> re.Pattern[str]:
    """Thirteen digits that begin with a day, a month and the 9 or 0 of a century: all else is passed over at once."""
    nought, one, three = "[0O]", "[1IL|]", "[3Зз]"
    day = f"(?:{nought}{_GAP}[1-9ILЗз|]|[12IL|]{_GAP}{_DIGIT}|{three}{_GAP}[01OIL|])"
    month = f"(?:{nought}{_GAP}[1-9ILЗз|]|{one}{_GAP}[012OIL|])"
    rest = (_GAP + _DIGIT) * 8
    return re.compile(f"{_EDGE_BEFORE}(?:(?=[0-9])|(?<![A-Z]))(?=({day}{_GAP}{month}{_GAP}[09O]{rest}){_EDGE_AFTER})")


_THIRTEEN = _dated()
_TEN = _spread(10)
_NID = re.compile(rf"(?<![A-Z0-9])(?=([0-9A-TОI](?:{_GAP}{_DIGIT}){{8}}{_GAP}[A-W])(?![A-Z0-9]))")
_NEAR_JMBG = re.compile(r"(?<![0-9])[0-9](?:[ .\-/]?[0-9]){10,14}(?![0-9])")
_NOISE = re.compile(r"[\W_]+")


def _digits(match: str) -> str:
    return _NOISE.sub("", match.replace("|", "1")).translate(_AS_DIGIT)


def _true_digits(match: str) -> int:
    return sum(character.isdigit() for character in match)


def civil_numbers(page: Page) -> Iterator[Finding]:
    taken = 0
    for match in _THIRTEEN.finditer(page.code):
        start, end = match.span(1)
        digits = _digits(match.group(1))
        if start < taken or _true_digits(match.group(1)) < 5 or not has_jmbg_date(digits):
            continue
        near = page.civil_number.near(start, end, before=60, after=25)
        whole = match.group(1).isdigit()
        if is_jmbg(digits):
            level = Level.BLOCK
        elif near:
            level = Level.HOLD  # a slip of the pen still points at one person
        elif whole:
            level = Level.WARN
        else:
            continue
        taken = end
        yield page.finding("jmbg", start, end, level)
    yield from _slips(page)


def _slips(page: Page) -> Iterator[Finding]:
    """Right beside the word, a number one or two digits off is still meant as that number."""
    for match in _NEAR_JMBG.finditer(page.code):
        count = _true_digits(match.group())
        if 11 <= count <= 14 and page.civil_number.near(*match.span(), before=30, after=0):
            yield page.finding("jmbg", *match.span(), Level.HOLD)


def albanian_numbers(page: Page) -> Iterator[Finding]:
    for match in _NID.finditer(page.code):
        start, end = match.span(1)
        bare = _NOISE.sub("", match.group(1).replace("|", "1"))
        code = bare[0] + bare[1:9].translate(_AS_DIGIT) + bare[9:]
        if len(code) != 10 or not code[1:9].isdigit() or _true_digits(bare[1:9]) < 5:
            continue
        level = _albanian_level(code, joined=len(match.group(1)) == 10, near=_near_id(page, start, end))
        if level:
            yield page.finding("albanian_nid", start, end, level)


def _albanian_level(code: str, *, joined: bool, near: bool) -> Level:
    """The check letter adds weight and never excuses: cards were issued that break its rule."""
    dated, checked = has_nid_date(code), has_nid_check(code)
    if code[0].isdigit():  # a decade of the nineteenth century: nobody alive, but a number all the same
        return Level.HOLD if near and dated and joined else Level.PASS
    if dated and (checked or near):
        return Level.BLOCK
    if joined and (dated or near):
        return Level.HOLD
    return Level.PASS


def _near_id(page: Page, start: int, end: int) -> bool:
    return any(
        said.near(start, end, before=60, after=25)
        for said in (page.civil_number, page.identity_card, page.travel_document)
    )


def kosovo_numbers(page: Page) -> Iterator[Finding]:
    """One in five random numbers passes the check, so a word beside it is needed."""
    if not page.civil_number:
        return
    taken = 0
    for match in _TEN.finditer(page.code):
        start, end = match.span(1)
        if start < taken or not page.civil_number.near(start, end, before=60, after=25):
            continue
        digits = _digits(match.group(1))
        if _true_digits(match.group(1)) < 7 or (not match.group(1).isdigit() and not has_kosovo_check(digits)):
            continue
        taken = end
        level = Level.BLOCK if has_kosovo_check(digits) else Level.HOLD
        yield page.finding("kosovo_number", start, end, level)
