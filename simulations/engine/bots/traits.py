"""What a bot sees in a move before it makes it: how the author judges it, what it risks, how much it ticks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulations.engine.compiled import Machine
from simulations.engine.compiled.ways import Way
from simulations.engine.conditions import ALWAYS, NEVER
from simulations.engine.scenario import Act

_WORTH = {"sound": 1.0, "": 0.0, "cost": -1.0, "breach": -2.0}
OPEN = 0.1  # how much a verdict weighs that depends on more than the answer
_EFFORT = {"look": 0, "find_out": 1, "decide": 2}


@dataclass(frozen=True, slots=True)
class Trait:
    """`worth`: the verdict to be expected, from -2 to 1. `may_breach`: some safeguard may break."""

    act: str
    place: int  # in the author's order
    group: int
    once: bool
    worth: float
    may_breach: bool
    ticks: int


def traits(machine: Machine) -> tuple[Trait, ...]:
    """One for each way, by its number."""
    acts = machine.scenario.acts
    order = {key: place for place, key in enumerate(acts)}
    return tuple(_trait(acts[way.act], way, order[way.act]) for way in machine.ways)


def _trait(act: Act, way: Way, place: int) -> Trait:
    return Trait(
        act=act.key,
        place=place,
        group=_EFFORT.get(act.group, 1),
        once=act.once,
        worth=_worth(act, way),
        may_breach=any(condition != NEVER for _, condition in way.judged.breaches),
        ticks=_ticked(way.inputs),
    )


def _worth(act: Act, way: Way) -> float:
    """The verdict of each group's first rule that holds, as far as the answers alone decide it."""
    left = dict(way.judged.rules)
    total, closed = 0.0, set[str]()
    for rule in act.rules:
        condition = left[rule.key]
        if rule.group in closed or condition == NEVER:
            continue
        total += _WORTH[rule.verdict] * (1.0 if condition == ALWAYS else OPEN)
        if condition == ALWAYS:
            closed.add(rule.group)
    return total


def _ticked(inputs: Mapping[str, Any]) -> int:
    return sum(len(value) if isinstance(value, list | tuple | dict) else 1 for value in inputs.values())
