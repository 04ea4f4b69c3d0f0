"""A date of birth, and a name beside one: each may be harmless, together they point at a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.guard.engine.dates import DATE
from portal.guard.engine.findings import Finding, Level
from portal.guard.engine.names import INSTITUTIONAL, PERSONAL_NAMES
from portal.guard.engine.page import Page

_BIRTH_REACH, _NAME_REACH = 32, 70
_LETTER = r"[^\W\d_]"
_NAME = re.compile(
    rf"(?<![\w'’]){_LETTER}(?:{_LETTER}{{1,24}}|\.)(?:(?:\s|-|,\s){_LETTER}(?:['’]?{_LETTER}{{1,24}}|\.)){{0,3}}+"
)
_SURNAME = re.compile(
    r"(?:[oea]vic|ovski|evski|oski|eski|ovska|evska|oska|eska|aj|qi|liu|hoxha|ishvili|yan|zadeh|zai|khan|oglu)$"
)


# "Born before …" is a rule about many, not a fact about one.
_LIMIT = re.compile(
    r"\b(?:before|after|until|since|prior to|pre|prije|posle|poslije|nakon|do|od|para|pas|deri|pred|po)\s$"
)
_PAIR = re.compile(r"\b([a-z]{2,20})\s([a-z]{3,24})\b")
_PATRONYMICS = ("ić", "ић", "иќ", "ик")
_SIGNS_BETWEEN = frozenset({"", ",", "(", "-", "*", ";", ":", "/", "(*", "|", "),", ")"})
# Documents carry recent dates beside the names of those who signed them.
_LAST_BARE_YEAR = 2015


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    is_known: bool


def birth_dates(page: Page) -> Iterator[Finding]:
    yield from (page.finding("birth_date", start, end, Level.WARN) for start, end in _births(page))


def _births(page: Page) -> list[tuple[int, int]]:
    if not page.has_digits or not page.birth:
        return []
    return [
        match.span()
        for match in DATE.finditer(page.word)
        if page.birth.near(*match.span(), before=_BIRTH_REACH, after=14)
        and not _LIMIT.search(page.word[max(0, match.start() - 16) : match.start()])
    ]


def names_with_birth_date(page: Page) -> Iterator[Finding]:
    """The combination is held, not the name: names of institutions and authors are everywhere."""
    if not page.has_digits:
        return
    done = -1
    births = set(_births(page))
    for date in DATE.finditer(page.word):
        known_birth = date.span() in births
        low, high = max(0, date.start() - _NAME_REACH), min(len(page.plain), date.end() + _NAME_REACH)
        for name in (
            *_names(page, low, high, single=known_birth),
            *(_written_small(page, low, high) if known_birth else ()),
        ):
            if name.start > done and (known_birth or (name.is_known and _stands_alone(page, name, date))):
                done = name.end
                yield page.finding("name_with_birth_date", name.start, name.end, Level.HOLD)


def _stands_alone(page: Page, name: _Name, date: re.Match[str]) -> bool:
    """Nothing but a bracket, a comma or a star between the name and a day somebody may be born on."""
    between = page.word[name.end : date.start()] if name.end <= date.start() else "date first: a signature"
    years = re.findall(r"[0-9]{4}", date.group())
    return between.strip() in _SIGNS_BETWEEN and all(int(year) <= _LAST_BARE_YEAR for year in years)


def _names(page: Page, low: int, high: int, *, single: bool) -> Iterator[_Name]:
    for match in _NAME.finditer(page.plain, low, high):
        words = [(m.start(), m.end()) for m in re.finditer(rf"{_LETTER}[\w'’]*\.?", match.group())]
        run: list[tuple[int, int]] = []
        for word_start, word_end in [*words, (-1, -1)]:
            if word_start >= 0 and _may_be_named(page, match.start() + word_start, match.start() + word_end):
                run.append((match.start() + word_start, match.start() + word_end))
                continue
            known = bool(run) and _is_known_name(page, run)
            if len(run) > 1 or (single and known):
                yield _Name(run[0][0], run[-1][1], known)
            run = []


def _written_small(page: Page, low: int, high: int) -> Iterator[_Name]:
    """Beside a birth date even small letters are a name, if a given name and a family name follow each other."""
    for match in _PAIR.finditer(page.word, low, high):
        spelled = page.plain[match.start() : match.end()]
        surname = spelled.endswith(_PATRONYMICS) or _SURNAME.search(match.group(2)) is not None
        if spelled.islower() and match.group(1) in PERSONAL_NAMES and surname:
            yield _Name(match.start(), match.end(), is_known=True)


def _may_be_named(page: Page, start: int, end: int) -> bool:
    return page.plain[start].isupper() and page.word[start:end] not in INSTITUTIONAL


def _is_known_name(page: Page, run: list[tuple[int, int]]) -> bool:
    words = [page.word[start:end].strip(".") for start, end in run]
    spelled = page.plain[run[0][0] : run[-1][1]].lower()
    return spelled.endswith(_PATRONYMICS) or any(word in PERSONAL_NAMES or _SURNAME.search(word[2:]) for word in words)
