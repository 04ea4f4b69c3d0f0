"""What abstract time cannot know about an act is guessed in every way that some run could answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from simulations.engine.compiled.abstract_terms import AbstractExpressions
from simulations.engine.compiled.interplay import Thing, read_by
from simulations.engine.compiled.residue import residue, truth
from simulations.engine.compiled.ways import Judged
from simulations.engine.conditions import Atom, Condition, DaysLeft, DeadlineIs, FactIs, InputDate, atoms
from simulations.engine.scenario import Scenario

STARTED = frozenset({"running", "contested", "expired", "stopped"})
MOST_GUESSES = 256


class TooManyGuesses(Exception):
    """One act depends on too much that is not tracked; `things` would have to be."""

    def __init__(self, things: set[Thing]) -> None:
        super().__init__(str(things))
        self.things = things


def guesses(judged: Judged, say: AbstractExpressions) -> Iterator[Judged]:
    """Every combination of truths of the atoms that abstract time cannot know."""
    found = (
        atom
        for group in (judged.rules, judged.breaches, judged.meets)
        for _, condition in group
        for atom in atoms(condition)
    )
    unknown = tuple(dict.fromkeys(atom for atom in found if say.is_guessed(atom)))
    if 1 << len(unknown) > MOST_GUESSES:
        raise TooManyGuesses({thing for atom in unknown for thing in read_by(atom)})
    for truths in product((True, False), repeat=len(unknown)):
        told = dict(zip(unknown, truths, strict=True))
        if is_consistent(told, say.scenario):
            yield _guessed(judged, told, say)


def _guessed(judged: Judged, told: dict[Atom, bool], say: AbstractExpressions) -> Judged:
    def known(atom: Atom) -> Condition | None:
        if atom not in told:
            return None
        if told[atom] and isinstance(atom, DaysLeft | InputDate) and atom.deadline in say.places.status:
            return DeadlineIs(atom.deadline, STARTED)
        return truth(told[atom])

    def left(group: tuple[tuple[str, Condition], ...]) -> tuple[tuple[str, Condition], ...]:
        return tuple((key, residue(condition, known)) for key, condition in group)

    return judged.mapped(left)


def is_consistent(told: dict[Atom, bool], scenario: Scenario) -> bool:
    """Whether some day and some value of each fact would answer so."""
    lies = [
        (atom.input, atom.deadline, atom.lies) for atom, holds in told.items() if holds and isinstance(atom, InputDate)
    ]
    late = {(key, deadline) for key, deadline, how in lies if how == "too_late"}
    if any(how in ("in_time", "within_readings") and (key, deadline) in late for key, deadline, how in lies):
        return False
    facts = [(atom, holds) for atom, holds in told.items() if isinstance(atom, FactIs)]
    return all(
        any(all((value in other.values) == so for other, so in facts if other.fact == atom.fact) for value in values)
        for atom, _ in facts
        if (values := scenario.facts[atom.fact].values)
    )
