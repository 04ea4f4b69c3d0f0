"""What can still become of a run: a small table for one version, worked out once and looked up in every debrief.

It stands on abstract time over a few parts of the state, so it promises an upper bound: an ending that it rules out
cannot come any more, one that it allows may still be out of reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.refine import core
from simulations.engine.check.slicing import narrowed, slice_for
from simulations.engine.compiled.abstract import Abstract, TooManyGuesses
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.compiled.interplay import Thing, read_by
from simulations.engine.compiled.packing import projected
from simulations.engine.scenario import Scenario
from simulations.engine.state import State

MOST_STATES = 3_000  # of the table; more would be heavy to keep with the version
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Best:
    """At most this can still come of the run. `known`: the table has something to say about the state."""

    endings: frozenset[str]
    may_pass: bool
    most_kept: int
    known: bool


@dataclass
class Prospects:
    """`reach` holds for each abstract state the endings that may still come, as a mask over `endings`."""

    scenario: Scenario
    tracked: frozenset[Thing] = frozenset()
    endings: tuple[str, ...] = ()
    reach: dict[int, int] = field(default_factory=dict)

    def best(self, state: State) -> Best:
        """What may still come of a run that stands here."""
        kept = len(self.scenario.safeguards) - len(set(state.breaches) & set(self.scenario.safeguards))
        if state.has_ended:
            found, known = frozenset({state.ending}), True
        else:
            mask = self.reach.get(self.project(state)) if self.reach else None
            known = mask is not None
            found = frozenset(key for index, key in enumerate(self.endings) if mask is None or mask >> index & 1)
        passing = {key for key in found if key in self.scenario.endings and self.scenario.endings[key].kind == "pass"}
        return Best(found, bool(passing) if known else True, kept, known)

    def project(self, state: State) -> int:
        return projected(self._model.scenario, self._model.places, self._model.epochs, state)

    @cached_property
    def _model(self) -> Abstract:
        return _model(self.scenario, self.tracked)

    def as_dict(self) -> dict[str, Any]:
        """States that share their endings are kept together."""
        rows: dict[str, list[str]] = {}
        for state, mask in sorted(self.reach.items()):
            rows.setdefault(f"{mask:x}", []).append(written(state))
        return {
            "tracked": sorted([kind, key] for kind, key in self.tracked),
            "endings": list(self.endings),
            "reach": {mask: ",".join(states) for mask, states in rows.items()},
        }

    @classmethod
    def from_dict(cls, scenario: Scenario, row: Mapping[str, Any]) -> Prospects:
        """The table as it was kept with this very version of the case."""
        reach = {
            int(state, 36): int(mask, 16)
            for mask, states in row.get("reach", {}).items()
            for state in states.split(",")
            if state
        }
        tracked = frozenset((kind, key) for kind, key in row.get("tracked", ()))
        return cls(scenario, tracked, tuple(row.get("endings", ())), reach)


def outlook_table(scenario: Scenario, *, seconds: float = 20, states: int = 400_000) -> Prospects:
    """The finest table that is small enough; an empty one, which rules nothing out, where none was found in time."""
    endings = tuple(scenario.endings)
    budget = Budget(seconds=seconds, states=states)
    passing = [key for key, item in scenario.endings.items() if item.kind == "pass"]
    whole = _slice(scenario)
    tracked = core(whole, {thing for key in passing for thing in read_by(scenario.endings[key].when)})
    best = Prospects(scenario, frozenset(), endings)
    try:
        if (reach := _reach(scenario, tracked, endings, budget)) is None:
            return best
        best = Prospects(scenario, tracked, endings, reach)
        for thing in _next(whole, tracked):
            if (finer := _reach(scenario, tracked | {thing}, endings, budget)) is not None:
                tracked = tracked | {thing}
                best = Prospects(scenario, tracked, endings, finer)
    except (Spent, Unsupported):
        return best
    return best


def _slice(scenario: Scenario) -> Scenario:
    return slice_for(scenario, endings=scenario.endings)


def _model(scenario: Scenario, tracked: Iterable[Thing]) -> Abstract:
    wanted = frozenset(tracked)
    return Abstract(narrowed(_slice(scenario), wanted), wanted)


def _next(whole: Scenario, tracked: frozenset[Thing]) -> list[Thing]:
    """What decides whether acts that change something tracked can be done, clocks first."""
    small = narrowed(whole, tracked)
    reads = [thing for act in small.acts.values() for need in act.needs for thing in read_by(need.when)]
    reads += [thing for ending in whole.endings.values() for thing in read_by(ending.when)]
    reads += [("act", act.key) for act in small.acts.values() if act.once]
    fresh = dict.fromkeys(thing for thing in reads if thing not in tracked)
    return sorted(fresh, key=lambda thing: thing[0] != "clock")


def _reach(
    scenario: Scenario, tracked: frozenset[Thing], endings: tuple[str, ...], budget: Budget
) -> dict[int, int] | None:
    """For each abstract state the endings that may come; None where there are more states than the table may hold."""
    try:
        model = _model(scenario, tracked)
    except TooManyGuesses:
        return None
    if model.sampled:
        return None
    before = _explored(model, budget)
    if before is None:
        return None
    bits = [1 << endings.index(key) if key in endings else 0 for key in model.places.endings]
    reach: dict[int, int] = dict.fromkeys(before, 0)
    ahead = []
    for state in before:
        if state & model.ended:
            reach[state] = bits[model.places.ending.of(state)]
            ahead.append(state)
    while ahead:
        state = ahead.pop()
        mask = reach[state]
        for earlier in before[state]:
            if reach[earlier] | mask != reach[earlier]:
                reach[earlier] |= mask
                ahead.append(earlier)
    return {state: mask for state, mask in reach.items() if not state & model.ended}


def _explored(model: Abstract, budget: Budget) -> dict[int, list[int]] | None:
    """Every state with those that lead to it."""
    before: dict[int, list[int]] = {state: [] for state in model.start()}
    ahead = list(before)
    going = len(before)
    while ahead:
        state = ahead.pop()
        for after in set(model.follow(state)):
            if after not in before:
                before[after] = []
                ahead.append(after)
                going += 0 if after & model.ended else 1
            before[after].append(state)
        if going > MOST_STATES:
            return None
        budget.spend(1)
    return before


def written(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"
