"""“One letter” as different people play it, with the exact result of each."""

import pytest

from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import begin, decide
from simulations.engine.scenario import Move
from tests.simulations.engine.playing import do
from tests.simulations.library.playing import case, earned, model, play, statuses, to_the_end

LETTER = case("one_letter")
KEPT = dict.fromkeys(
    ("right_person", "not_on_a_photograph", "evidence_opened", "heard_first", "needed_data_only", "safe_that_day"),
    "kept",
)

YEARS = ("9.3.1991", "09.03.1992")


def result(events):
    found = debrief(LETTER, events)
    return found.ending.key, found.score.passed, found.score.points, found.score.deciding


def test_the_case_has_what_it_promises():
    parts = (LETTER.acts, LETTER.deadlines, LETTER.injects, LETTER.safeguards, LETTER.endings, LETTER.documents)
    assert [len(part) for part in parts] == [25, 3, 5, 6, 5, 11]


def test_the_careful_officer_passes_with_every_point_and_answers_for_another_mans_data():
    events = model(LETTER, "careful")
    assert result(events) == ("answered", True, 144, 124)
    assert statuses(LETTER, events) == KEPT | {"needed_data_only": "at_risk"}


def test_the_quick_officer_passes_without_ever_seeing_the_card():
    events = model(LETTER, "quick")
    assert result(events) == ("answered", True, 94, 86)
    assert statuses(LETTER, events) == KEPT


def test_who_believes_the_newest_paper_names_the_driver_of_a_school_bus():
    search = do("search_register", data=["name", "card_number"])
    events = play(LETTER, search, do("wait"), do("reply_agreed", rests_on="card"))
    events += to_the_end(LETTER, events)[len(events) :]
    assert result(events) == ("sent_back", False, 14, 6)
    found = statuses(LETTER, events)
    assert [key for key in KEPT if found[key] == "breached"] == [
        *("right_person", "not_on_a_photograph", "evidence_opened", "heard_first")
    ]


@pytest.mark.parametrize("reason", ["expired", "false_card", "language"])
def test_a_national_is_turned_away_for_an_old_paper_a_false_card_or_his_accent(reason):
    refused = do("reply_refused", reason=reason)
    events = to_the_end(LETTER, model(LETTER, "quick", instead={"reply_agreed": refused}))
    assert result(events)[:2] == ("turned_away", False)
    assert statuses(LETTER, events)["heard_first"] == ("at_risk" if reason == "language" else "kept")


def test_silence_agrees_and_is_neither_passed_nor_failed():
    events = to_the_end(LETTER, list(begin(LETTER)))
    assert result(events) == ("deemed_agreed", False, 0, 0)
    assert set(statuses(LETTER, events).values()) == {"not_tested"}


def test_the_clock_is_contested_over_the_national_days():
    turns = [(event.kind, event.at.date().isoformat()) for event in to_the_end(LETTER, list(begin(LETTER)))]
    assert [turn for turn in turns if turn[0].startswith("deadline_")][:2] == [
        ("deadline_contested", "2026-11-30"),
        ("deadline_expired", "2026-12-03"),
    ]


@pytest.mark.parametrize(
    ("left_out", "safeguard"),
    [
        (["compare_identity", "tell_france"], "right_person"),
        (["ask_interview"], "heard_first"),
        (["ask_protection_check"], "safe_that_day"),
    ],
)
def test_each_omission_breaches_its_safeguard_and_the_file_comes_back(left_out, safeguard):
    events = model(LETTER, "careful", without=left_out)
    assert (statuses(LETTER, events)[safeguard], result(events)[:2]) == ("breached", ("sent_back", False))


@pytest.mark.parametrize(
    "act",
    [
        do("search_register", data=["birth", "laissez_number", "held"]),
        do("ask_prints", send=["prints", "suspicion"]),
        do("hold_interview", question="reasons"),
        do("ask_france_more", question="asylum"),
        do("answer_caller", answer="where"),
        do("tell_france", tell=["facts", "accuse"], words={"words": 30}),
    ],
)
def test_what_nobody_needs_to_know_is_a_breach_wherever_it_is_said(act):
    replaced = {"hold_interview": "answer_caller", "ask_france_more": "answer_caller"}.get(act.act, act.act)
    events = model(LETTER, "careful", instead={replaced: act})
    assert statuses(LETTER, events)["needed_data_only"] == "breached"
    assert result(events)[:2] == ("sent_back", False)


def test_the_order_for_his_papers_carries_no_story():
    fits = dict.fromkeys(("surname", "given_name", "birth_date", "birth_place", "record"), "fits")
    story = do("order_travel_document", rests_on="laissez", order=fits | {"conduct": "excess"})
    events = model(LETTER, "careful", instead={"order_travel_document": story})
    assert statuses(LETTER, events)["needed_data_only"] == "breached"


@pytest.mark.parametrize(("born", "word"), [("9.3.1991", "fits"), ("09.03.1992", "differs"), ("", "empty")])
def test_the_order_takes_his_own_year_and_not_that_of_the_form_from_france(born, word):
    typed = {"surname": "PROVARI", "given_name": "ardit", "birth_place": "Shembull i Vjeter", "record": "uto-r-1991"}
    later = ["agree_transfer", "order_travel_document", "brief_reception", "close_file"]
    state = replay(model(LETTER, "quick", without=later))
    order = do("order_travel_document", rests_on="laissez", order=typed | {"birth_date": born})
    given = decide(LETTER, state, order)[0].data["inputs"]["order"]
    assert given.pop("birth_date") == word
    assert set(given.values()) == {"fits"}


def test_the_card_alone_is_not_relied_on_before_it_was_turned_over():
    early = model(LETTER, "quick", instead={"reply_agreed": do("reply_agreed", rests_on="card")})
    late = model(LETTER, "careful", instead={"reply_agreed": do("reply_agreed", rests_on="card")})
    assert statuses(LETTER, early)["not_on_a_photograph"] == "breached"
    assert statuses(LETTER, late)["not_on_a_photograph"] == "kept"
    assert {result(to_the_end(LETTER, events))[0] for events in (early, late)} == {"sent_back"}


def test_an_interview_without_an_interpreter_is_broken_off_and_can_be_held_again():
    alone = do("ask_interview", interpreter="none")
    events = play(LETTER, alone)
    state = replay(events + follow(LETTER, replay(events), [Move("read", {"message": "interview_alone"})]))
    assert state.facts["heard"] == "alone"
    state = replay(list(decide(LETTER, state, do("ask_interview", interpreter="greek"))), state)
    assert state.facts["heard"] == "asked"


def test_the_back_of_a_card_cannot_be_inspected_on_a_photograph_of_the_front():
    with pytest.raises(Refused) as refused:
        decide(LETTER, replay(begin(LETTER)), do("inspect_card_sides", findings=["letter"]))
    assert refused.value.because.say() == "You have only the photograph of one side."


def test_a_night_in_a_transit_area_passes_and_earns_less():
    night = do("agree_transfer", day="2026-12-03", route="night")
    events = model(LETTER, "careful", instead={"agree_transfer": night})
    assert result(events)[:2] == ("answered", True)
    assert "direct_way" not in earned(LETTER, events)


@pytest.mark.parametrize(("day", "rule"), [("2026-12-08", "closed_here"), ("2026-12-05", "closed_here")])
def test_the_proposed_day_is_a_holiday_on_this_side(day, rule):
    first = do("agree_transfer", day=day, route="direct")
    events = model(LETTER, "careful", instead={"agree_transfer": first})
    assert [event.data["rules"] for event in events if event.data.get("act") == "agree_transfer"] == [[rule]]
