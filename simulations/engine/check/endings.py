"""Endings: is each reached, and does none come too easily?"""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.certain import Known
from simulations.engine.conditions import ALWAYS, NEVER, All, Condition, NoneOf
from simulations.engine.evolve import replay
from simulations.engine.problems import Problem
from simulations.engine.run import begin
from simulations.engine.scenario import Scenario


def reached(scenario: Scenario, found: Known) -> Iterator[Problem]:
    before: list[tuple[str, Condition]] = []
    for key, ending in scenario.endings.items():
        if key == scenario.falls_to and ending.when == NEVER:
            continue
        earlier = NoneOf(tuple(when for _, when in before))
        if not found.can_hold(ending.when):
            yield Problem("ending_unreachable", f"endings.{key}", f"no run can end with “{key}”")
        elif not found.can_hold(All((ending.when, earlier))):
            names = "”, “".join(name for name, _ in before)
            words = f"no run can end with “{key}”: wherever it holds, an ending before it does: “{names}”"
            yield Problem("ending_unreachable", f"endings.{key}", words)
        before.append((key, ending.when))


def kinds(scenario: Scenario, _: Known) -> Iterator[Problem]:
    if "pass" not in {ending.kind for ending in scenario.endings.values()}:
        yield Problem("no_pass", "endings", "no ending is a pass")
    last = scenario.endings[scenario.falls_to]
    if last.when != NEVER:
        words = "time ends the case this way whatever is asked here, so its words may be false: name one without “when”"
        yield Problem("falls_to_has_condition", f"endings.{last.key}.when", words)
    if last.kind == "pass":
        yield Problem("silence_passes", "falls_to", "who does nothing would pass")
    yield from _at_once(scenario)


def _at_once(scenario: Scenario) -> Iterator[Problem]:
    begun = replay(begin(scenario, "check")).ending
    for key, ending in scenario.endings.items():
        if key == begun or ending.when == ALWAYS:
            yield Problem("ends_at_once", f"endings.{key}.when", "the case would end before it begins")
