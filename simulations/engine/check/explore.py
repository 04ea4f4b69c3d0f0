"""Breadth first through abstract time: every state a slice can come to, and the shortest way to what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.compiled.abstract import Abstract, Label

Goal = Callable[[int], bool]
A_ROUND = 2_000  # states between two looks at the budget


@dataclass(slots=True)
class Explored:
    """`first` holds for each goal the first state that meets it. `whole`: nothing was left unexplored."""

    model: Abstract
    parents: dict[int, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    whole: bool = False

    @property
    def states(self) -> int:
        return len(self.parents)

    def trace(self, state: int) -> tuple[Label, ...]:
        """How the search came to this state, from the beginning."""
        labels: list[Label] = []
        while (before := self.parents[state]) >= 0:
            labels.append(next(label for label, after in self.model.told(before) if after == state))
            state = before
        return tuple(reversed(labels))


def explore(model: Abstract, goals: Mapping[str, Goal], budget: Budget, *, stop: str = "") -> Explored:
    """Everything reachable, or until the goal `stop` is met or the budget is spent."""
    found = Explored(model, dict.fromkeys(model.start(), -1))
    ahead = list(found.parents)
    _look(found, goals, ahead)
    try:
        while ahead and stop not in found.first:
            ahead = _next(found, ahead, goals, budget)
    except Spent:
        return found
    found.whole = not ahead
    return found


def _next(found: Explored, ahead: list[int], goals: Mapping[str, Goal], budget: Budget) -> list[int]:
    """One move further."""
    parents, follow = found.parents, found.model.follow
    fresh: list[int] = []
    for start in range(0, len(ahead), A_ROUND):
        before = len(fresh)
        for state in ahead[start : start + A_ROUND]:
            for after in follow(state):
                if after not in parents:
                    parents[after] = state
                    fresh.append(after)
        _look(found, goals, fresh[before:])
        budget.spend(len(fresh) - before)
    return fresh


def _look(found: Explored, goals: Mapping[str, Goal], states: list[int]) -> None:
    for name, goal in goals.items():
        if name not in found.first:
            state = next((state for state in states if goal(state)), None)
            if state is not None:
                found.first[name] = state
