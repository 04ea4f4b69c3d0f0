"""A case with the exact clock as Python functions over (packed int, seconds, what is on its way)."""

from __future__ import annotations

from typing import Any

from simulations.engine.compiled.exact_acts import ExactActs


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
