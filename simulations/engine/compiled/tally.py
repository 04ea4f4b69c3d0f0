"""Points from a bit mask of earned items: what scoring says of the same run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulations.engine.scenario import Scenario
from simulations.engine.taint import mark_of_item, marks_of_facts


@dataclass(frozen=True, slots=True)
class Result:
    points: int
    possible: int
    percent: int
    deciding_percent: int
    passed: bool
    by_competency: Mapping[str, int]


class Tally:
    """The first item of the rubric is the lowest bit."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        facts = marks_of_facts(scenario)
        marks = [mark_of_item(scenario, item, facts) for item in scenario.rubric.values()]
        items = list(zip(scenario.rubric.values(), marks, strict=True))
        self.counted = [item.points if mark.scores else 0 for item, mark in items]
        self.deciding = [item.points if mark.scores and mark.decides else 0 for item, mark in items]
        self.critical = sum(1 << index for index, (item, _) in enumerate(items) if item.critical)
        self.competency = [item.competency for item, _ in items]

    def result(self, earned: int, ending: str, breaches: frozenset[str]) -> Result:
        has = [bool(earned >> index & 1) for index in range(len(self.counted))]
        points = sum(value for value, got in zip(self.counted, has, strict=True) if got)
        possible = sum(max(0, value) for value in self.counted)
        deciding = sum(value for value, got in zip(self.deciding, has, strict=True) if got)
        deciding_possible = sum(max(0, value) for value in self.deciding)
        deciding_percent = _percent(deciding, deciding_possible)
        sound = not any(self.scenario.safeguards[key].critical for key in breaches)
        kind = self.scenario.endings[ending].kind if ending in self.scenario.endings else ""
        enough = not self.critical & ~earned and deciding_percent >= self.scenario.pass_percent
        return Result(
            points,
            possible,
            _percent(points, possible),
            deciding_percent,
            kind == "pass" and sound and enough,
            self.split(has),
        )

    def split(self, has: list[bool]) -> Mapping[str, int]:
        found = dict.fromkeys(self.scenario.competencies, 0)
        for competency, value, got in zip(self.competency, self.counted, has, strict=True):
            found[competency] += value if got else 0
        return found


def _percent(points: int, possible: int) -> int:
    return round(100 * max(0, points) / possible) if possible else 0
