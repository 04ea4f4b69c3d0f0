"""How far the law behind each part of a case may be trusted.

An unreviewed value taints the clock it gives its length to, the facts that clock sets when it ends, and every
rubric item and ending that reads them; a message that the clock sends carries it on. What an inject expects, or a
safeguard demands, within a legal length is as firm as that length. Other safeguards are principles and stay firm.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.atoms import DaysLeft, DeadlineIs, FactIs, InjectIs, InputDate
from simulations.engine.conditions import Condition, atoms
from simulations.engine.reference import Mark, worst
from simulations.engine.scenario import Effect, Ending, RubricItem, Safeguard, Scenario, Send, SetFact, Within


def mark_of_deadline(scenario: Scenario, key: str) -> Mark:
    deadline = scenario.deadlines[key]
    tokens = [deadline.value] + ([deadline.extension] if deadline.extension else [])
    return worst(scenario.values[token].mark for token in tokens)


def marks_of_facts(scenario: Scenario) -> dict[str, Mark]:
    """Facts that a clock or a tainted inject sets, with the mark they inherit."""
    found: dict[str, Mark] = {}
    for key, deadline in scenario.deadlines.items():
        _spread(scenario, found, deadline.on_expiry, mark_of_deadline(scenario, key))
    for _ in scenario.injects:
        for inject in scenario.injects.values():
            _spread(scenario, found, inject.effects, _mark_of(scenario, inject.when, found))
    return {fact: mark for fact, mark in found.items() if not mark.decides}


def _spread(scenario: Scenario, found: dict[str, Mark], effects: Iterable[Effect], mark: Mark) -> None:
    ahead, sent = list(effects), set[str]()
    while ahead:
        effect = ahead.pop()
        if isinstance(effect, SetFact):
            found[effect.fact] = worst([mark, found.get(effect.fact, Mark.PRINCIPLE)])
        elif isinstance(effect, Send) and effect.message not in sent:
            sent.add(effect.message)
            ahead += scenario.messages[effect.message].effects


def mark_of_length(scenario: Scenario, within: Within | None) -> Mark:
    return scenario.values[within.value].mark if within and within.value else Mark.PRINCIPLE


def mark_of_safeguard(scenario: Scenario, guard: Safeguard) -> Mark:
    """What its author says, or the length it demands, whichever is less firm."""
    return worst([guard.basis, mark_of_length(scenario, guard.within)])


def _mark_of(
    scenario: Scenario, condition: Condition, facts: dict[str, Mark], seen: frozenset[str] = frozenset()
) -> Mark:
    marks = []
    for atom in atoms(condition):
        if isinstance(atom, FactIs):
            marks.append(facts.get(atom.fact, Mark.PRINCIPLE))
        elif isinstance(atom, DeadlineIs | DaysLeft | InputDate) and atom.deadline:
            marks.append(mark_of_deadline(scenario, atom.deadline))
        elif isinstance(atom, InjectIs):
            marks.append(_mark_of_inject(scenario, atom, facts, seen))
    return worst(marks)


def _mark_of_inject(scenario: Scenario, atom: InjectIs, facts: dict[str, Mark], seen: frozenset[str]) -> Mark:
    """As firm as what lets it happen; whether it was met in time, as firm as the time. Injects may wait in a ring."""
    if atom.inject in seen:
        return Mark.PRINCIPLE
    inject = scenario.injects[atom.inject]
    expects = inject.expects if atom.statuses - {"fired"} else None
    happens = _mark_of(scenario, inject.when, facts, seen | {atom.inject})
    return worst([happens, mark_of_length(scenario, expects.within if expects else None)])


def mark_of_item(scenario: Scenario, item: RubricItem, facts: dict[str, Mark] | None = None) -> Mark:
    """`facts` are those of `marks_of_facts`, for a caller that asks about many items."""
    known = marks_of_facts(scenario) if facts is None else facts
    cited = [scenario.values[token].mark for token in item.cites]
    cited = [mark for mark in cited if mark is not Mark.ABSENT]
    return worst([_mark_of(scenario, item.when, known), *cited])


def mark_of_ending(scenario: Scenario, ending: Ending) -> Mark:
    return _mark_of(scenario, ending.when, marks_of_facts(scenario))
