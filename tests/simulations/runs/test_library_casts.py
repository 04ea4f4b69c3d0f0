"""Every case that ships, in other clothes: nothing of the default people shows, and the guard lets it pass."""

import re
from functools import cache

import pytest

from portal.guard.api import Level, check
from simulations.agreements.engine.shelf import reference
from simulations.engine import mrz
from simulations.engine.cast.drawing import draw
from simulations.engine.cast.sayings import sayings
from simulations.engine.cast.wardrobe import dress
from simulations.engine.evolve import replay
from simulations.engine.fingerprint import logic_hash
from simulations.engine.loader import load
from simulations.engine.outlook import follow
from simulations.engine.run import begin
from simulations.runs.services.words import persona
from simulations.scenarios.engine.library import keys, path_of
from tests.simulations.engine.test_engine_cast_wardrobe import strings

SEEDS = ("7f3a", "c0ffee", "run")
BARE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TELLING = {"surname", "place", "name", "number"}


@cache
def case(key):
    return load(path_of(key).read_bytes(), reference(), key=key)


DRAWN = [pytest.param(key, seed, id=f"{key}-{seed}") for key in keys() for seed in SEEDS]


def identity_in(key, seed):
    return draw(case(key).cast, seed)


@pytest.mark.parametrize("key", keys())
def test_every_case_draws_its_people(key):
    assert any(member.kind == "person" for member in case(key).cast.members.values())


@pytest.mark.parametrize(("key", "seed"), DRAWN)
def test_the_logic_of_a_case_is_the_same_for_all_its_people(key, seed):
    dressed = dress(case(key), identity_in(key, seed))
    assert dressed.logic_hash == case(key).logic_hash == logic_hash(dressed)


@pytest.mark.parametrize(("key", "seed"), DRAWN)
def test_nobody_of_the_default_cast_is_left_in_a_run_of_its_own(key, seed):
    people = identity_in(key, seed)["members"]
    drawn = " ".join(value for member in people.values() for value in member.values())
    own = sayings(case(key).cast, draw(case(key).cast, ""))
    own |= {member.default[name] for member in case(key).cast.members.values() for name in _TELLING & {*member.default}}
    # A day in its bare form may also be one of the calendar of the case.
    gone = [words for words in own if words not in drawn and not BARE_DAY.fullmatch(words)]
    dressed = dress(case(key), identity_in(key, seed))
    left = [(words, text[:80]) for text in strings(dressed) for words in gone if words in text]
    assert left == []


@pytest.mark.parametrize(("key", "seed"), DRAWN)
def test_no_placeholder_is_left(key, seed):
    assert [text for text in strings(dress(case(key), identity_in(key, seed))) if "{" in text] == []


@pytest.mark.parametrize(("key", "seed"), DRAWN)
def test_every_check_digit_fits_but_those_the_author_made_wrong(key, seed):
    for document in dress(case(key), identity_in(key, seed)).documents.values():
        off = {part.key for part in mrz.parts(document.mrz) if part.printed is not None and not part.fits}
        assert off == set(document.zone.wrong if document.zone else ())


@pytest.mark.parametrize(("key", "seed"), DRAWN)
def test_what_the_case_says_passes_the_guard_inside_the_run(key, seed):
    dressed = dress(case(key), identity_in(key, seed))
    allow = persona(dressed)
    said = [words for words in strings([dressed.messages, dressed.documents, dressed.acts]) if len(words) > 20]
    assert [words for words in said if check(words, allow=allow).level > Level.PASS] == []


def walked(scenario, seed):
    """Each model way with these people: kinds, rules and words of the log, and how it ended."""
    told = []
    for way in scenario.models.values():
        events = begin(scenario, seed, styles=dict.fromkeys(scenario.counterparts, "prompt"))
        events = (*events, *follow(scenario, replay(events), way))
        told.append([(event.kind, event.at, event.data.get("rules"), event.data.get("inputs")) for event in events])
    return told


@pytest.mark.parametrize("key", keys())
def test_every_model_way_goes_the_same_for_all_people(key):
    dressed = [walked(dress(case(key), identity_in(key, seed)), seed) for seed in SEEDS]
    assert dressed[0] == dressed[1] == dressed[2] == walked(case(key), "")
    assert all(len(log) > 10 for log in dressed[0])
