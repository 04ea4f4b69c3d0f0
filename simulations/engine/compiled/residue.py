"""What is left of a condition once some of its atoms are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulations.engine.conditions import ALWAYS, NEVER, All, AnyOf, Atom, Condition, NoneOf

Known = Callable[[Atom], "Condition | None"]


def residue(condition: Condition, known: Known) -> Condition:
    """`known` answers ALWAYS, NEVER or another condition for an atom, None to leave it as it is."""
    match condition:
        case All(parts):
            return every(residue(part, known) for part in parts)
        case AnyOf(parts):
            return some(residue(part, known) for part in parts)
        case NoneOf(parts):
            return negated(some(residue(part, known) for part in parts))
        case _:
            answer = known(condition)
            return condition if answer is None else answer


def every(parts: Iterable[Condition]) -> Condition:
    left: list[Condition] = []
    for part in parts:
        if part == NEVER:
            return NEVER
        if part != ALWAYS and part not in left:
            left.append(part)
    return left[0] if len(left) == 1 else All(tuple(left))


def some(parts: Iterable[Condition]) -> Condition:
    left: list[Condition] = []
    for part in parts:
        if part == ALWAYS:
            return ALWAYS
        if part != NEVER and part not in left:
            left.append(part)
    return left[0] if len(left) == 1 else AnyOf(tuple(left))


def negated(condition: Condition) -> Condition:
    if condition in (ALWAYS, NEVER):
        return NEVER if condition == ALWAYS else ALWAYS
    if isinstance(condition, NoneOf) and len(condition.parts) == 1:
        return condition.parts[0]
    return NoneOf((condition,))


def truth(value: bool) -> Condition:
    return ALWAYS if value else NEVER
