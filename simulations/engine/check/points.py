"""Points: items that nobody or everybody earns, and how far the score of each competency can go.

Bounds are outer bounds: time and order are ignored, so the best score may lie below, never above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from simulations.engine.check.certain import Known, needs_of
from simulations.engine.conditions import ALWAYS, All
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
    """Items on one act that is done once exclude one another where their conditions do, and so do those of the end."""
    groups: dict[str, list[RubricItem]] = {}
    total = 0
    for item in items:
        if item.points <= 0 or not can_be_earned(found, item):
            continue
        if not item.on or (len(item.on) == 1 and scenario.acts[item.on[0]].once):
            groups.setdefault(item.on[0] if item.on else "", []).append(item)
        else:
            total += item.points
    return total + sum(_best(scenario, found, act, together) for act, together in groups.items())


def _best(scenario: Scenario, found: Known, key: str, items: list[RubricItem]) -> int:
    """The most points that items judged at one moment give together: before this act, or without one at the end."""
    acts = (scenario.acts[key],) if key else ()
    needs = needs_of(acts[0]) if acts else ALWAYS
    if len(items) > MOST_TOGETHER:
        return _without_exclusions(items, lambda *pair: found.can_hold(All((needs, *(i.when for i in pair))), *acts))
    best = 0
    for count in range(len(items), 0, -1):
        for chosen in combinations(items, count):
            points = sum(item.points for item in chosen)
            if points > best and found.can_hold(All((needs, *(item.when for item in chosen))), *acts):
                best = points
    return best


def _without_exclusions(items: list[RubricItem], goes_with: Callable[[RubricItem, RubricItem], bool]) -> int:
    """An upper bound for many items: of those that exclude one another in pairs the dearest counts."""
    left, total = sorted(items, key=lambda item: -item.points), 0
    while left:
        first, *others = left
        excluded = [item for item in others if not goes_with(first, item)]
        apart = _all_apart(excluded, goes_with)
        total += first.points
        left = [item for item in others if item not in apart]
    return total


def _all_apart(items: list[RubricItem], goes_with: Callable[[RubricItem, RubricItem], bool]) -> list[RubricItem]:
    """Of these some of which no two can be earned together."""
    chosen: list[RubricItem] = []
    for item in items:
        if not any(goes_with(item, other) for other in chosen):
            chosen.append(item)
    return chosen
