"""From a seed to an identity, always the same one. The empty seed gives the people the author wrote down."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from simulations.engine.cast.days import years_later
from simulations.engine.cast.names import LISTS, VERSION, Names, for_sex
from simulations.engine.cast.schema import Cast, Days, Member

Identity = Mapping[str, Any]  # {"version": 1, "members": {"man": {"given": …}}}: plain values, kept in the first event


def draw(cast: Cast, seed: str, version: int = VERSION) -> Identity:
    """Who the members of the cast are in this run."""
    hat = _Hat(cast, seed, version)
    return {"version": version, "members": {key: hat.draw(member) for key, member in cast.members.items()}}


class _Hat:
    """Draws by label, so that a new member of the cast changes nobody else."""

    def __init__(self, cast: Cast, seed: str, version: int) -> None:
        self.cast, self.seed, self.version = cast, seed, version
        self.lists = LISTS[version]
        self.found: dict[str, dict[str, str]] = {}
        self.taken = {value for member in self._defaults() for value in member.default.values()}

    def draw(self, member: Member) -> dict[str, str]:
        drawn = _DRAWN[member.kind](self, member)
        if not self.seed:
            drawn |= {key: value for key, value in member.default.items() if key in drawn}
        self.taken.update(drawn.values())
        self.found[member.key] = drawn
        return drawn

    def a_person(self, member: Member) -> dict[str, str]:
        names = self.lists[member.script]
        return {
            "given": self._one_of(f"{member.key}.given", names.men if member.sex == "M" else names.women),
            "surname": for_sex(self._surname(member, names), member.sex),
            "birth": self._day(member).isoformat(),
            "place": self.found[member.family]["place"] if member.family else self._place(member),
            "number": self._digits(member, member.number or names.number),
        }

    def a_paper(self, member: Member) -> dict[str, str]:
        day = self._day(member)
        if not self.seed and (given := member.default.get(member.counts_from)):
            day = date.fromisoformat(given)
        if member.counts_from == "expires":
            issued, expires = years_later(day + timedelta(days=1), -member.years), day
        else:
            issued, expires = day, years_later(day, member.years) - timedelta(days=1)
        number = self._digits(member, member.number)
        return {"number": number, "issued": issued.isoformat(), "expires": expires.isoformat()}

    def a_place(self, member: Member) -> dict[str, str]:
        return {"name": self._place(member)}

    def a_date(self, member: Member) -> dict[str, str]:
        return {"date": self._day(member).isoformat()}

    def _defaults(self) -> list[Member]:
        return [] if self.seed else list(self.cast.members.values())

    def _surname(self, member: Member, names: Names) -> str:
        if member.family:
            return self.found[member.family]["surname"]
        return self._one_of(f"{member.key}.surname", names.surnames)

    def _place(self, member: Member) -> str:
        pairs = self.lists[member.script].places
        pair = self._one_of(f"{member.key}.place", [one for one, _ in pairs])
        return next(both for both in pairs if both[0] == pair)[self._below(f"{member.key}.side", 2)]

    def _day(self, member: Member) -> date:
        days = member.days or Days(self.cast.on, self.cast.on)
        span = (days.last - days.first).days + 1
        start = self._below(f"{member.key}.day", span)
        fitting = (days.first + timedelta(days=(start + step) % span) for step in range(span))
        return next((day for day in fitting if days.allows(day)), days.first)

    def _digits(self, member: Member, pattern: str) -> str:
        for attempt in range(100):
            rolled = iter(f"{self._below(f'{member.key}.number.{attempt}', 10**9):09}")
            number = "".join(next(rolled, "0") if sign == "#" else sign for sign in pattern)
            if number not in self.taken:
                break
        return number

    def _one_of(self, label: str, options: Sequence[str]) -> str:
        """Nobody else's, as long as there is one left."""
        start = self._below(label, len(options))
        turned = [*options[start:], *options[:start]]
        return next((option for option in turned if option not in self.taken), turned[0])

    def _below(self, label: str, limit: int) -> int:
        rolled = hashlib.sha256(f"{self.version}\n{self.seed}\n{label}".encode()).digest()
        return int.from_bytes(rolled[:8], "big") % limit


_DRAWN = {"person": _Hat.a_person, "paper": _Hat.a_paper, "place": _Hat.a_place, "date": _Hat.a_date}
