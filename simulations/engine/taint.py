"""How far the law behind each part of a case may be trusted.

An unreviewed value taints the clock it gives its length to, what that clock sets a fact to when it ends, and every
rubric item and ending that asks for it; messages that the clock sends, and rules that ask for it, carry it on, also a
rule that only applies where one before it does not. What an inject expects, or a safeguard demands, within a legal
length is as firm as that length. Other safeguards are principles and stay firm, where nobody breaks them by what a
clock says alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from simulations.engine.atoms import DaysLeft, DeadlineIs, FactIs, InjectIs, InputDate
from simulations.engine.check.possible import can_hold, firmly, hangs_on
from simulations.engine.check.worlds import World
from simulations.engine.conditions import ALWAYS, All, AnyOf, Atom, Condition, NoneOf, atoms
from simulations.engine.reference import Mark, worst
from simulations.engine.scenario import Act, Effect, Ending, RubricItem, Safeguard, Scenario, Send, SetFact, Within

Tainted = dict[tuple[str, str], Mark]  # (fact, value)
_last: deque[tuple[Scenario, Tainted]] = deque(maxlen=4)


def mark_of_deadline(scenario: Scenario, key: str) -> Mark:
    deadline = scenario.deadlines[key]
    tokens = [deadline.value] + ([deadline.extension] if deadline.extension else [])
    return worst(scenario.values[token].mark for token in tokens)


def marks_of_facts(scenario: Scenario) -> Tainted:
    """Values of facts that a clock, a tainted inject or a tainted rule sets, with the mark they inherit.

    Those of the cases that were asked about last are kept: every score asks.
    """
    known = next((marks for case, marks in tuple(_last) if case is scenario), None)
    if known is None:
        known = _marks_of_facts(scenario)
        _last.appendleft((scenario, known))
    return known


def _marks_of_facts(scenario: Scenario) -> Tainted:
    found: Tainted = {}
    for key, deadline in scenario.deadlines.items():
        _spread(scenario, found, deadline.on_expiry, mark_of_deadline(scenario, key))
    conditional = list(_conditional(scenario))
    size = -1
    while size != len(found):
        size = len(found)
        for way in conditional:
            mark = way.mark(scenario, found)
            if not mark.decides:
                _spread(scenario, found, way.effects, mark)
    return {fact: mark for fact, mark in found.items() if not mark.decides}


@dataclass(frozen=True, slots=True)
class _Way:
    """What happens because of a condition. The needs of an act are none: they let it be done, they do not do it.

    Nor is a day that somebody names and a rule sends back: `asked` are the days that bring the effects themselves.
    """

    when: Condition
    effects: tuple[Effect, ...]
    acts: tuple[Act, ...] = ()
    asked: frozenset[Atom] = frozenset()

    def mark(self, scenario: Scenario, facts: Tainted) -> Mark:
        """As firm as the law it hangs on."""
        is_loose = loose_atoms(scenario, facts)

        def counts(atom: Atom) -> bool:
            return (not isinstance(atom, InputDate) or atom in self.asked) and is_loose(atom)

        needs = All(tuple(need.when for act in self.acts for need in act.needs))
        if not hangs_on(World(scenario, self.acts), self.when, counts, needs):
            return Mark.PRINCIPLE
        return worst(_mark_of(scenario, atom, facts) for atom in atoms(self.when) if counts(atom))


def _conditional(scenario: Scenario) -> Iterator[_Way]:
    for inject in scenario.injects.values():
        if inject.effects and inject.when != ALWAYS:
            yield _Way(inject.when, inject.effects)
    for act in scenario.acts.values():
        for effect, moments in _by_rules(act).items():
            asked = frozenset(atom for own, _ in moments for atom in atoms(own))
            yield _Way(AnyOf(tuple(All(moment) for moment in moments)), (effect,), (act,), asked)


def _by_rules(act: Act) -> dict[Effect, list[tuple[Condition, Condition]]]:
    """For each effect the rules that bring it: what they ask, and that no rule of their group applied before."""
    found: dict[Effect, list[tuple[Condition, Condition]]] = {}
    before: dict[str, list[Condition]] = {}
    for rule in act.rules:
        earlier = before.setdefault(rule.group, [])
        for effect in rule.effects:
            found.setdefault(effect, []).append((rule.when, NoneOf(tuple(earlier))))
        earlier.append(rule.when)
    return found


def loose_atoms(scenario: Scenario, facts: Tainted) -> Callable[[Condition], bool]:
    """Atoms, and conditions with such atoms, that rest on law which may not decide."""
    return lambda atom: not _mark_of(scenario, atom, facts).decides


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
    """What its author says, the length it demands, or the law that alone could break it: the least firm of them."""
    return worst([guard.basis, mark_of_length(scenario, guard.within), _mark_of_guard(scenario, guard)])


def _mark_of_guard(scenario: Scenario, guard: Safeguard) -> Mark:
    """Whoever can keep it by what is firm cannot be failed by law; `where` only says what it is about."""
    facts = marks_of_facts(scenario)
    mark = _mark_of(scenario, guard.guard, facts)
    if mark.decides or guard.template == "after_do_within":
        return Mark.PRINCIPLE
    kept = firmly(guard.guard, loose_atoms(scenario, facts), wanted=guard.template != "never_while")
    acts = tuple(scenario.acts[key] for key in guard.acts)
    return Mark.PRINCIPLE if can_hold(World(scenario, acts), All((guard.where, kept))) else mark


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
