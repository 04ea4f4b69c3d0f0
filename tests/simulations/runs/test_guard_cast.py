"""Inside a run its own invented people may be written about in all usual ways; in another run they may not."""

import pytest

from portal.guard.api import Level, check
from simulations.engine.cast.wardrobe import dress
from simulations.runs.services.words import persona
from tests.simulations.engine.dressing import dressable, identity
from tests.simulations.engine.test_engine_cast_wardrobe import strings

SEEDS = ("", "7f3a", "a", "b", "c")


def sentences(seed):
    """What a learner writes about the man of a run, and what the case itself says."""
    case = dress(dressable(), identity(seed))
    man, paper = identity(seed)["members"]["man"], identity(seed)["members"]["passport"]
    day, name = case.documents["form"].fields[0].shown, case.people["person"].name.say()
    yield f"{name}, born {day}, is the man of this file."
    yield f"{man['surname']} {man['given']}, date of birth {man['birth']}."
    yield f"{case.people['person'].also.say()}, rođen {day}."
    yield f"Passport number {paper['number']}, expired on {paper['expires']}."
    yield f"His identity number is {man['number']}."
    yield "\n".join(case.documents["passport"].mrz)
    yield from (words for words in strings(case) if len(words) > 20)


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_is_drawn_passes_inside_its_run(seed):
    allow = persona(dress(dressable(), identity(seed)))
    assert [words for words in sentences(seed) if check(words, allow=allow).level > Level.PASS] == []


def test_the_people_of_another_run_are_held_like_anybody_else():
    allow = persona(dress(dressable(), identity("a")))
    other = next(sentences("b"))
    assert check(other, allow=persona(dress(dressable(), identity("b")))).level == Level.PASS
    assert check(other, allow=allow).level > Level.WARN
