"""How each bot decides. A habit gives each move a weight; the heaviest open one is made, chance breaks ties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulations.engine.bots.traits import Trait

Weight = tuple[float, float, float]  # the first counts before the second, the second before the third


@dataclass(frozen=True, slots=True)
class Habit:
    """`again` is what a move loses for each time its act was done. `slips`: the share of moves made blindly."""

    act: Callable[[Trait], Weight]
    again: float
    reads: float  # the weight of opening a paper
    waits: float  # of letting time pass
    slips: float = 0.0
    heeds: bool = False  # makes no move that it can see to break a safeguard
    follows: bool = False  # the author's own ways, as far as they are open


def _careful(trait: Trait) -> Weight:
    """Looks before it asks, asks before it decides; a poor answer comes after waiting."""
    if trait.worth < 0:
        return -2.0, trait.worth, -trait.place
    return 3.0 - trait.group, trait.worth, -trait.place


def _rusher(trait: Trait) -> Weight:
    return 2.0 + trait.group, 0.0, 0.0


def _box_ticker(trait: Trait) -> Weight:
    return 3.0, float(trait.ticks), -trait.place


def _rights_blind(trait: Trait) -> Weight:
    """Does its work in order, and takes the answer that asks least of it."""
    return 3.0 - trait.group, float(trait.may_breach), -trait.worth


def _anything(_: Trait) -> Weight:
    return 0.0, 0.0, 0.0


HABITS: Mapping[str, Habit] = {
    "expert": Habit(_careful, 2.5, 5.0, 0.0, heeds=True, follows=True),
    "careful": Habit(_careful, 2.5, 5.0, 0.2, slips=0.05, heeds=True),
    "box_ticker": Habit(_box_ticker, 4.0, 4.0, 0.5, slips=0.05),
    "rusher": Habit(_rusher, 3.0, -3.0, -0.5, slips=0.1),
    "deadline_misser": Habit(_careful, 2.5, 5.0, 2.5, slips=0.15, heeds=True),
    "rights_blind": Habit(_rights_blind, 2.5, -1.0, 0.2, slips=0.05),
    "random": Habit(_anything, 0.0, 0.0, 0.0, slips=1.0),
}
