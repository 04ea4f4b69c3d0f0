"""The small case with a cast, and a few of its identities."""

from copy import deepcopy
from functools import cache
from typing import Any

from simulations.agreements.engine.shelf import reference
from simulations.engine.cast.drawing import Identity, draw
from simulations.engine.loader import load
from simulations.engine.scenario import Scenario
from simulations.engine.source import read
from tests.simulations.engine.tiny import TINY

CAST: dict[str, Any] = {
    "man": {
        "kind": "person",
        "sex": "m",
        "script": "sr",
        "born": {"from": 1980, "to": 1990, "day_at_most": 12},
        "default": {"given": "Đorđe", "surname": "Vežbanović", "birth": "1987-08-04", "place": "Novi Primer"},
    },
    "girl": {"kind": "person", "sex": "f", "child_of": "man", "born": {"from": 2014, "to": 2016}},
    "neighbour": {"kind": "person", "sex": "f", "script": "mk", "born": {"from": 1970, "to": 1975}},
    "nephew": {"kind": "person", "sex": "m", "family": "neighbour", "born": {"from": 1995, "to": 1999}},
    "guest": {"kind": "person", "sex": "m", "script": "sq", "born": {"from": 1970, "to": 1975}},
    "passport": {
        "kind": "paper",
        "of": "man",
        "is": "expired",
        "years": 10,
        "default": {"number": "ZZ0000417", "expires": "2026-01-11"},
    },
    "visit": {"kind": "date", "from": "2026-01-05", "to": "2026-01-20"},
    "town": {"kind": "place", "script": "bs"},
}
ZONE = {
    **{"format": "td3", "surname": "{man.surname}", "given": "{man.given}", "number": "{passport.number}"},
    **{"born": "{man.birth.iso}", "sex": "M", "expires": "{passport.expires.iso}", "optional": "TRAINING"},
}


def source() -> dict[str, Any]:
    """The small case, in which the man, his birth and his passport are placeholders."""
    case: dict[str, Any] = read(TINY).value
    case["cast"] = deepcopy(CAST)
    case["people"]["person"] = {"name": "{man.full}", "also": "{man.full.cyr}"}
    case["messages"]["request"]["body"] = {
        "en": "Please answer about {man.full}, born on {man.birth.words}.",
        "mk": "Ве молиме одговорете за {man.full}, роден на {man.birth.words}.",
    }
    case["documents"]["form"]["fields"][0]["shown"] = "{man.birth.swapped}"
    case["documents"]["passport"]["fields"][0]["shown"] = "{man.birth.icao}"
    case["documents"]["passport"]["mrz"] = ZONE
    return case


@cache
def dressable() -> Scenario:
    return load(source(), reference(), key="dressable")


def identity(seed: str) -> Identity:
    return draw(dressable().cast, seed)
