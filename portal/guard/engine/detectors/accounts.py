"""Bank accounts written as IBAN."""

import re
from collections.abc import Iterator
from functools import cache

from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.numbers import is_iban
from portal.guard.engine.page import Page

_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
    "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SD": 18, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
_GAP = r"(?:[^\w,;<]|_){0,3}"
_START = re.compile(
    rf"(?:(?<![A-Z0-9])|(?<=IBAN))([A-Z]{_GAP}[A-Z])({_GAP})(?:[0-9]{_GAP}[0-9]|[0-9O]{{2}})(?={_GAP}[A-Z0-9])"
)
_NOISE = re.compile(r"[\W_]")
_DIGITS_FOR_LETTERS = str.maketrans("OIL", "011")


def ibans(page: Page) -> Iterator[Finding]:
    taken = 0
    for match in _START.finditer(page.code):
        country = _NOISE.sub("", match.group(1))
        length = _LENGTHS.get(country)
        if length is None or match.start() < taken:
            continue
        found = _account(page.code, match.start(), length)
        if found is None or not _is_written_as_one(page.plain[match.start() : found[1]], apart=bool(match.group(2))):
            continue
        number, end = found
        level = _level(page, number, match.start(), end)
        if level:
            taken = end
            yield page.finding("iban", match.start(), end, level)


def _is_written_as_one(typed: str, *, apart: bool) -> bool:
    """Not the word "no" with figures and words behind it: one case throughout, capitals where there are gaps."""
    signs = [sign for sign in typed if sign.isalnum()]
    letters = "".join(sign for sign in signs if not sign.isdigit())
    return (letters.isupper() or (letters.islower() and not apart)) and 2 * len(letters) <= len(signs)


def _account(code: str, start: int, length: int) -> tuple[str, int] | None:
    match = _of_length(length).match(code, start)
    return (_NOISE.sub("", match.group()), match.end()) if match else None


@cache
def _of_length(length: int) -> re.Pattern[str]:
    return re.compile(f"[A-Z](?:{_GAP}[A-Z0-9]){{{length - 1}}}")


def _level(page: Page, number: str, start: int, end: int) -> Level:
    readings = (number, number[:2] + number[2:].translate(_DIGITS_FOR_LETTERS))
    if any(is_iban(reading) for reading in readings):
        return Level.BLOCK
    # Check digits 00 cannot occur: that is how the academy marks an invented account.
    invented = number[2:4] == "00"
    if not invented and page.account.near(start, end, before=30, after=10) and sum(c.isdigit() for c in number) > 8:
        return Level.HOLD
    return Level.PASS
