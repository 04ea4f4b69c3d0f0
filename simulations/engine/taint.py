"""How far the law behind each part of a case may be trusted.

An unreviewed value taints the clock it gives its length to, what that clock sets a fact to when it ends, and every
rubric item and ending that asks for it; messages that the clock sends, and rules that ask for it, carry it on. What an
inject expects, or a safeguard demands, within a legal length is as firm as that length. Other safeguards are
principles and stay firm.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulations.engine.atoms import DaysLeft, DeadlineIs, FactIs, InjectIs, InputDate
from simulations.engine.conditions import ALWAYS, Condition, atoms
from simulations.engine.reference import Mark, worst
from simulations.engine.scenario import Effect, Ending, RubricItem, Safeguard, Scenario, Send, SetFact, Within

Tainted = dict[tuple[str, str], Mark]  # (fact, value)


def mark_of_deadline(scenario: Scenario, key: str) -> Mark:
    deadline = scenario.deadlines[key]
    tokens = [deadline.value] + ([deadline.extension] if deadline.extension else [])
    return worst(scenario.values[token].mark for token in tokens)


def marks_of_facts(scenario: Scenario) -> Tainted:
    """Values of facts that a clock, a tainted inject or a tainted rule sets, with the mark they inherit."""
    found: Tainted = {}
    for key, deadline in scenario.deadlines.items():
        _spread(scenario, found, deadline.on_expiry, mark_of_deadline(scenario, key))
    conditional = _conditional(scenario)
    size = -1
    while size != len(found):
        size = len(found)
        for when, effects in conditional:
            mark = _mark_of(scenario, when, found)
            if not mark.decides:
                _spread(scenario, found, effects, mark)
    return {fact: mark for fact, mark in found.items() if not mark.decides}


def _conditional(scenario: Scenario) -> list[tuple[Condition, tuple[Effect, ...]]]:
    """What happens because of a condition. The needs of an act are none: they let it be done, they do not do it."""
    found = [(inject.when, inject.effects) for inject in scenario.injects.values()]
    found += [(rule.when, rule.effects) for act in scenario.acts.values() for rule in act.rules]
    return [(when, effects) for when, effects in found if effects and when != ALWAYS]


def _spread(scenario: Scenario, found: Tainted, effects: Iterable[Effect], mark: Mark) -> None:
    ahead, sent = list(effects), set[str]()
    while ahead:
        effect = ahead.pop()
        if isinstance(effect, SetFact):
            said = (effect.fact, effect.value)
            found[said] = worst([mark, found.get(said, Mark.PRINCIPLE)])
        elif isinstance(effect, Send) and effect.message not in sent:
            sent.add(effect.message)
            ahead += scenario.messages[effect.message].effects


def _mark_of_fact(scenario: Scenario, atom: FactIs, facts: Tainted) -> Mark:
    """Of the values that are asked for; asking for all others says as much."""
    tainted = {value: mark for (fact, value), mark in facts.items() if fact == atom.fact}
    asked = set(tainted) & atom.values
    if tainted and atom.values == set(scenario.facts[atom.fact].values) - set(tainted):
        asked = set(tainted)
    return worst(tainted[value] for value in asked)


def mark_of_length(scenario: Scenario, within: Within | None) -> Mark:
    return scenario.values[within.value].mark if within and within.value else Mark.PRINCIPLE


def mark_of_safeguard(scenario: Scenario, guard: Safeguard) -> Mark:
    """What its author says, or the length it demands, whichever is less firm."""
    return worst([guard.basis, mark_of_length(scenario, guard.within)])


def _mark_of(scenario: Scenario, condition: Condition, facts: Tainted, seen: frozenset[str] = frozenset()) -> Mark:
    marks = []
    for atom in atoms(condition):
        if isinstance(atom, FactIs):
            marks.append(_mark_of_fact(scenario, atom, facts))
        elif isinstance(atom, DeadlineIs | DaysLeft | InputDate) and atom.deadline:
            marks.append(mark_of_deadline(scenario, atom.deadline))
        elif isinstance(atom, InjectIs):
            marks.append(_mark_of_inject(scenario, atom, facts, seen))
    return worst(marks)


def _mark_of_inject(scenario: Scenario, atom: InjectIs, facts: Tainted, seen: frozenset[str]) -> Mark:
    """As firm as what lets it happen; whether it was met in time, as firm as the time. Injects may wait in a ring."""
    if atom.inject in seen:
        return Mark.PRINCIPLE
    inject = scenario.injects[atom.inject]
    expects = inject.expects if atom.statuses - {"fired"} else None
    happens = _mark_of(scenario, inject.when, facts, seen | {atom.inject})
    return worst([happens, mark_of_length(scenario, expects.within if expects else None)])


def mark_of_item(scenario: Scenario, item: RubricItem, facts: Tainted | None = None) -> Mark:
    """`facts` are those of `marks_of_facts`, for a caller that asks about many items."""
    known = marks_of_facts(scenario) if facts is None else facts
    cited = [scenario.values[token].mark for token in item.cites]
    cited = [mark for mark in cited if mark is not Mark.ABSENT]
    return worst([_mark_of(scenario, item.when, known), *cited])


def mark_of_ending(scenario: Scenario, ending: Ending) -> Mark:
    return _mark_of(scenario, ending.when, marks_of_facts(scenario))
