"""Conditions that read dates, with the exact clock."""

from __future__ import annotations

from simulations.engine.atoms import DateFrom, DateUntil, DaysLeft, InputDate, InputOpen
from simulations.engine.compiled.expressions import Expressions, Unsupported
from simulations.engine.compiled.layout import Layout
from simulations.engine.compiled.timetable import Timetable
from simulations.engine.conditions import Atom
from simulations.engine.scenario import Scenario


class ExactExpressions(Expressions):
    """With `day` as the number of days since the first day of the case."""

    def __init__(self, scenario: Scenario, places: Layout, timetable: Timetable) -> None:
        super().__init__(scenario, places)
        self.timetable = timetable

    def timed(self, atom: Atom, var: str, sense: bool) -> str:
        match atom:
            case DateFrom(first):
                return f"day >= {self.timetable.number(first)}"
            case DateUntil(last):
                return f"day <= {self.timetable.number(last)}"
            case DaysLeft(deadline, at_most):
                started = f"{var} & {self.places.status[deadline].mask}"
                return f"({started} and {self.clock('E', deadline, var)} - day <= {at_most})"
            case InputOpen(key, calendar):
                day = self.dates.get(key)
                return f"O[{self.timetable.calendars.index(calendar)}, {day}]" if day else "False"
            case InputDate(key, deadline, lies):
                day = self.dates.get(key)
                return self.lies(day, deadline, lies, var) if day else "False"
        raise Unsupported(f"condition {type(atom).__name__}")

    def lies(self, day: str, deadline: str, lies: str, var: str) -> str:
        if lies == "not_ahead":
            return f"{day} <= day"
        started = f"{var} & {self.places.status[deadline].mask}"
        earliest, latest, working = (self.clock(name, deadline, var) for name in "ELW")
        tests = {
            "within_readings": f"{earliest} <= {day} <= {latest}",
            "working_days": f"{day} == {working}",
            "in_time": f"{day} <= {earliest}",
            "too_late": f"{day} > {latest}",
        }
        if lies not in tests:
            raise Unsupported(f"date that lies {lies}")
        return f"{started} and {tests[lies]}"

    def clock(self, table: str, deadline: str, var: str) -> str:
        """A date of the clock, looked up by the day it started on and whether it was extended."""
        since = self.places.since[deadline]
        index = self.timetable.deadlines.index(deadline)
        return f"{table}[{index}][{var} >> {since.shift} & {(since.most << 1) | 1}]"
