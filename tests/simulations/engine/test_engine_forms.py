"""Filling a form: one word a field, and nothing that was typed in the log."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine import forms
from simulations.engine.evolve import replay
from simulations.engine.forms import Tally
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, decide, steps, verify
from simulations.engine.scoring import score
from tests.simulations.engine.playing import do
from tests.simulations.engine.talking import after, talk, talking

RIGHT = {"surname": "VEZBANOVIC", "given": "đorđe", "birth": "4 Aug 1987"}
FORM = talking().forms["application"]


def filled(**typed):
    return do("fill", application=typed)


def test_every_field_is_judged_and_the_rest_is_empty():
    events = talk(filled(surname="Вежбановић", given="Djordje", health="Had tuberculosis."))
    assert events[-1].data["inputs"] == {
        "application": {"surname": "fits", "given": "differs", "birth": "empty", "health": "excess"}
    }


def test_a_field_that_is_not_needed_fits_when_it_is_left_empty():
    assert talk(filled(**RIGHT, health="  "))[-1].data["inputs"]["application"] == dict.fromkeys(FORM.fields, "fits")


WORDS = st.text(alphabet="ABCxyz123 ŽĐж", min_size=4, max_size=20)


@given(st.dictionaries(st.sampled_from(sorted(FORM.fields)), WORDS))
def test_nothing_that_was_typed_enters_the_log(typed):
    events = talk(filled(**{"surname": "x", **typed}))
    log = json.dumps([event.as_dict() for event in events], ensure_ascii=False)
    assert not [words for words in typed.values() if words.strip() and words in log]
    assert verify(talking(), events) == ""


@given(st.dictionaries(st.sampled_from(sorted(FORM.fields)), st.text(max_size=30)))
def test_each_field_has_one_of_its_words_and_data_are_counted(typed):
    words = forms.judge(FORM, typed)
    tally = forms.tally(FORM, words)
    assert all(word in forms.possible(FORM.fields[key]) for key, word in words.items())
    assert tally.fits + tally.differs + tally.empty + tally.excess == len(FORM.fields)
    assert tally.entered == sum(1 for words in typed.values() if words.strip())


def test_entered_and_needed_data_are_counted():
    words = {"surname": "fits", "given": "differs", "birth": "empty", "health": "excess"}
    assert forms.tally(FORM, words) == Tally(fits=1, differs=1, empty=1, excess=1, entered=3, needed=3)
    assert forms.tally(FORM, dict.fromkeys(FORM.fields, "fits")) == Tally(4, 0, 0, 0, entered=3, needed=3)


def test_the_author_says_something_where_a_field_should_be_looked_at_again():
    words = {"surname": "differs", "given": "differs", "birth": "fits", "health": "excess"}
    said = [(item.field.key, item.word, item.words.say()) for item in forms.findings(FORM, words)]
    assert said == [
        ("surname", "differs", "The page prints it."),
        ("given", "differs", ""),
        ("birth", "fits", ""),
        ("health", "excess", "Nobody needs it."),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, ("input_missing", "application")),
        ("Vežbanović", ("input_invalid", "application")),
        (["Vežbanović"], ("input_invalid", "application")),
        ({"shoe": "44"}, ("input_unknown", "application.shoe")),
        ({7: "44"}, ("input_unknown", "application.7")),
        ({"surname": ["Vežbanović"]}, ("input_invalid", "application.surname")),
        ({"surname": None}, ("input_invalid", "application.surname")),
        ({"surname": "x" * 301}, ("too_long", "application.surname")),
        ({"surname": "Vežba\0nović"}, ("not_text", "application.surname")),
        ({"surname": "\ud800"}, ("not_text", "application.surname")),
    ],
)
def test_what_is_no_filled_form_is_refused_with_its_place(value, expected):
    with pytest.raises(Refused) as refused:
        talk(Command("fill", {"application": value}))
    assert (refused.value.code, refused.value.where) == expected


def test_a_model_gives_a_form_in_words_and_a_person_never_does():
    by_model = Command("fill", {"application": {"surname": "fits"}}, judged=True)
    assert talk(by_model)[-1].data["inputs"]["application"]["surname"] == "fits"
    assert talk(filled(surname="fits"))[-1].data["inputs"]["application"]["surname"] == "differs"


@pytest.mark.parametrize("word", ["excess", "Vežbanović", ""])
def test_a_word_that_cannot_be_said_of_a_field_is_refused(word):
    with pytest.raises(Refused, match="input_invalid"):
        talk(Command("fill", {"application": {"surname": word}}, judged=True))


@pytest.mark.parametrize(
    ("typed", "rule"),
    [(RIGHT, "good"), ({**RIGHT, "health": "ill"}, "too_much"), ({**RIGHT, "given": "Djordje"}, "wrong")],
)
def test_rules_read_single_fields_and_their_number(typed, rule):
    assert talk(filled(**typed))[-1].data["rules"] == [rule]


def test_points_are_for_fields_that_fit():
    earned = [
        {item.item.key: item.earned for item in score(talking(), talk(filled(**typed))).items}["form"]
        for typed in (RIGHT, {**RIGHT, "health": "ill"})
    ]
    assert earned == [True, False]


def test_a_form_can_be_filled_again_and_each_time_is_a_step_of_its_own():
    events = talk(filled(surname="x"), filled(**RIGHT))
    words = [step.inputs["application"]["surname"] for step in steps(events) if step.act == "fill"]
    assert words == ["differs", "fits"]
    assert len(after(filled(surname="x"), filled(**RIGHT)).done["fill"]) == 2


def test_deciding_needs_the_typed_words_only_once():
    events = begin(talking())
    state = replay(events)
    typed = decide(talking(), state, filled(**RIGHT))
    words = typed[0].data["inputs"]
    assert decide(talking(), state, Command("fill", words, judged=True)) == typed
