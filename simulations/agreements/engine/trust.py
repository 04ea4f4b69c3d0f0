"""How far a part of a pack may be trusted: it never claims more than it has."""

from __future__ import annotations

from collections.abc import Mapping

from simulations.engine.reader import Place
from simulations.engine.reference import Mark


def check_trust(place: Place, sources: Mapping[str, str]) -> None:
    """“Reviewed” stands with a reviewer and a day, “sourced” with a source that the pack lists."""
    given = place.value if isinstance(place.value, Mapping) else {}
    if not given.get("mark"):
        return  # named already
    if (given["mark"] == Mark.REVIEWED) != all(given.get(key) for key in ("reviewed_by", "reviewed_on")):
        place.problem("unsigned", "“reviewed” stands with a reviewer and a date, and only then")
    if given["mark"] == Mark.SOURCED and not given.get("source"):
        place.problem("no_source", "“sourced” names its source")
    if (source := given.get("source")) and source not in sources:
        place.get("source").problem("unknown_source", f"source “{source}” is not listed")
    if (url := given.get("source_url")) and not str(url).startswith("https://"):
        place.get("source_url").problem("bad_address", "an address starts with https://")
