"""Serials: nobody can guess one, and a mistyped one is told apart from one that does not exist."""

import re
from collections.abc import Sequence

# No 1, I, L, O or U: they are misread. 31 is a prime, so that the check finds every wrong and every swapped character.
ALPHABET = "023456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN = 15
SHAPE = re.compile(rf"RA(\d{{4}})([{ALPHABET}]{{{DRAWN + 1}}})")
LONGEST_TYPED = 60


class SerialMistyped(Exception):
    """It cannot be one of our serials: a character is missing, or one is wrong."""


def compose(*, year: int, drawn: Sequence[int]) -> str:
    """`RA-2026-7KQ4-M9PT-3XWZ-H7KC` from fifteen numbers below 31 (74 bits); the last character is the check."""
    if len(drawn) != DRAWN:
        raise ValueError(f"{DRAWN} numbers are drawn for a serial")
    body = "".join(ALPHABET[number] for number in drawn)
    body += _check(f"{year}", body)
    groups = [body[start : start + 4] for start in range(0, len(body), 4)]
    return "-".join(("RA", str(year), *groups))


def read(typed: str) -> str:
    """The serial as printed, from what somebody typed: any case, with or without dashes and spaces."""
    bare = re.sub(r"[\s\-–—._]", "", typed[:LONGEST_TYPED]).upper()
    match = SHAPE.fullmatch(bare)
    if match is None or _check(match[1], match[2][:-1]) != match[2][-1]:
        raise SerialMistyped
    return compose(year=int(match[1]), drawn=[ALPHABET.index(each) for each in match[2][:-1]])


def _check(year: str, body: str) -> str:
    total = sum(place * ALPHABET.index(each) for place, each in enumerate(body, start=1))
    # The digits of the year take the weights that the body leaves over.
    total += sum(place * int(each) for place, each in enumerate(year, start=DRAWN + 1))
    return ALPHABET[total % len(ALPHABET)]
