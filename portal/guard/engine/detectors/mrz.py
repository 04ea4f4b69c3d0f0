"""Machine-readable zones (ICAO 9303): any one line is enough. State UTO is the specimen and passes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.numbers import mrz_digit
from portal.guard.engine.page import Page

_TOKEN = re.compile(r"[A-Z0-9<]{16,}")
# Blanks inside a zone come from copying and from hiding; the shapes are then read without them.
_SPACED = re.compile(r"[A-Z0-9<](?:[ \t\n]{0,2}[A-Z0-9<])*+")
_LOWER = re.compile(
    r"(?P<number>[A-Z0-9<]{9})(?P<c1>[0-9<])(?P<state>[A-Z<]{3})(?P<birth>[0-9]{6})(?P<c2>[0-9])"
    r"[MFX<](?P<expiry>[0-9]{6})(?P<c3>[0-9])"
)
_CARD_TWO = re.compile(
    r"(?P<birth>[0-9]{6})(?P<c2>[0-9])[MFX<](?P<expiry>[0-9]{6})(?P<c3>[0-9])(?P<state>[A-Z<]{3})[A-Z0-9<]{11}[0-9]"
)
_CARD_ONE = re.compile(r"[IAC][A-Z<](?P<state>[A-Z<]{3})(?P<number>[A-Z0-9<]{9})(?P<c1>[0-9<])[A-Z0-9<]{15}")
_NAMES = re.compile(
    r"[PIACV][A-Z<](?P<state>[A-Z]{3}|D<<)[A-Z]{1,39}+(?:<[A-Z]{1,39}+){0,8}+<<(?:[A-Z]{1,39}+(?:<[A-Z]{1,39}+){0,6}+)?+<{0,39}+"
)
_NAMES_AT_START = re.compile(rf"(?<![A-Z0-9<]){_NAMES.pattern}")
_NAMES_ANYWHERE = re.compile(rf"(?=[PIACV]<[A-Z]){_NAMES.pattern}")
_NAMES_ALONE = re.compile(
    r"(?<![A-Z0-9<])[A-Z]{1,30}+(?:<[A-Z]{1,30}+){0,6}+<<[A-Z]{1,30}+(?:<[A-Z]{1,30}+){0,6}+<{2,30}+(?![A-Z0-9])"
)
_SPECIMEN = "UTO"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    level: Level
    state: str


def zones(page: Page) -> Iterator[Finding]:
    if not page.has_digits and "<" not in page.code:
        return
    specimen_until, covered_until = -9, -1
    joined = list(_joined(page.code))
    taken = {line.start for line in joined}
    spaced = (line for line in _spaced(page.code) if line.start not in taken)
    for line in sorted([*joined, *spaced], key=lambda found: (found.start, -found.end)):
        if line.end <= specimen_until:
            continue
        # The name line of a card names no state: it belongs to the lines right above it.
        if line.state == _SPECIMEN or (line.state == "" and line.start - specimen_until <= 3):
            specimen_until = line.end
        elif line.start >= covered_until:
            covered_until = line.end
            yield page.finding("mrz", line.start, line.end, line.level)


def _joined(code: str) -> Iterator[_Line]:
    for token in _TOKEN.finditer(code):
        for line in _lines(token.group(), joined=True):
            yield _Line(token.start() + line.start, token.start() + line.end, line.level, line.state)


def _spaced(code: str) -> Iterator[_Line]:
    for region in _SPACED.finditer(code):
        if region.end() - region.start() < 28:
            continue
        places = [region.start() + index for index, sign in enumerate(region.group()) if sign not in " \t\n"]
        squeezed = "".join(code[place] for place in places)
        for line in _lines(squeezed, joined=False):
            first, last = places[line.start], places[line.end - 1] + 1
            if last - first > line.end - line.start:
                yield _Line(first, last, line.level, line.state)


def _lines(text: str, *, joined: bool) -> Iterator[_Line]:
    for match in _LOWER.finditer(text):
        right = _right(match, ("number", "c1"), ("birth", "c2"), ("expiry", "c3"))
        is_zone = right >= (1 if joined else 2) or (joined and _has_the_shape(text, match))
        if match["state"].strip("<") and match["number"].strip("<") and is_zone:
            end = _lower_end(text, match, joined=joined)
            yield _Line(match.start(), end, Level.BLOCK if right == 3 else Level.HOLD, match["state"])
    for match in _CARD_TWO.finditer(text):
        right = _right(match, ("birth", "c2"), ("expiry", "c3"))
        if right >= (1 if joined else 2):
            yield _Line(*match.span(), Level.BLOCK if right == 2 else Level.HOLD, match["state"])
    for match in _CARD_ONE.finditer(text):
        sure = "<" in match.group() or (joined and len(text) == 30)
        if sure and re.search(r"[0-9]", match["number"]) and _right(match, ("number", "c1")):
            yield _Line(*match.span(), Level.BLOCK, match["state"])
        elif joined and len(text) == 30 and match.group().endswith("<<<"):
            yield _Line(*match.span(), Level.HOLD, match["state"])
    if "<<" in text:
        names = _NAMES_AT_START if joined else _NAMES_ANYWHERE
        yield from (_Line(*match.span(), Level.BLOCK, match["state"]) for match in names.finditer(text))
        if joined:
            yield from (_Line(*match.span(), Level.BLOCK, "") for match in _NAMES_ALONE.finditer(text))


def _has_the_shape(text: str, match: re.Match[str]) -> bool:
    """A whole line with two possible days in their places is a zone, however badly its digits were copied."""
    dates = (match["birth"], match["expiry"])
    possible = all(1 <= int(date[2:4]) <= 12 and 1 <= int(date[4:]) <= 31 for date in dates)
    return possible and len(text) - match.start() in (44, 36)


def _right(match: re.Match[str], *pairs: tuple[str, str]) -> int:
    """How many check digits agree; an empty field may carry a filler instead of one."""
    return sum(
        mrz_digit(match[field]) == match[check] or (match[check] == "<" and not match[field].strip("<"))
        for field, check in pairs
    )


def _lower_end(text: str, match: re.Match[str], *, joined: bool) -> int:
    """Optional data follow: sixteen places in a passport, eight in a smaller document."""
    begin = match.start()
    for length in (44, 36):
        line = text[begin : begin + length]
        if len(line) == length and mrz_digit(line[:10] + line[13:20] + line[21 : length - 1]) == line[-1]:
            return begin + length
    return min(len(text), begin + 44) if joined else match.end()
