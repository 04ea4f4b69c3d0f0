"""Numbers a state gives to one person: JMBG/EMBG, Albania, Kosovo*."""

import re
from collections.abc import Iterator

from portal.guard.engine.dates import DATE
from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.numbers import has_jmbg_date, has_kosovo_check, has_nid_check, has_nid_date, is_jmbg
from portal.guard.engine.page import Page

# A list of figures has commas; a number that is only hidden may have them as well, where a check digit decides.
_GAP = r"(?:[^\w,;<]|_){0,3}"
_ANY_GAP = r"(?:[^\w<]|_){0,3}"
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
    day = f"(?:{nought}{_ANY_GAP}[1-9ILЗз|]|[12IL|]{_ANY_GAP}{_DIGIT}|{three}{_ANY_GAP}[01OIL|])"
    month = f"(?:{nought}{_ANY_GAP}[1-9ILЗз|]|{one}{_ANY_GAP}[012OIL|])"
    rest = (_ANY_GAP + _DIGIT) * 8
    return re.compile(
        f"{_EDGE_BEFORE}(?:(?=[0-9])|(?<![A-Z]))(?=({day}{_ANY_GAP}{month}{_ANY_GAP}[09O]{rest}){_EDGE_AFTER})"
    )


_THIRTEEN = _dated()
_TEN = _spread(10)
_NID = re.compile(rf"(?<![A-Z0-9])(?=([0-9A-TОI](?:{_GAP}{_DIGIT}){{8}}{_GAP}[A-W])(?![A-Z0-9]))")
_NEAR_JMBG = re.compile(r"(?<![0-9])[0-9](?:[ .\-/]?[0-9]){10,14}(?![0-9])")
_PLAIN_NUMBER = re.compile(r"(?<![\w/.,])[A-Z]{0,2}[0-9]{7,12}[A-Z]?(?![\w/]|[.,][0-9])")
_PAKISTANI = re.compile(r"(?<![0-9\-])[0-9]{5}-[0-9]{7}-[0-9](?![0-9\-])")
_GAPS = re.compile(r"[\W_]+")
_GLUED_BEFORE = re.compile(r"[0-9][./:\-,;]\Z")
_GLUED_AFTER = re.compile(r"[./:\-,;][0-9]")
# Companies have numbers of the same shape, and words of their own for them.
_COMPANY = re.compile(
    r"\b(?:nipt|nuis|niptit|jib|pib|edb|edbs|vat|embs|pravno\w*\s+lic\w*|preduze\w*|firm\w*|kompanij\w*|ustanov\w*|institucij\w*"
    r"|company|entity|subjekt\w*)\b[^0-9]{0,24}$"
)
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
        if not (near or whole or _is_one_number(page.code, start, end)):
            continue
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


def _is_one_number(code: str, start: int, end: int) -> bool:
    """Digits apart are one number only if they look written as one: not a stretch of a table, a date, a file number."""
    window = code[start:end]
    gaps = set(_GAPS.findall(window))
    if DATE.search(window) or len(gaps) > 2 or (len(gaps) > 1 and any(sign in ",;" for gap in gaps for sign in gap)):
        return False
    return _GLUED_BEFORE.search(code, max(0, start - 3), start) is None and _GLUED_AFTER.match(code, end) is None


def _slips(page: Page) -> Iterator[Finding]:
    """Right beside the word, a number one or two digits off is still meant as that number."""
    for match in _NEAR_JMBG.finditer(page.code):
        count = _true_digits(match.group())
        if DATE.search(match.group()):
            continue
        if 11 <= count <= 14 and page.civil_number.near(*match.span(), before=30, after=0):
            yield page.finding("jmbg" if count > 11 else "id_number", *match.span(), Level.HOLD)


def albanian_numbers(page: Page) -> Iterator[Finding]:
    for match in _NID.finditer(page.code):
        start, end = match.span(1)
        bare = _NOISE.sub("", match.group(1).replace("|", "1"))
        code = bare[0] + bare[1:9].translate(_AS_DIGIT) + bare[9:]
        if _COMPANY.search(page.word[max(0, start - 40) : start]) or DATE.search(match.group(1)):
            continue
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
        if DATE.search(match.group(1)):
            continue
        level = Level.BLOCK if has_kosovo_check(digits) else Level.HOLD
        yield page.finding("kosovo_number", start, end, level)


def other_numbers(page: Page) -> Iterator[Finding]:
    """A number right behind the words "identity number", whatever state has given it."""
    for match in _PAKISTANI.finditer(page.code):
        yield page.finding("id_number", *match.span(), Level.HOLD)
    if not page.civil_number:
        return
    for match in _PLAIN_NUMBER.finditer(page.code):
        digits = _true_digits(match.group())
        if _COMPANY.search(page.word[max(0, match.start() - 40) : match.start()]):
            continue
        if 7 <= digits <= 12 and page.civil_number.near(*match.span(), before=14, after=0):
            yield page.finding("id_number", *match.span(), Level.HOLD)
