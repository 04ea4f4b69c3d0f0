"""Numbers of passports, travel documents and cards: they carry no check, so a word beside them decides."""

import re
from collections.abc import Iterator

from portal.guard.engine.context import Mentions
from portal.guard.engine.dates import DATE
from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.page import Page

_CODE = re.compile(
    r"(?<![\w/.,€$])(?=[A-Z0-9 .\-]{0,14}[0-9])"
    r"(?:[A-Z]{1,3}[ .\-]?[0-9](?:[ .\-]?[0-9]){4,8}[A-Z]?"  # AB1234567, P 0123 4567
    r"|[A-Z0-9]{0,4}[A-Z][A-Z0-9]{0,6}[0-9]{2,6}[A-Z0-9]{0,3}"  # mixed, as C01X00T47
    r"|[0-9]{3}(?:[ .\-][0-9]{2,3}){2,3}"  # 012 345 678
    r"|[0-9](?: [0-9]){6,9}"  # 0 1 2 3 4 5 6 7 8
    r"|[0-9]{6,10}[A-Z]?)"
    r"(?![\w/]|[.,][0-9])"
)
_PREFIX_APART = re.compile(r"([A-Z]{1,3})[ .\-]")
_MEASURE = re.compile(
    r"\s*(?:EUR\b|EURO?S?\b|USD\b|RSD\b|BAM\b|KM\b|ALL\b|MKD\b|DEN\b|LEK\w*|DIN\w*|€|%|HOURS?\b|DAYS?\b|PERSONS?\b"
    r"|PASSPORTS?\b|PASOSA\b|PASAPORTA\b|TRAVELLERS?\b|CASES?\b|ISSUED\b|APPLICATIONS?\b|RETURNEES?\b)"
)
# A quantity is written in groups of three and does not begin with nought.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[. ][0-9]{3})+")
_CALLED_NUMBER = re.compile(r"(?:\b(?:no|nr|br|broj|number|numri|numer)|[:#])[\s.:]*$")
# The series no state uses: that is how the academy numbers its own papers.
_INVENTED = re.compile(r"ZZ[0-9]{5,7}")
_SIGNS = re.compile(r"[^A-Z0-9]")
# Words before a number that make it a regulation, a page or a year, not a document.
_OTHER = re.compile(
    r"(?:\b(?:regulation|directive|decision|law|act|article|art|convention|resolution|official\s+(?:journal|gazette)|oj|doc|iso|icao"
    r"|uredb\w*|direktiv\w*|odluk\w*|zakon\w*|clan\w*|rregullor\w*|direktiv\w*|vendim\w*|ligj\w*|neni|glasnik\w*|gazet\w*"
    r"|protocol|protokol\w*|isbn|issn|eur|usd|page|pp?|str|stranica|faqe|celex|budget\w*|budzet\w*|buxhet\w*|ref\w*|case|file)\b"
    r"[\s.:()\-]*(?:no|nr|br|number|broj)?[\s.:()\-]*)$"
)


def document_numbers(page: Page) -> Iterator[Finding]:
    if not page.has_digits or not (page.travel_document or page.identity_card):
        return
    for match in _codes(page):
        kind = _kind(page, *match.span())
        if kind and _is_number_of_document(page, match):
            yield page.finding(kind, *match.span(), Level.HOLD)


def _codes(page: Page) -> Iterator[re.Match[str]]:
    for match in _CODE.finditer(page.code):
        apart = _PREFIX_APART.match(match.group())
        if apart and not _is_series(page.plain[match.start() : match.start() + apart.end(1)]):
            shorter = _CODE.match(page.code, match.start() + apart.end())
            if shorter:
                yield shorter
        else:
            yield match


def _is_series(letters: str) -> bool:
    """Letters before a blank belong to the number in capitals only, and "No" is no series."""
    return letters.isupper() and letters not in {
        "NO",
        "NR",
        "BR",
        "БР",
        "ID",
        "LK",
        "EUR",
        "USD",
        "CHF",
        "RSD",
        "KM",
        "MKD",
        "ALL",
    }


def _kind(page: Page, start: int, end: int) -> str | None:
    if _beside(page.travel_document, start, end):
        return "passport"
    return "id_card" if _beside(page.identity_card, start, end) else None


def _beside(said: Mentions, start: int, end: int) -> bool:
    return said.near(start, end, before=45, after=18)


def _is_number_of_document(page: Page, match: re.Match[str]) -> bool:
    start, end = match.span()
    signs = _SIGNS.sub("", match.group())
    digits = re.sub(r"[^0-9]", "", signs)
    if not 6 <= len(signs) <= 12 or len(digits) < 4 or digits.endswith("000") or DATE.search(page.code[start:end]):
        return False
    called = _CALLED_NUMBER.search(page.word[max(0, start - 12) : start])
    if signs == digits and len(digits) < 7 and not called:
        return False
    if _MEASURE.match(page.code, end) or _OTHER.search(page.word[max(0, start - 40) : start]):
        return False
    if _THOUSANDS.fullmatch(match.group()) and not called:
        return False
    if _INVENTED.fullmatch(signs):
        return False
    # The specimen state's own papers are there to be written about.
    return re.search(r"\bUTO\b", page.code[max(0, start - 40) : end + 20]) is None
