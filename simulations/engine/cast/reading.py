"""The `cast:` section of a case file, and every placeholder of the file held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from simulations.engine.cast import letters
from simulations.engine.cast.days import age, years_later
from simulations.engine.cast.drawing import Identity, draw
from simulations.engine.cast.names import LISTS, SCRIPTS, VERSION
from simulations.engine.cast.placeholders import PLACEHOLDER, PlaceholderUnknown, fill
from simulations.engine.cast.schema import KINDS, NOBODY, SEXES, Cast, Days, Member
from simulations.engine.reader import KEY, Place

_BRACES = re.compile(r"\{[^{}]*\}")
_FICTIONAL = re.compile(r"ZZ|UTO|.*FIKT")
_DEFAULTS = {
    "person": ("given", "surname", "birth", "place", "number"),
    "paper": ("number", "issued", "expires"),
    "place": ("name",),
    "date": ("date",),
}
_DATES = ("birth", "issued", "expires", "date")
_YOUNGEST_PARENT, _OLDEST_PARENT = 16, 55
_LIVES = {"expired": (-200, -20), "valid": (200, 1500)}  # days from the first day of the case to the last of the paper


def cast(root: Place) -> Cast:
    """What the case may draw. Problems of the section and of all placeholders are noted with their places."""
    place = root.get("cast")
    on = _first_day(root)
    members: dict[str, Member] = {}
    for key, entry in place.entries():
        if not KEY.fullmatch(key):
            entry.problem("bad_key", f"“{key[:40]}”: a key is made of letters a to z, digits, - and _")
        members[key] = _member(key, entry, on, members)
    found = Cast(on, members) if members else NOBODY
    if not any(problem.where.startswith("cast") for problem in root.book.problems):
        default = draw(found, "")
        for line in _lines(root):
            _check(line, found, default)
    return found


def _first_day(root: Place) -> date:
    value = root.get("starts_at").value
    try:
        return datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        return date(2026, 1, 1)  # the loader says what is wrong with it


def _member(key: str, place: Place, on: date, known: dict[str, Member]) -> Member:
    kind = place.get("kind").one_of(KINDS)
    if kind != place.get("kind").value:
        return Member(key, "date")  # its kind is the problem, the rest cannot be judged
    member = _MEMBERS[kind](key, place, on, known)
    _check_default(place.get("default"), member)
    return member


def _person(key: str, place: Place, on: date, known: dict[str, Member]) -> Member:
    place.only("kind", "sex", "script", "born", "number", "family", "child_of", "default")
    relative = _relative(place, known)
    script = _script(place.get("script"), relative)
    member = Member(
        key=key,
        kind="person",
        script=script,
        sex=SEXES.get(place.get("sex").one_of(tuple(SEXES)), "M"),
        family=relative.key if relative else "",
        days=_days(place.get("born")),
        number=_number(place.get("number"), LISTS[VERSION][script].number),
        default=_default(place.get("default"), "person", script),
    )
    if relative and place.get("child_of").is_given:
        _check_ages(place, member, relative)
    return member


def _script(place: Place, relative: Member | None = None) -> str:
    """Of a relative the script is known, unless the case says otherwise."""
    return place.one_of(SCRIPTS, relative.script if relative else None) or SCRIPTS[0]


def _relative(place: Place, known: dict[str, Member]) -> Member | None:
    given = [word for word in ("family", "child_of") if place.get(word).is_given]
    if len(given) > 1:
        place.problem("two_families", "either “family” or “child_of”: a child of somebody shares the surname already")
    if not given:
        return None
    found = known.get(place.get(given[0]).word())
    if found is None or found.kind != "person":
        place.get(given[0]).problem("unknown_cast", "a relative is a person of the cast who stands above in the file")
        return None
    return found


def _check_ages(place: Place, child: Member, parent: Member) -> None:
    if child.days and parent.days:
        youngest, oldest = age(parent.days.last, child.days.first), age(parent.days.first, child.days.last)
        if youngest < _YOUNGEST_PARENT or oldest > _OLDEST_PARENT:
            place.get("born").problem("parent_age", f"the parent would be between {youngest} and {oldest} at the birth")


def _paper(key: str, place: Place, on: date, known: dict[str, Member]) -> Member:
    place.only("kind", "of", "number", "expires", "issued", "is", "years", "default")
    given = [word for word in ("expires", "issued", "is") if place.get(word).is_given]
    if len(given) != 1:
        place.problem("paper_life", "a paper has one of “expires”, “issued” (from, to) and “is” (expired, valid)")
    end = given[0] if given else "is"
    if end == "is":
        first, last = _LIVES[place.get("is").one_of(tuple(_LIVES), "valid")]
        days = Days(on + timedelta(days=first), on + timedelta(days=last))
    else:
        days = _days(place.get(end))
    counts_from = "issued" if end == "issued" else "expires"
    years = place.get("years").number(10)
    holder = place.get("of")
    if holder.is_given:
        _check_holder(place, known.get(holder.word()), days, years if counts_from == "expires" else 0)
    return Member(
        key=key,
        kind="paper",
        days=days,
        counts_from=counts_from,
        years=years,
        number=_number(place.get("number"), "ZZ#######"),
        default=_default(place.get("default"), "paper"),
    )


def _check_holder(place: Place, holder: Member | None, days: Days, years: int) -> None:
    if holder is None or holder.kind != "person":
        place.get("of").problem("unknown_cast", "the holder is a person of the cast who stands above in the file")
    elif holder.days and years_later(days.first, -years) < holder.days.last:
        place.problem("issued_before_birth", "the paper could be issued before its holder was born: lower “years”")


def _place(key: str, place: Place, on: date, known: dict[str, Member]) -> Member:
    place.only("kind", "script", "default")
    script = _script(place.get("script"))
    return Member(key, "place", script, default=_default(place.get("default"), "place", script))


def _date(key: str, place: Place, on: date, known: dict[str, Member]) -> Member:
    place.only("kind", "from", "to", "day_at_most", "default")
    return Member(key, "date", days=_days(place), default=_default(place.get("default"), "date"))


_MEMBERS = {"person": _person, "paper": _paper, "place": _place, "date": _date}


def _days(place: Place) -> Days:
    if place.path[-1] in ("born", "expires", "issued"):
        place.only("from", "to", "day_at_most")
    if not place.is_given:
        place.problem("missing", "from when to when?")
        return Days(date(1980, 1, 1), date(1990, 12, 31))
    days = Days(_edge(place.get("from"), 1, 1), _edge(place.get("to"), 12, 31), place.get("day_at_most").number(31))
    if days.first > days.last:
        place.problem("span", "the last day lies before the first")
    elif not 1 <= days.day_at_most <= 31 or not any(
        days.allows(days.first + timedelta(days=step)) for step in range((days.last - days.first).days + 1)
    ):
        place.problem("no_day", "no day lies within these bounds")
    return days


def _edge(place: Place, month: int, day: int) -> date:
    """A year stands for its first or its last day."""
    value = place.value
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100:
        return date(value, month, day)
    return place.date()


def _number(place: Place, default: str) -> str:
    pattern = place.word(default)
    if not _FICTIONAL.match(pattern):
        place.problem("number_looks_real", "a fictional number starts with ZZ or UTO, or holds the word FIKT")
    if "#" not in pattern:
        place.problem("number_never_changes", "write # for each digit that is drawn: ZZ00#####")
    return pattern


def _default(place: Place, kind: str, script: str = "") -> dict[str, str]:
    place.only(*_DEFAULTS[kind])
    words = {key: entry.word() for key, entry in place.entries() if key in _DEFAULTS[kind]}
    return {key: letters.latin(value, script) if script else value for key, value in words.items()}


def _check_default(place: Place, member: Member) -> None:
    for key, value in member.default.items():
        if key == "number" and not _FICTIONAL.match(value):
            place.get(key).problem(
                "number_looks_real", "a fictional number starts with ZZ or UTO, or holds the word FIKT"
            )
        if key in _DATES:
            _check_day(place.get(key), member, key)


def _check_day(place: Place, member: Member, key: str) -> None:
    day = place.date()
    drawn = member.counts_from if member.kind == "paper" else key
    if key == drawn and member.days and not member.days.allows(day):
        place.problem("default_outside", "the default is not a day that could be drawn")


def _lines(place: Place) -> Iterator[Place]:
    """Every string of the file."""
    waiting = [place]
    while waiting:
        here = waiting.pop()
        if isinstance(here.value, str):
            yield here
        elif isinstance(here.value, dict):
            waiting += [here.get(key) for key in here.value if here.path or key != "cast"]
        elif isinstance(here.value, list):
            waiting += list(here.items())


def _check(line: Place, found: Cast, default: Identity) -> None:
    if "{" not in line.value:
        return
    if not found:
        if PLACEHOLDER.search(line.value):
            line.problem("no_cast", "a placeholder, and the file has no section “cast”")
        return
    for braces in _BRACES.findall(line.value):
        if not PLACEHOLDER.fullmatch(braces):
            line.problem("not_a_placeholder", f"“{braces[:60]}” is no placeholder: write {{member.value}}")
    try:
        said = fill(line.value, found, default)
    except PlaceholderUnknown as unknown:
        line.problem("unknown_placeholder", str(unknown))
        return
    _check_zone(line, said)
    for match in PLACEHOLDER.finditer(line.value):
        days = found.members[match[1]].days
        if ".swapped" in match[2] and not (days and days.can_be_swapped):
            line.problem("not_swappable", f"“{match[1]}” needs “day_at_most: 12”, so that day and month can be swapped")


def _check_zone(line: Place, said: str) -> None:
    """Dates of a machine readable zone must be dates once they are filled."""
    if line.path[-2:-1] == ("mrz",) and line.path[-1] in ("born", "expires") and said != line.value:
        Place(line.book, line.path, said).date()
