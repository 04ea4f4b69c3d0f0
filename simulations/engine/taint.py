"""How far the law behind each part of a case may be trusted.

An unreviewed value taints the clock it gives its length to, the facts that clock sets when it ends, and every
rubric item and ending that reads them. Safeguards are principles and stay firm.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.conditions import Condition, DaysLeft, DeadlineIs, FactIs, InputDate, atoms
from simulations.engine.reference import Mark, worst
from simulations.engine.scenario import Effect, Ending, RubricItem, Scenario, SetFact


def mark_of_deadline(scenario: Scenario, key: str) -> Mark:
    deadline = scenario.deadlines[key]
    tokens = [deadline.value] + ([deadline.extension] if deadline.extension else [])
    return worst(scenario.values[token].mark for token in tokens)


def marks_of_facts(scenario: Scenario) -> dict[str, Mark]:
    """Facts that a clock or a tainted inject sets, with the mark they inherit."""
    found: dict[str, Mark] = {}
    for key, deadline in scenario.deadlines.items():
        _spread(found, deadline.on_expiry, mark_of_deadline(scenario, key))
    for _ in scenario.injects:
        for inject in scenario.injects.values():
            _spread(found, inject.effects, _mark_of(scenario, inject.when, found))
    return {fact: mark for fact, mark in found.items() if not mark.decides}


def _spread(found: dict[str, Mark], effects: Iterable[Effect], mark: Mark) -> None:
    for effect in effects:
        if isinstance(effect, SetFact):
            found[effect.fact] = worst([mark, found.get(effect.fact, Mark.PRINCIPLE)])


def _mark_of(scenario: Scenario, condition: Condition, facts: dict[str, Mark]) -> Mark:
    marks = []
    for atom in atoms(condition):
        if isinstance(atom, FactIs):
            marks.append(facts.get(atom.fact, Mark.PRINCIPLE))
        elif isinstance(atom, DeadlineIs | DaysLeft | InputDate) and atom.deadline:
            marks.append(mark_of_deadline(scenario, atom.deadline))
    return worst(marks)


def mark_of_item(scenario: Scenario, item: RubricItem, facts: dict[str, Mark] | None = None) -> Mark:
    """`facts` are those of `marks_of_facts`, for a caller that asks about many items."""
    known = marks_of_facts(scenario) if facts is None else facts
    cited = [scenario.values[token].mark for token in item.cites]
    cited = [mark for mark in cited if mark is not Mark.ABSENT]
    return worst([_mark_of(scenario, item.when, known), *cited])


def mark_of_ending(scenario: Scenario, ending: Ending) -> Mark:
    return _mark_of(scenario, ending.when, marks_of_facts(scenario))
