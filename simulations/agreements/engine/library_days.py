"""Closed days as a holiday library knows them: what tables are seeded from, and compared with, never counted with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version

import holidays

# Our codes of the entities of Bosnia and Herzegovina, and the library's.
PARTS = {"BA-FBiH": ("BA", "BIH"), "BA-RS": ("BA", "SRP"), "BA-BRC": ("BA", "BRC")}
# Days on which only those whom they concern are free; whether an office is open then is for the office to say.
COMMUNITIES = {
    "ME": ("orthodox", "catholic", "islamic", "hebrew"),
    "MK": (
        *("orthodox", "catholic", "islamic", "hebrew"),
        *("albanian", "bosnian", "roma", "serbian", "turkish", "vlach"),
    ),
}


class NoSuchLibrary(LookupError):
    """The library has no days for this code."""


@dataclass(frozen=True, slots=True)
class Days:
    """`also` holds the days of each community beside those of everybody."""

    closed: Mapping[date, str]
    also: Mapping[str, Mapping[date, str]] = field(default_factory=dict)


def seeded_with() -> str:
    return f"holidays {version('holidays')}"


def library_days(code: str, year: int) -> Days:
    return Days(_days(code, year), {name: _days(code, year, name) for name in COMMUNITIES.get(code, ())})


def _days(code: str, year: int, community: str = "public") -> Mapping[date, str]:
    country, part = PARTS.get(code, (code, None))
    try:
        found = holidays.country_holidays(
            country, subdiv=part, years=[year], language="en_US", categories=(community,), observed=True
        )
    except NotImplementedError:
        raise NoSuchLibrary(code) from None
    return dict(sorted(found.items()))
