"""Names: those of the training lists belong to whom a run draws, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulations.engine.cast import names
from simulations.engine.cast.filled import pattern_of
from simulations.engine.cast.placeholders import PLACEHOLDER
from simulations.engine.check.certain import Known
from simulations.engine.folding import letters
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Scenario

STEM = 4  # letters by which a word of the classroom is known
_WORD = re.compile(r"[^\W\d_]+")


def people(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Where a run draws its people, a name that is written out stays when everybody else's changes."""
    if not scenario.cast:
        return
    drawn = {letters(surname) for surname in names.surnames()}
    for key, person in scenario.people.items():
        for words in person.name.by_locale.values():
            for word in _WORD.findall(PLACEHOLDER.sub(" ", pattern_of(words))):
                if letters(word) in drawn:
                    said = f"“{word}” is a name that a run may draw for another: take a placeholder or another name"
                    yield Problem("name_of_the_cast", f"people.{key}.name", said)
    yield from _defaults(scenario)


def _defaults(scenario: Scenario) -> Iterator[Problem]:
    """Names of the classroom are borne by nobody; any other may be."""
    stems = {letters(surname)[:STEM] for surname in names.surnames()}
    for key, member in scenario.cast.members.items():
        surname = member.default.get("surname", "")
        if surname and letters(surname)[:STEM] not in stems:
            said = f"“{surname}” may be the name of somebody: make one from a word of the classroom"
            yield warning("name_looks_real", f"cast.{key}.default.surname", said)
