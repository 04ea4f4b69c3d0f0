"""A case with the exact clock as Python functions over (packed int, seconds, what is on its way)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulations.engine.compiled.exact_acts import ExactActs
from simulations.engine.compiled.timetable import DAY
from simulations.engine.conditions import Condition


class Exact(ExactActs):
    """All functions of a case with the exact clock."""

    def functions(self) -> dict[str, Any]:
        self.settle()
        self.passing()
        for number, way in enumerate(self.ways):
            self.way(number, way)
        self.fired()
        self.items_at_end()
        self.open_to()
        self.news()
        return self.become()

    def test(self, condition: Condition) -> Callable[[int, int, tuple[int, ...]], bool]:
        """Whether a condition without inputs holds in a state."""
        with self.out.under("def test(f, now, p):"):
            self.out.put(f"day = now // {DAY}", f"return bool({self.say.text(condition, 'f')})")
        found: Callable[[int, int, tuple[int, ...]], bool] = self.become()["test"]
        return found

    def become(self) -> dict[str, Any]:
        due = self.timetable
        names = {
            "put": put,
            "N": due.nth_open,
            "O": due.is_open,
            "D": due.at_desk,
            "B": due.open_before,
            "V": due.in_value,
        }
        return self.out.become({**names, "E": due.earliest, "L": due.latest, "W": due.working})


def put(pending: tuple[int, ...], code: int) -> tuple[int, ...]:
    return tuple(sorted((*pending, code)))
