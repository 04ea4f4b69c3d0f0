"""Marks on a document, an interview question by question, an order, own words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine import marks
from simulations.engine.conditions import NEVER
from simulations.engine.desk import asked, desk, offer
from simulations.engine.evolve import replay
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, steps, verify
from simulations.engine.scoring import score
from tests.simulations.engine.playing import do
from tests.simulations.engine.talking import after, talk, talking

PASSPORT = talking().documents["passport"]
MARKS = [f"{place}:{kind}" for place, _ in marks.sheet(PASSPORT).places for kind in marks.KINDS]


def refusal(*commands: Command) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        talk(*commands)
    return refused.value.code, refused.value.where


# Marks


def test_marks_are_compared_with_what_is_odd_on_the_document():
    judged = talk(do("inspect", marks=["birth:differs", "surname:spelling", "stamp:stamp"]))[-1].data["inputs"]["marks"]
    assert judged == {
        "marks": ["surname:spelling", "birth:differs", "stamp:stamp"],
        "found": ["birth"],
        "missed": ["expires", "stamp"],
        "wrong": ["surname:spelling", "stamp:stamp"],
    }


def test_fields_lines_of_the_zone_portrait_and_stamp_can_be_marked():
    assert [place for place, _ in marks.sheet(PASSPORT).places] == [
        *("surname", "birth", "expires", "mrz1", "mrz2", "portrait", "stamp")
    ]


@given(st.lists(st.sampled_from(MARKS)))
def test_every_odd_place_is_found_or_missed_and_every_mark_right_or_wrong(given_marks):
    judged = marks.judged(PASSPORT, given_marks)
    assert sorted(judged["found"] + judged["missed"]) == sorted(marks.odd_places(PASSPORT))
    assert set(judged["marks"]) == set(given_marks)
    assert set(judged["wrong"]) <= set(given_marks)
    assert {mark.partition(":")[0] for mark in set(given_marks) - set(judged["wrong"])} == set(judged["found"])
    assert marks.judged(PASSPORT, reversed(given_marks)) == judged


def test_a_line_of_the_zone_says_again_what_a_field_says_and_is_no_second_finding():
    page = replace(PASSPORT, echoes={"mrz2": ("birth", "expires")})
    judged = marks.judged(page, ["mrz2:differs", "mrz2:spelling"])
    assert (judged["found"], judged["missed"], judged["wrong"]) == (["birth"], ["expires", "stamp"], ["mrz2:spelling"])
    assert marks.judged(page, ["mrz2:expired", "birth:swapped"])["found"] == ["birth", "expires"]


@pytest.mark.parametrize(
    ("given_marks", "rules"),
    [
        (["birth:swapped", "expires:expired", "stamp:missing"], ["all"]),
        (["birth:differs"], ["birth"]),
        (["expires:expired"], ["none"]),
        (["birth:altered", "birth:swapped"], ["birth", "alarm"]),
        ([], ["none"]),
    ],
)
def test_rules_read_what_was_found_and_what_was_false(given_marks, rules):
    assert talk(do("inspect", marks=given_marks))[-1].data["rules"] == rules


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("birth:swapped", ("input_invalid", "marks")),
        ({"marks": ["birth:swapped"]}, ("input_invalid", "marks")),
        (["birth"], ("input_invalid", "marks.birth")),
        (["birth:ugly"], ("input_invalid", "marks.birth:ugly")),
        (["mrz3:altered"], ("input_invalid", "marks.mrz3:altered")),
        ([7], ("input_invalid", "marks")),
        (["birth:swapped"] * 101, ("too_long", "marks")),
    ],
)
def test_what_is_no_list_of_marks_is_refused(value, expected):
    assert refusal(Command("inspect", {"marks": value})) == expected


def test_who_looks_and_marks_nothing_has_looked():
    state = after(do("inspect"))
    assert state.documents["passport"] == "inspected"
    assert verify(talking(), talk(do("inspect"), do("inspect", marks=["birth:swapped"]))) == ""


# Interview


def ask(question: str) -> Command:
    return do("interview", question=question)


def test_each_question_takes_its_time_and_is_remembered_in_order():
    state = after(ask("school"), ask("village"))
    assert (state.asked, state.now.isoformat()) == ({"interview": ("school", "village")}, "2026-04-02T11:10:00")
    assert state.facts["place"] == "named"


def test_the_desk_offers_the_questions_that_are_open_and_counts_those_left():
    first = offer(talking(), after(), "interview")
    assert [item.key for item in first.questions] == ["school", "fear", "claim"]
    assert (first.limit, first.left, first.asked) == (3, 3, ())
    then = offer(talking(), after(ask("school")), "interview")
    assert [item.key for item in then.questions] == ["village", "fear", "claim"]
    assert [(item.key, item.answer.say()) for item in then.asked] == [("school", "In Novi Primer.")]
    assert then.left == 2


def test_no_question_is_asked_twice_or_before_its_time():
    assert refusal(ask("village")) == ("input_invalid", "question")
    assert refusal(ask("school"), ask("school")) == ("input_invalid", "question")
    assert refusal(ask("shoes")) == ("input_invalid", "question")
    assert refusal(do("interview")) == ("input_missing", "question")


def test_after_the_limit_the_interview_is_over_and_can_be_read_again():
    three = (ask("school"), ask("village"), ask("fear"))
    assert refusal(*three, ask("claim")) == ("already_done", "")
    state = after(*three)
    assert "interview" in [act.key for act in desk(talking(), state).behind]
    assert [item.key for item in asked(talking().acts["interview"], state)] == ["school", "village", "fear"]


def test_a_leading_question_is_told_and_counts_against_open_asking():
    events = talk(ask("school"), ask("fear"))
    assert events[-1].data["rules"] == ["led"]
    good, bad = (talk(ask("school"), ask(second), do("agree")) for second in ("village", "fear"))
    assert [{item.item.key: item.earned for item in score(talking(), log).items}["open"] for log in (good, bad)] == [
        True,
        False,
    ]


def test_an_act_whose_question_has_no_answer_left_is_not_possible_yet():
    first = talking().acts["inform"].inputs[0]
    none = replace(first, options=tuple(replace(option, when=NEVER) for option in first.options))
    case = replace(talking(), acts={**talking().acts, "inform": replace(talking().acts["inform"], inputs=(none,))})
    assert offer(case, after(), "inform") is None
    assert [item.code for item in desk(case, after()).not_yet if item.act.key == "inform"] == ["not_yet"]


# Order


@pytest.mark.parametrize(
    ("order", "rules"),
    [
        (["quiet", "loud", "late"], ["first", "chain"]),
        (["late", "quiet", "loud"], ["first"]),
        (["loud", "quiet", "late"], ["loud", "chain"]),
    ],
)
def test_an_order_is_read_by_its_first_and_by_what_stands_before_what(order, rules):
    events = talk(do("triage", files=order))
    assert (events[-1].data["inputs"], sorted(events[-1].data["rules"])) == ({"files": order}, sorted(rules))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["quiet"], ("input_missing", "files.loud")),
        (["quiet", "quiet", "loud"], ("input_invalid", "files")),
        (["quiet", "loud", "late", "lost"], ("input_invalid", "files.lost")),
        ("quiet", ("input_invalid", "files")),
        ([["quiet"]], ("input_invalid", "files")),
        ([], ("input_missing", "files")),
    ],
)
def test_what_is_no_order_of_all_is_refused(value, expected):
    assert refusal(Command("triage", {"files": value})) == expected


# Own words


def test_own_words_leave_only_their_number():
    events = talk(do("refuse", words="he is not ours"))
    assert events[-1].data["inputs"] == {"words": {"words": 4, "digest": ""}}
    act = talking().acts["refuse"]
    assert act.model_answer.say() == "We refuse because the register does not show him."
    assert [item.say() for item in act.criteria] == ["Names the article", "Says what was checked"]


def test_all_of_it_replays_and_verifies():
    events = talk(
        do("inspect", marks=["birth:swapped"]),
        do("fill", application={"surname": "x"}),
        ask("school"),
        ask("claim"),
        do("triage", files=["late", "loud", "quiet"]),
        do("refuse", words="not one of ours"),
        do("inform", what="fact"),
        do("agree"),
    )
    assert verify(talking(), events) == ""
    assert [step.number for step in steps(events)] == list(range(9))
    assert replay(events).ending == "answered"
    assert begin(talking()) == tuple(events[: len(begin(talking()))])
