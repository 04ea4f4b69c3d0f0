"""What a passing ending still lacks in a state, and whether it has become impossible."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.atoms import ActDone, FactIs
from simulations.engine.check.places import effects
from simulations.engine.compiled import Machine, State
from simulations.engine.conditions import All, Condition, NoneOf
from simulations.engine.scenario import SetFact

Gone = tuple[int, frozenset[int]]  # bits of a state, and the values of them after which a condition can never hold


class Hopes:
    """`lacking`: of the passing ending that is nearest, how many of its parts do not hold."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        passing = [item for item in machine.scenario.endings.values() if item.kind == "pass"]
        parts = [tuple(_parts(item.when)) for item in passing]
        self.tests = [[machine.test(part) for part in each] for each in parts]
        self.gone = [[gone for part in each for gone in self.never_after(part)] for each in parts]

    def lacking(self, state: State) -> int:
        return min((sum(not test(*state) for test in each) for each in self.tests), default=0)

    def are_over(self, state: State) -> bool:
        """The run has ended, or no passing ending can come any more."""
        f = state[0]
        return self.machine.has_ended(state) or all(any(f & mask in bad for mask, bad in each) for each in self.gone)

    def never_after(self, part: Condition) -> Iterator[Gone]:
        """Only what nothing in the case can change back."""
        places, scenario = self.machine.places, self.machine.scenario
        match part:
            case FactIs(fact, values):
                wanted = values
            case NoneOf((FactIs(fact, values),)):
                wanted = frozenset(scenario.facts[fact].values) - values
            case NoneOf((ActDone(act, 1),)):
                slot = places.done[act]
                yield slot.mask, frozenset(slot.at(number) for number in range(1, slot.most + 1))
                return
            case _:
                return
        if not any(isinstance(item, SetFact) and item.fact == fact and item.value in wanted for item in self.effects()):
            slot, all_values = places.facts[fact], scenario.facts[fact].values
            yield (
                slot.mask,
                frozenset(slot.at(number) for number, value in enumerate(all_values) if value not in wanted),
            )

    def effects(self) -> Iterator[object]:
        return (effect for _, effect in effects(self.machine.scenario))


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _parts(part)
    elif isinstance(condition, NoneOf) and len(condition.parts) > 1:
        yield from (NoneOf((part,)) for part in condition.parts)
    else:
        yield condition
