"""A condition as Python over packed ints. Only numbers and our own names enter the text, never an author's word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from simulations.engine.atoms import (
    ActDone,
    Asked,
    CountDone,
    CounterpartIs,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InjectIs,
)
from simulations.engine.compiled.layout import DUTIES, STAGES, STATUSES, Layout
from simulations.engine.conditions import All, AnyOf, Atom, Condition, NoneOf
from simulations.engine.duties import INJECTS
from simulations.engine.scenario import Scenario

MAY, MUST = True, False


class Unsupported(Exception):
    """The case uses something that the compiled form does not know; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Expressions:
    """Conditions over the int `var`, with `day` and the date variables of the act in scope."""

    def __init__(self, scenario: Scenario, places: Layout) -> None:
        self.scenario = scenario
        self.places = places
        self.dates: dict[str, str] = {}  # input -> variable that holds its day

    def text(self, condition: Condition, var: str, sense: bool = MAY) -> str:
        """`True` and `False` stand for themselves; where an atom is uncertain `sense` decides."""
        match condition:
            case All(parts):
                return joined("and", (self.text(part, var, sense) for part in parts))
            case AnyOf(parts):
                return joined("or", (self.text(part, var, sense) for part in parts))
            case NoneOf(parts):
                return negation(joined("or", (self.text(part, var, not sense) for part in parts)))
            case _:
                return self.atom(condition, var, sense)

    def atom(self, atom: Atom, var: str, sense: bool) -> str:
        write = _ATOMS.get(type(atom))
        if write is None:
            return self.timed(atom, var, sense)
        return write(self, atom, var) if self.knows(atom) else str(sense is MAY)

    def knows(self, atom: Atom) -> bool:
        """Whether the layout has a place for everything the atom looks at."""
        return True

    def timed(self, atom: Atom, var: str, sense: bool) -> str:
        raise Unsupported(f"condition {type(atom).__name__}")

    def fact(self, atom: FactIs, var: str) -> str:
        slot, values = self.places.facts[atom.fact], self.scenario.facts[atom.fact].values
        return member(
            slot.shift, slot.mask, [n for n, value in enumerate(values) if value in atom.values], len(values), var
        )

    def document(self, atom: DocumentIs, var: str) -> str:
        slot, least = self.places.documents[atom.document], STAGES.index(atom.stage)
        return f"{var} & {slot.mask}" if least == 1 else f"({var} & {slot.mask}) >= {slot.at(least)}"

    def done(self, atom: ActDone, var: str) -> str:
        if atom.at_least <= 0:
            return "True"
        slot = self.places.done[atom.act]
        return f"{var} & {slot.mask}" if atom.at_least == 1 else f"({var} & {slot.mask}) >= {slot.at(atom.at_least)}"

    def count(self, atom: CountDone, var: str) -> str:
        masks = [self.places.done[act].mask for act in atom.acts if act in self.places.done]
        if atom.at_least <= 0:
            return "True"
        if atom.at_least == 1:
            return f"{var} & {merged(masks)}" if masks else "False"
        if atom.at_least > len(masks):
            return "False"
        terms = " + ".join(f"(({var} & {mask}) > 0)" for mask in masks)
        return f"{terms} >= {atom.at_least}"

    def deadline(self, atom: DeadlineIs, var: str) -> str:
        slot = self.places.status[atom.deadline]
        among = [n for n, status in enumerate(STATUSES) if status in atom.statuses]
        parts = [member(slot.shift, slot.mask, among, len(STATUSES), var)]
        if "extended" in atom.statuses:
            parts.append(f"{var} & {self.places.extended[atom.deadline].mask}")
        return joined("or", parts)

    def asked(self, atom: Asked, var: str) -> str:
        slot, questions = self.places.asked.get(atom.act), self.scenario.acts[atom.act].questions
        among = [
            n
            for n, (key, question) in enumerate(questions.items())
            if (not atom.questions or key in atom.questions) and (not atom.manners or question.manner in atom.manners)
        ]
        if atom.at_least <= 0:
            return "True"
        if slot is None or atom.at_least > len(among):
            return "False"
        mask = sum(slot.at(1 << n) for n in among)
        return f"{var} & {mask}" if atom.at_least == 1 else f"({var} & {mask}).bit_count() >= {atom.at_least}"

    def inject(self, atom: InjectIs, var: str) -> str:
        parts = [f"{var} & {self.places.injects[atom.inject].mask}"] if "fired" in atom.statuses else []
        duty = self.places.duties.get(f"{INJECTS}.{atom.inject}")
        if duty is not None:
            among = [n for n, status in enumerate(DUTIES) if n and status in atom.statuses]
            parts.append(member(duty.shift, duty.mask, among, len(DUTIES), var))
        return joined("or", parts)

    def style(self, atom: CounterpartIs, var: str) -> str:
        slot = self.places.styles.get(atom.person)
        if slot is None:
            return "False"
        styles = list(self.scenario.counterparts[atom.person].styles)
        among = [n for n, style in enumerate(styles) if style in atom.styles]
        return member(slot.shift, slot.mask, among, len(styles), var)


_ATOMS: dict[type, Callable[[Any, Any, str], str]] = {
    FactIs: Expressions.fact,
    DocumentIs: Expressions.document,
    ActDone: Expressions.done,
    CountDone: Expressions.count,
    DeadlineIs: Expressions.deadline,
    Asked: Expressions.asked,
    InjectIs: Expressions.inject,
    CounterpartIs: Expressions.style,
}


def member(shift: int, mask: int, among: list[int], world: int, var: str) -> str:
    """Whether the slot holds one of these numbers."""
    if not among:
        return "False"
    if len(among) == world:
        return "True"
    if among == [0]:
        return f"not {var} & {mask}"
    if len(among) == 1:
        return f"({var} & {mask}) == {among[0] << shift}" if mask & (mask - 1) else f"{var} & {mask}"
    chosen = sum(1 << n for n in among)
    return f"{chosen} >> (({var} & {mask}) >> {shift}) & 1"


def merged(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def joined(word: str, parts: Iterable[str]) -> str:
    stop, skip = ("False", "True") if word == "and" else ("True", "False")
    left: list[str] = []
    for part in parts:
        if part == stop:
            return stop
        if part != skip and part not in left:
            left.append(part)
    if len(left) <= 1:
        return left[0] if left else skip
    return "(" + f" {word} ".join(f"({part})" for part in left) + ")"


def negation(text: str) -> str:
    return {"True": "False", "False": "True"}.get(text, f"not ({text})")
