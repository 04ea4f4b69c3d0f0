"""“Born in Graz” as different people play it, with the exact result of each."""

import pytest

from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import begin, decide
from simulations.engine.scenario import Move
from tests.simulations.engine.playing import do
from tests.simulations.library.playing import case, earned, model, play, statuses, to_the_end

GRAZ = case("born_in_graz")
GUARDS = (
    *("best_interests_first", "family_together", "no_child_without_nationality"),
    *("needed_data_only", "without_fear", "named_and_safe"),
)
KEPT = dict.fromkeys(GUARDS, "kept")
THREE = {
    **dict.fromkeys(("surname", "given_names", "birth_date", "document_number", "boy_name", "boy_birth"), "fits"),
    **dict.fromkeys(("girl_name", "girl_birth", "girl_place"), "fits"),
}


def result(events):
    found = debrief(GRAZ, events)
    return found.ending.key, found.score.passed, found.score.points, found.score.deciding


def request(**changes):
    return do("send_request", **{"scope": "three", "girl": "confirmed", "application": THREE} | changes)


def test_the_case_has_what_it_promises():
    parts = (GRAZ.acts, GRAZ.deadlines, GRAZ.injects, GRAZ.safeguards, GRAZ.endings, GRAZ.documents)
    assert [len(part) for part in parts] == [25, 3, 6, 6, 5, 14]


def test_the_careful_officer_passes_with_every_point():
    events = model(GRAZ, "careful")
    assert result(events) == ("together", True, 148, 144)
    assert statuses(GRAZ, events) == KEPT


def test_the_quick_officer_passes_and_has_left_the_father_out():
    events = model(GRAZ, "quick")
    assert result(events) == ("together", True, 116, 116)
    assert statuses(GRAZ, events) == KEPT | {"family_together": "at_risk"}


def test_who_adds_the_girl_to_the_mothers_form_and_takes_the_free_seats_breaches_three_safeguards():
    events = play(GRAZ, request(girl="assumed"))
    way = [Move("order_documents", {"papers": "on_mother"}), Move("agree_transfer", {"day": "june30", "way": "dawn"})]
    events += follow(GRAZ, replay(events), [Move("read", {"message": "deemed_note"}), *way])
    events += follow(GRAZ, replay(events), [Move("tell_family", {"how": "in_person"}), Move("close_file")])
    assert result(events)[:2] == ("sent_back", False)
    found = statuses(GRAZ, events)
    assert [key for key in GUARDS if found[key] == "breached"] == [
        "best_interests_first",
        "no_child_without_nationality",
        "named_and_safe",
    ]


@pytest.mark.parametrize("scope", ["mother", "mother_son"])
def test_a_child_left_out_of_the_request_is_stopped_by_a_court(scope):
    events = to_the_end(GRAZ, model(GRAZ, "careful", instead={"send_request": request(scope=scope)}))
    assert (result(events)[0], statuses(GRAZ, events)["family_together"]) == ("stopped", "breached")


def test_two_seats_and_one_are_stopped_by_a_court():
    split = do("agree_transfer", day="july14", way="split")
    events = to_the_end(GRAZ, model(GRAZ, "careful", instead={"agree_transfer": split}))
    assert (result(events)[0], statuses(GRAZ, events)["family_together"]) == ("stopped", "breached")


@pytest.mark.parametrize(
    ("act", "safeguard"),
    [
        (request(application=THREE | {"health": "excess"}), "needed_data_only"),
        (request(application=THREE | {"asylum": "excess"}), "needed_data_only"),
        (do("ask_bia", hear="yes", send=["family", "police"]), "needed_data_only"),
        (do("ask_consulate", send=["certificate", "asylum_file"]), "needed_data_only"),
        (do("ask_school", question="door"), "needed_data_only"),
        (do("answer_teacher", answer="date"), "needed_data_only"),
        (do("brief_reception", tell=["arrival", "report"]), "needed_data_only"),
        (do("tell_family", how="morning"), "without_fear"),
    ],
)
def test_each_way_to_harm_is_a_breach_and_does_not_pass(act, safeguard):
    events = to_the_end(GRAZ, model(GRAZ, "careful", instead={act.act: act}))
    assert (statuses(GRAZ, events)[safeguard], result(events)[:2]) == ("breached", ("sent_back", False))


def test_a_mother_is_not_asked_which_child_she_would_leave():
    events = model(GRAZ, "quick", instead={"ask_reception": do("hear_mother", question="ahead")})
    assert statuses(GRAZ, events)["without_fear"] == "breached"
    assert result(to_the_end(GRAZ, events))[1] is False


def test_a_leading_question_puts_it_at_risk_and_costs_no_pass():
    events = model(GRAZ, "careful", instead={"work_out_reply": do("hear_mother", question="agree")})
    assert (statuses(GRAZ, events)["without_fear"], result(events)[:2]) == ("at_risk", ("together", True))


def test_a_boy_of_nine_translates_for_nobody():
    events = play(GRAZ, do("invite_mother", interpreter="boy"))
    assert statuses(GRAZ, events)["without_fear"] == "breached"
    assert debrief(GRAZ, events).decisions[-1].verdict == "breach"


def test_a_request_before_the_children_were_looked_at_is_a_breach():
    events = play(GRAZ, request(girl="open"))
    assert statuses(GRAZ, events)["best_interests_first"] == "breached"
    assert statuses(GRAZ, events)["no_child_without_nationality"] == "kept"


def test_weighing_without_the_childrens_words_puts_it_at_risk():
    quiet = do("ask_bia", hear="no", send=["family"])
    events = list(begin(GRAZ))
    events += follow(GRAZ, replay(events), [Move(quiet.act, quiet.inputs), Move("read", {"document": "bia_report"})])
    words = {"words": 40}
    events += follow(GRAZ, replay(events), [Move("record_best_interests", {"outcome": "summer", "words": words})])
    events += decide(GRAZ, replay(events), request(girl="open"))
    assert statuses(GRAZ, events)["best_interests_first"] == "at_risk"


TOLD, BRIEFED = do("tell_family", how="in_person"), do("brief_reception", tell=["arrival"])


@pytest.mark.parametrize(
    ("commands", "verdict", "soon"),
    [((*[do("end_day")] * 3, TOLD, BRIEFED), "sound", False), ((BRIEFED, TOLD), "cost", True)],
)
def test_a_family_that_hears_its_day_late_or_last_costs_points_and_no_pass(commands, verdict, soon):
    late = [move for move in GRAZ.models["careful"] if move.act not in ("tell_family", "brief_reception", "close_file")]
    events = list(begin(GRAZ))
    events += follow(GRAZ, replay(events), late)
    for command in (*commands, do("close_file")):
        events += decide(GRAZ, replay(events), command)
    assert result(events)[:2] == ("together", True)
    assert debrief(GRAZ, events).decisions[-3].verdict == verdict
    assert ("told_soon" in earned(GRAZ, events)) == soon


def test_a_girl_without_a_decision_of_her_own_goes_nowhere():
    events = to_the_end(GRAZ, model(GRAZ, "careful", without=["ask_protection"]))
    assert (statuses(GRAZ, events)["named_and_safe"], result(events)[:2]) == ("breached", ("sent_back", False))


def test_a_certificate_with_the_hospitals_spelling_comes_back_and_can_be_put_right():
    by_ear = do("ask_registry", name="notified", send=["notice", "passport"])
    events = play(GRAZ, by_ear)
    again = [
        Move("ask_consulate", {"send": ["certificate", "mother_papers"]}),
        Move("read", {"message": "consulate_no_such_name"}),
        Move("ask_registry", {"name": "papers", "send": ["notice", "passport"]}),
        Move("read", {"document": "girl_certificate"}),
        Move("ask_consulate", {"send": ["certificate", "mother_papers"]}),
        Move("read", {"document": "citizenship"}),
    ]
    events += follow(GRAZ, replay(events), again)
    assert replay(events).facts["nationality"] == "confirmed"
    assert replay(events).now.date().isoformat() == "2026-06-01"
    assert "right_spelling" not in earned(GRAZ, events)


def test_nothing_can_be_entered_at_home_before_it_was_entered_in_graz():
    with pytest.raises(Refused) as refused:
        decide(GRAZ, replay(begin(GRAZ)), do("ask_consulate", send=["certificate"]))
    assert refused.value.because.say().startswith("There is no certificate from Graz yet")


def test_papers_ordered_in_may_do_not_carry_anybody_past_the_reports():
    early = [move for move in GRAZ.models["careful"] if move.inputs.get("document") != "school_letter"]
    events = list(begin(GRAZ))
    events += follow(GRAZ, replay(events), early)
    taken = [event.data["rules"] for event in events if event.data.get("act") == "agree_transfer"]
    assert taken == [["papers_gone", "own"]]
    assert "papers_late_enough" not in earned(GRAZ, events)


def test_a_question_back_that_nobody_answers_lets_the_limit_agree():
    events = model(GRAZ, "careful", instead={"send_request": request(girl="open")}, without=["work_out_reply"])
    assert result(events)[:2] == ("on_silence", False)
    assert replay(events).facts["deemed"] == "yes"


def test_a_question_back_is_answered_with_the_extract_of_their_own_register():
    answer = do("answer_bosnia", send="extract")
    events = model(GRAZ, "careful", instead={"send_request": request(girl="open"), "work_out_reply": answer})
    assert result(events)[:2] == ("together", True)
    assert "complete_request" not in earned(GRAZ, events)


def test_who_does_nothing_ends_neutral_and_nothing_was_tested():
    events = to_the_end(GRAZ, list(begin(GRAZ)))
    assert result(events) == ("time_over", False, 0, 0)
    assert set(statuses(GRAZ, events).values()) == {"not_tested"}
