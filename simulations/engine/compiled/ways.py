"""The ways in which an act can be done: combinations of answers between which something in the case tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import Any

from simulations.engine.compiled.answers import Answer, answers, is_static, is_true
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.compiled.residue import residue, truth
from simulations.engine.conditions import ALWAYS, All, Atom, Condition, NoneOf, atoms
from simulations.engine.duties import INJECTS, SAFEGUARDS
from simulations.engine.scenario import QUESTION, Act, Safeguard, Scenario

BY_ACT = ("never_unless", "never_while", "needs_evidence")
MOST_WAYS = 2_048
MOST_TRIED = 40_000


Group = tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What an act is judged by: rules, safeguards about it, items on it, with what is left of their conditions."""

    rules: tuple[tuple[str, Condition], ...]
    breaches: tuple[tuple[str, Condition], ...]
    risks: tuple[tuple[str, Condition], ...]
    items: tuple[tuple[str, Condition], ...]
    meets: tuple[tuple[str, Condition], ...]
    asks: bool = False
    question: str = ""

    @property
    def conditions(self) -> Iterator[Condition]:
        for group in (self.rules, self.breaches, self.risks, self.items, self.meets):
            for _, condition in group:
                yield condition

    def known(self, scenario: Scenario, inputs: Mapping[str, Any]) -> Judged:
        """The same with these answers given."""

        def answer(atom: Atom) -> Condition | None:
            return truth(is_true(scenario, atom, inputs)) if is_static(atom) else None

        def left(group: tuple[tuple[str, Condition], ...]) -> tuple[tuple[str, Condition], ...]:
            return tuple((key, residue(condition, answer)) for key, condition in group)

        return self.mapped(left, str(inputs.get(QUESTION, "")) if self.asks else "")

    def mapped(self, left: Callable[[Group], Group], question: str | None = None) -> Judged:
        """Each condition changed in the same way."""
        return Judged(
            left(self.rules),
            left(self.breaches),
            left(self.risks),
            left(self.items),
            left(self.meets),
            self.asks,
            self.question if question is None else question,
        )


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do an act. `inputs` are what is filled in, `seen` the same as conditions see it, `days` its dates.

    `when` is what the answers need to be offered.
    """

    act: str
    inputs: Mapping[str, Any]
    seen: Mapping[str, Any]
    days: tuple[str, ...]
    when: tuple[Condition, ...]
    judged: Judged


def judged(scenario: Scenario, act: Act) -> Judged:
    """A breach is written as one condition: the act is meant, and its guard is missing or holds."""
    guards = [item for item in scenario.safeguards.values() if act.key in item.acts]
    return Judged(
        tuple((rule.key, rule.when) for rule in act.rules),
        tuple((item.key, broken(item)) for item in guards if item.within is None),
        tuple((item.key, All((item.where, item.at_risk))) for item in guards if item.at_risk is not None),
        tuple((item.key, item.when) for item in scenario.rubric.values() if act.key in item.on),
        tuple(_meets(scenario, act)),
        bool(act.questions),
    )


def _meets(scenario: Scenario, act: Act) -> Iterator[tuple[str, Condition]]:
    """The duties that this act fulfils, if they are open."""
    for key, inject in scenario.injects.items():
        if inject.expects is not None and act.key in inject.expects.acts:
            yield f"{INJECTS}.{key}", ALWAYS
    for key, guard in scenario.safeguards.items():
        if guard.within is not None and act.key in guard.acts:
            yield f"{SAFEGUARDS}.{key}", guard.where


def broken(item: Safeguard) -> Condition:
    """The condition under which one of its acts breaks a safeguard."""
    if item.template not in BY_ACT:
        raise Unsupported(f"safeguard template {item.template}")
    return All((item.where, item.guard if item.template == "never_while" else NoneOf((item.guard,))))


def ways(scenario: Scenario, act: Act) -> tuple[tuple[Way, ...], bool]:
    """The ways of one act, and whether these are all. Where they are too many each answer is shown at least once."""
    told = judged(scenario, act)
    asked = tuple(atom for condition in told.conditions for atom in atoms(condition))
    lists = [
        answers(scenario, item, asked, all_apart=bool(act.questions) and item.key == QUESTION) for item in act.inputs
    ]
    many = prod(len(found) for found in lists)
    chosen = product(*lists) if many <= MOST_TRIED else _covering(lists)
    found: dict[tuple[Any, ...], Way] = {}
    for row in chosen:
        way = _way(scenario, act, told, row)
        key = (way.judged, tuple(repr(item) for item in way.when), way.days)
        found.setdefault(key, way)
    kept = tuple(found.values())
    return kept[:MOST_WAYS], many <= MOST_TRIED and len(kept) <= MOST_WAYS


def _way(scenario: Scenario, act: Act, told: Judged, row: tuple[Answer, ...]) -> Way:
    pairs = [(item.key, answer) for item, answer in zip(act.inputs, row, strict=True)]
    inputs = {key: answer.value for key, answer in pairs if answer.value is not None}
    seen = {key: answer.seen for key, answer in pairs if answer.seen is not None}
    days = tuple(item.key for item in act.inputs if item.kind == "date" and item.key in inputs)
    when = tuple(dict.fromkeys(condition for answer in row for condition in answer.when))
    return Way(act.key, inputs, seen, days, when, told.known(scenario, seen))


def _covering(lists: list[tuple[Answer, ...]]) -> Iterator[tuple[Answer, ...]]:
    """Each answer of each input once, the others as in the first row; then the first combinations."""
    first = tuple(found[0] for found in lists)
    for index, found in enumerate(lists):
        for answer in found:
            yield (*first[:index], answer, *first[index + 1 :])
    yield from islice(product(*lists), MOST_WAYS)
