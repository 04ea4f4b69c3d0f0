"""Points: items that nobody or everybody earns, and how far the score of each competency can go.

Bounds are outer bounds: time and order are ignored, so the best score may lie below, never above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from simulations.engine.check.certain import Known, needs_of
from simulations.engine.conditions import All
from simulations.engine.problems import Problem, warning
from simulations.engine.reference import Mark
from simulations.engine.scenario import RubricItem, Scenario
from simulations.engine.taint import mark_of_item, marks_of_facts

MOST_TOGETHER = 8  # items on one act that are tried in all combinations


@dataclass(frozen=True, slots=True)
class Bounds:
    """`possible` are the points a competency names, `most` what one run can earn of them, `least` what it can lose."""

    competency: str
    least: int
    most: int
    possible: int


def earned(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for key, item in scenario.rubric.items():
        if not item.on and found.always_holds(item.when):
            yield Problem("item_for_nothing", f"rubric.{key}", f"everybody earns “{key}”, whatever they do")
        if not can_be_earned(found, item):
            yield Problem("item_unreachable", f"rubric.{key}", f"nobody can ever earn “{key}”")
        if not item.points and not item.critical:
            yield warning("item_without_points", f"rubric.{key}.points", f"“{key}” is worth nothing")
    yield from _twice(scenario)


def _twice(scenario: Scenario) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for key, item in scenario.rubric.items():
        body = repr((item.on, item.when))
        if body in seen:
            words = f"“{key}” and “{seen[body]}” are earned by the very same thing"
            yield warning("counted_twice", f"rubric.{key}", words)
        seen.setdefault(body, key)


def can_be_earned(found: Known, item: RubricItem) -> bool:
    if not item.on:
        return found.can_hold(item.when)
    acts = [found.scenario.acts[key] for key in item.on if key in found.reach.acts]
    return any(found.can_hold(All((needs_of(act), item.when)), act) for act in acts)


def bounds(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for row in bounds_of(scenario, found):
        where = f"competencies.{row.competency}"
        if not row.possible:
            words = f"no item gives points for “{row.competency}”"
            yield warning("competency_without_points", where, words)
        elif row.most < row.possible:
            words = f"at most {row.most} of {row.possible} points of “{row.competency}” can be earned in one run"
            yield warning("full_marks_unreachable", where, words)
    if not 0 <= scenario.pass_percent <= 100:
        words = f"{scenario.pass_percent} % of the points cannot be asked for"
        yield Problem("pass_percent", "pass_percent", words)
    else:
        yield from _pass(scenario, found)


def _pass(scenario: Scenario, found: Known) -> Iterator[Problem]:
    facts = marks_of_facts(scenario)
    deciding = [item for item in scenario.rubric.values() if mark_of_item(scenario, item, facts).decides]
    possible = sum(max(0, item.points) for item in deciding)
    most = _most(scenario, found, deciding)
    percent = round(100 * most / possible) if possible else 0
    if percent < scenario.pass_percent:
        words = (
            f"at most {percent} % of the points that decide can be earned, and {scenario.pass_percent} % are asked for"
        )
        yield Problem("pass_out_of_reach", "pass_percent", words)


def bounds_of(scenario: Scenario, found: Known) -> tuple[Bounds, ...]:
    facts = marks_of_facts(scenario)
    rows = []
    for key in scenario.competencies:
        items = [item for item in scenario.rubric.values() if item.competency == key]
        counted = [item for item in items if _scores(mark_of_item(scenario, item, facts))]
        least = sum(min(0, item.points) for item in counted if can_be_earned(found, item))
        possible = sum(max(0, item.points) for item in counted)
        rows.append(Bounds(key, least, _most(scenario, found, counted), possible))
    return tuple(rows)


def _scores(mark: Mark) -> bool:
    return mark.scores


def _most(scenario: Scenario, found: Known, items: Iterable[RubricItem]) -> int:
    """Items on one act that is done once exclude one another where their conditions do."""
    groups: dict[str, list[RubricItem]] = {}
    total = 0
    for item in items:
        if item.points <= 0 or not can_be_earned(found, item):
            continue
        if len(item.on) == 1 and scenario.acts[item.on[0]].once:
            groups.setdefault(item.on[0], []).append(item)
        else:
            total += item.points
    return total + sum(_best(scenario, found, act, together) for act, together in groups.items())


def _best(scenario: Scenario, found: Known, key: str, items: list[RubricItem]) -> int:
    if len(items) > MOST_TOGETHER:
        return sum(item.points for item in items)
    act, best = scenario.acts[key], 0
    for count in range(len(items), 0, -1):
        for chosen in combinations(items, count):
            points = sum(item.points for item in chosen)
            if points > best and found.can_hold(All((needs_of(act), *(item.when for item in chosen))), act):
                best = points
    return best
