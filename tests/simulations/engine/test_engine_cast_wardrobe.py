"""A case in other clothes: the same logic, other people, no placeholder left."""

import json
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.agreements.engine.shelf import reference
from simulations.engine import mrz
from simulations.engine.cast import letters
from simulations.engine.cast.filled import Filled
from simulations.engine.cast.placeholders import PLACEHOLDER
from simulations.engine.cast.wardrobe import dress
from simulations.engine.evolve import replay
from simulations.engine.fingerprint import logic_hash, text_hash
from simulations.engine.loader import load
from simulations.engine.run import begin, decide, verify
from tests.simulations.engine.dressing import ZONE, dressable, identity, source
from tests.simulations.engine.playing import do, kinds, play
from tests.simulations.engine.tiny import tiny

SEEDS = st.text(min_size=1, max_size=40)


def strings(value):
    """Every string of a case, the cast left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "cast":
                yield from strings(getattr(value, field.name))


def played(seed, *commands):
    """The log of a run of the people of this seed."""
    scenario = dress(dressable(), identity(seed))
    events = list(begin(scenario, seed))
    for command in commands:
        events += decide(scenario, replay(events), command)
    return events


def test_a_case_reads_in_its_default_identity_as_soon_as_it_is_loaded():
    case = dressable()
    assert case.people["person"].name.say() == "Đorđe Vežbanović"
    assert case.people["person"].also.say() == "Ђорђе Вежбановић"
    assert case.messages["request"].body.say() == "Please answer about Đorđe Vežbanović, born on 4 August 1987."
    assert case.documents["form"].fields[0].shown == "08.04.1987"
    assert case.documents["passport"].mrz == (
        "P<UTOVEZBANOVIC<<DORDE<<<<<<<<<<<<<<<<<<<<<<",
        "ZZ00004178UTO8708047M2601113TRAINING<<<<<<68",
    )


def test_a_text_is_said_in_the_letters_and_months_of_its_language():
    body = dressable().messages["request"].body
    assert body.say("mk") == "Ве молиме одговорете за Ѓорѓе Вежбановиќ, роден на 4 август 1987."


def test_a_run_of_its_own_has_people_of_its_own():
    people = identity("7f3a")["members"]["man"]
    case = dress(dressable(), identity("7f3a"))
    assert case.people["person"].name.say() == f"{people['given']} {people['surname']}"
    assert case.documents["form"].fields[0].shown != dressable().documents["form"].fields[0].shown


@given(SEEDS)
def test_no_placeholder_remains_in_any_identity(seed):
    for words in strings(dress(dressable(), identity(seed))):
        assert not PLACEHOLDER.search(words)
        assert "{" not in words


@given(SEEDS)
def test_every_check_digit_of_a_drawn_zone_fits(seed):
    zone = dress(dressable(), identity(seed)).documents["passport"].mrz
    assert [len(line) for line in zone] == [44, 44]
    assert all(part.fits for part in mrz.parts(zone) if part.printed is not None)
    man = identity(seed)["members"]["man"]
    assert mrz.parts(zone)[2].characters == date.fromisoformat(man["birth"]).strftime("%y%m%d")
    assert zone[0].startswith(f"P<UTO{mrz.plain(man['surname'])}<<{mrz.plain(man['given'])}<")


@pytest.mark.parametrize("kind", mrz.FORMATS)
@pytest.mark.parametrize("wrong", ["number", "born", "expires", "whole"])
@settings(max_examples=10)
@given(seed=SEEDS)
def test_only_the_check_digit_that_the_author_made_wrong_does_not_fit(kind, wrong, seed):
    case = source()
    case["documents"]["passport"]["mrz"] = {**ZONE, "format": kind, "wrong": [wrong]}
    zone = dress(loaded(json.dumps(case)), identity(seed)).documents["passport"].mrz
    assert [part.key for part in mrz.parts(zone) if part.printed is not None and not part.fits] == [wrong]


_LOADED = {}


def loaded(text):
    if text not in _LOADED:
        _LOADED[text] = load(text, reference(), key="dressable")
    return _LOADED[text]


@given(SEEDS)
def test_two_names_one_logic(seed):
    dressed = dress(dressable(), identity(seed))
    assert dressed.logic_hash == dressable().logic_hash == logic_hash(dressed)
    assert text_hash(dressed, "en") == text_hash(dressable(), "en")


@given(SEEDS, SEEDS)
def test_the_same_acts_have_the_same_consequences_for_every_name(one, other):
    logs = [played(seed, do("ask"), do("end_day"), do("refuse", words="he is somebody else")) for seed in (one, other)]
    assert kinds(logs[0]) == kinds(logs[1])
    assert [event.data.get("rules") for event in logs[0]] == [event.data.get("rules") for event in logs[1]]


@given(SEEDS)
def test_both_scripts_of_a_name_are_one_name(seed):
    person = dress(dressable(), identity(seed)).people["person"]
    assert letters.latin(person.also.say(), "sr") == person.name.say()


def test_an_operator_is_part_of_the_logic_and_the_words_of_a_letter_are_not():
    swapped, letter = source(), source()
    swapped["documents"]["form"]["fields"][0]["shown"] = "{man.birth}"
    letter["messages"]["request"]["body"] = "Please answer about {man.surname}."
    assert load(swapped, reference(), key="x").logic_hash != dressable().logic_hash
    assert load(letter, reference(), key="x").logic_hash == dressable().logic_hash


def test_a_case_without_a_cast_and_a_run_without_an_identity_stay_as_they_are():
    assert dress(tiny(), identity("a")) is tiny()
    assert dress(dressable(), {}) is dressable()


def test_what_an_identity_does_not_touch_is_shared():
    dressed = dress(dressable(), identity("a"))
    assert dressed.acts is dressable().acts
    assert dressed.deadlines is dressable().deadlines
    assert dressed.documents is not dressable().documents


def test_a_dressed_case_can_be_dressed_again():
    first = dress(dressable(), identity("a"))
    assert dress(dress(first, identity("b")), identity("a")) == first
    assert isinstance(first.documents["form"].fields[0].shown, Filled)


def test_the_first_event_keeps_who_is_who_and_the_state_hands_it_on():
    log = played("seed", do("ask"))
    people = identity("seed")
    assert ["identity", people] in log[0].data["changes"]
    assert replay(log).identity == people
    assert verify(dressable(), log) == ""


def test_a_case_without_a_cast_keeps_nobody():
    log = play(tiny())
    assert not any(change[0] == "identity" for change in log[0].data["changes"])
    assert replay(log).identity == {}
