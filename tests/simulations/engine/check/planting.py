"""A faulty case for each kind of fault at each place where it can be planted.

A fault takes a sound case as plain data and yields what it did to it: the place, and the codes that name it there.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]
NEVER_SET = {"values": ["a", "b"], "initial": "a"}
NEVER = {"fact": "planted", "is": "b"}


@dataclass(frozen=True)
class Planted:
    fault: str
    place: str
    codes: frozenset[str]
    case: Case

    @property
    def text(self) -> str:
        return json.dumps(self.case, ensure_ascii=False, indent=1)


FAULTS: dict[str, Callable[[Case], Iterator[tuple[str, set[str]]]]] = {}


def fault(build: Callable[[Case], Iterator[tuple[str, set[str]]]]) -> Callable[[Case], Iterator[tuple[str, set[str]]]]:
    FAULTS[build.__name__] = build
    return build


def planted(case: Case, name: str, most: int = 6) -> Iterator[Planted]:
    """The fault at up to so many places, each in a case of its own."""
    for index in range(most):
        mutant = copy.deepcopy(case)
        places = FAULTS[name](mutant)  # each step changes the case at the next place
        for _ in range(index):
            next(places, None)
            mutant.clear()
            mutant.update(copy.deepcopy(case))
        found = next(places, None)
        if found is None:
            return
        yield Planted(name, found[0], frozenset(found[1]), mutant)


def with_never(case: Case) -> None:
    case["facts"]["planted"] = copy.deepcopy(NEVER_SET)


def both(condition: Any, more: Any) -> Any:
    return {"all": [condition, more]} if condition else more


def effect_lists(case: Case) -> Iterator[tuple[str, list[Any]]]:
    for key, act in case["acts"].items():
        yield f"acts.{key}.effects", act.setdefault("effects", [])
        for name, rule in (act.get("rules") or {}).items():
            yield f"acts.{key}.rules.{name}.effects", rule.setdefault("effects", [])
    for kind in ("messages", "injects"):
        for key, part in (case.get(kind) or {}).items():
            yield f"{kind}.{key}.effects", part.setdefault("effects", [])
    for key, deadline in (case.get("deadlines") or {}).items():
        yield f"deadlines.{key}.on_expiry", deadline.setdefault("on_expiry", [])


def drop_effects(case: Case, verb: str, key: str) -> int:
    dropped = 0
    for _, effects in effect_lists(case):
        kept = [effect for effect in effects if effect.get(verb) != key]
        dropped += len(effects) - len(kept)
        effects[:] = kept
    return dropped
