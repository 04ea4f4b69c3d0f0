"""Unreviewed law: what may not rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.certain import Known
from simulations.engine.problems import Problem
from simulations.engine.reference import Mark
from simulations.engine.scenario import Scenario
from simulations.engine.taint import mark_of_ending, mark_of_item, mark_of_safeguard


def law_decides(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Until a lawyer has reviewed a value, nothing that rests on it may be critical or fail a person."""
    for key, item in scenario.rubric.items():
        mark = mark_of_item(scenario, item)
        if item.critical and not mark.decides:
            yield _unreviewed(f"rubric.{key}", f"“{key}” is critical and rests on law marked “{mark}”")
    for key, ending in scenario.endings.items():
        mark = mark_of_ending(scenario, ending)
        if ending.kind == "fail" and not mark.decides:
            yield _unreviewed(f"endings.{key}", f"“{key}” fails a person on law marked “{mark}”")
    for key, guard in scenario.safeguards.items():
        mark = mark_of_safeguard(scenario, guard)
        if guard.critical and not mark.decides:
            yield _unreviewed(f"safeguards.{key}", f"“{key}” is critical on law marked “{mark}”")
        if guard.basis is Mark.PRINCIPLE and not guard.cites:
            yield Problem("principle_without_law", f"safeguards.{key}.cites", "a principle names where it stands")


def _unreviewed(where: str, words: str) -> Problem:
    return Problem("unreviewed_decides", where, words)
