"""Points by competency. Unreviewed law is shown and decides nothing; guesses earn nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulations.engine.conditions import holds
from simulations.engine.log import Event
from simulations.engine.reference import Mark
from simulations.engine.run import Step, steps
from simulations.engine.scenario import RubricItem, Scenario
from simulations.engine.taint import Tainted, mark_of_item, marks_of_facts


@dataclass(frozen=True, slots=True)
class ItemResult:
    """`counted` are the points after the ladder; `step` is where they were earned, if they were."""

    item: RubricItem
    mark: Mark
    earned: bool
    counted: int
    step: int | None

    @property
    def decides(self) -> bool:
        return self.mark.decides


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    competency: str
    points: int
    possible: int

    @property
    def share(self) -> float:
        return max(0.0, self.points / self.possible) if self.possible else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """`points` include what is shown only; `deciding` is the part on which pass or fail rests."""

    points: int
    possible: int
    deciding: int
    deciding_possible: int
    by_competency: tuple[CompetencyScore, ...]
    items: tuple[ItemResult, ...]
    critical_breach: bool
    passed: bool

    @property
    def percent(self) -> int:
        return round(100 * max(0, self.points) / self.possible) if self.possible else 0

    @property
    def deciding_percent(self) -> int:
        return round(100 * max(0, self.deciding) / self.deciding_possible) if self.deciding_possible else 0


def score(scenario: Scenario, events: Sequence[Event]) -> Score:
    played = tuple(steps(events))
    facts = marks_of_facts(scenario)
    items = tuple(_judge(scenario, item, facts, played) for item in scenario.rubric.values())
    final = played[-1].after if played else None
    critical = final is not None and any(scenario.safeguards[key].critical for key in final.breaches)
    ending = scenario.endings.get(final.ending) if final else None
    result = Score(
        points=sum(item.counted for item in items),
        possible=sum(_possible(item) for item in items),
        deciding=sum(item.counted for item in items if item.decides),
        deciding_possible=sum(_possible(item) for item in items if item.decides),
        by_competency=_by_competency(scenario, items),
        items=items,
        critical_breach=critical,
        passed=False,
    )
    passes = ending is not None and ending.kind == "pass" and not critical
    missed_critical = any(item.item.critical and not item.earned for item in items)
    return replace(result, passed=passes and not missed_critical and result.deciding_percent >= scenario.pass_percent)


def _judge(scenario: Scenario, item: RubricItem, facts: Tainted, played: tuple[Step, ...]) -> ItemResult:
    mark = mark_of_item(scenario, item, facts)
    step = _earned_at(scenario, item, played)
    counted = item.points if step is not None and mark.scores else 0
    return ItemResult(item, mark, step is not None, counted, step)


def _earned_at(scenario: Scenario, item: RubricItem, played: tuple[Step, ...]) -> int | None:
    """The first act at which the item's condition held before the act, with its inputs; or the end."""
    if item.on:
        for step in played:
            if step.act in item.on and holds(item.when, scenario, step.before, step.inputs):
                return step.number
        return None
    ended = bool(played) and played[-1].after.has_ended
    return played[-1].number if ended and holds(item.when, scenario, played[-1].after) else None


def _possible(result: ItemResult) -> int:
    return max(0, result.item.points) if result.mark.scores else 0


def _by_competency(scenario: Scenario, items: tuple[ItemResult, ...]) -> tuple[CompetencyScore, ...]:
    return tuple(
        CompetencyScore(
            key,
            sum(result.counted for result in items if result.item.competency == key),
            sum(_possible(result) for result in items if result.item.competency == key),
        )
        for key in scenario.competencies
    )
