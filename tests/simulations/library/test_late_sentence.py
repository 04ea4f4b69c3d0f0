"""“The late sentence” as different people play it, with the exact result of each."""

import pytest

from simulations.engine.cast.drawing import draw
from simulations.engine.cast.wardrobe import dress
from simulations.engine.check.certificate import certify
from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import begin, decide, verify
from simulations.engine.scenario import Move
from simulations.engine.source import read
from simulations.scenarios.engine.library import path_of
from tests.simulations.engine.playing import do, play
from tests.simulations.library.playing import case, earned, model, statuses, to_the_end

CASE = case("late_sentence")
ALL = ("claim_stops", "stopped_in_time", "reaches_authority", "nobody_there_learns", "record_is_true", "remedy_first")
KEPT = dict.fromkeys(ALL, "kept")
TOLD = {"montenegro": "not_today", "carrier": "not_today", "lawyer": "words", "escort": "not_today"}
UNTIL_HE_SPEAKS = (do("end_day"), do("wait"))


def result(events):
    found = debrief(CASE, events)
    return found.ending.key, found.score.passed, found.score.deciding


def instead(**commands):
    return model(CASE, "careful", instead={command.act: command for command in commands.values()})


def test_the_case_has_what_it_promises():
    parts = (CASE.acts, CASE.deadlines, CASE.injects, CASE.safeguards, CASE.endings, CASE.documents)
    assert [len(part) for part in parts] == [26, 2, 6, 6, 5, 8]
    assert [item.kind for item in CASE.endings.values()] == ["fail", "fail", "pass", "neutral", "neutral"]


@pytest.mark.parametrize("locale", ["en", "sq", "bs"])
def test_the_file_is_taken_over_at_the_hour_at_which_the_case_begins(locale):
    assert CASE.starts_at.isoformat() == "2026-05-18T13:00:00"
    assert "13:00" in CASE.roles[CASE.role].duty.say(locale)
    assert "13:00" in CASE.briefing.setting.say(locale)


def test_the_careful_officer_passes_with_every_point_and_the_clocks_earn_nothing():
    events = model(CASE, "careful")
    assert result(events) == ("heard", True, 113)
    assert statuses(CASE, events) == KEPT
    score = debrief(CASE, events).score
    assert (score.points, score.possible, score.deciding_possible) == (113, 113, 113)
    assert {"transfer_counted", "registration_counted"} <= earned(CASE, events)


def test_the_quick_officer_passes_too():
    events = model(CASE, "quick")
    assert result(events) == ("heard", True, 89)
    assert statuses(CASE, events) == KEPT


def test_without_a_word_from_the_desk_he_is_on_the_plane():
    events = play(CASE, *UNTIL_HE_SPEAKS, do("wait"), do("wait"), do("wait"))
    assert result(events) == ("sent", False, 0)
    assert replay(events).now.isoformat() == "2026-05-19T10:20:00"


def test_to_decide_nothing_until_the_door_closes_is_a_breach_of_its_own():
    silent = statuses(CASE, play(CASE, *UNTIL_HE_SPEAKS, do("wait"), do("wait"), do("wait")))
    assert (silent["claim_stops"], silent["stopped_in_time"]) == ("not_tested", "breached")
    gate = play(CASE, *UNTIL_HE_SPEAKS, do("decide_operation", order="gate"), do("wait"), do("wait"), do("wait"))
    assert statuses(CASE, gate)["stopped_in_time"] == "breached"


def test_going_on_is_a_breach_and_nothing_afterwards_passes():
    first = (*UNTIL_HE_SPEAKS, do("decide_operation", order="board"))
    assert result(play(CASE, *first, do("wait"), do("wait"), do("wait")))[:2] == ("sent", False)
    late = (do("decide_operation", order="stop"), do("ask_words"), do("wait"), do("wait"))
    events = play(CASE, *first, *late, do("read", document="escort_note"))
    for name in ("tell_who", "register_claim", "record_attempt", "answer_partner", "answer_head", "close_file"):
        events += follow(CASE, replay(events), [move for move in CASE.models["careful"] if move.act == name])
    assert result(events)[:2] == ("stopped_only", False)
    assert statuses(CASE, events) == KEPT | {"claim_stops": "breached"}


def test_deciding_at_the_gate_is_a_risk_and_can_still_be_made_good():
    events = play(CASE, *UNTIL_HE_SPEAKS, do("decide_operation", order="gate"), do("decide_operation", order="stop"))
    assert statuses(CASE, events)["claim_stops"] == "at_risk"
    assert replay(events).facts["operation"] == "stopped"


@pytest.mark.parametrize(
    ("command", "safeguard"),
    [
        (do("tell_who", told=TOLD | {"montenegro": "claim"}), "nobody_there_learns"),
        (do("tell_who", told=TOLD | {"carrier": "words"}), "nobody_there_learns"),
        (do("keep_agreement", ground="asylum"), "nobody_there_learns"),
        (do("answer_partner", answer="yes_privately"), "nobody_there_learns"),
        (do("record_attempt", reason="refused"), "record_is_true"),
        (do("record_attempt", reason="technical"), "record_is_true"),
        (do("answer_head", answer="book"), "remedy_first"),
    ],
)
def test_one_careless_word_costs_the_pass(command, safeguard):
    events = instead(one=command)
    assert result(events)[:2] == ("trust_lost", False)
    assert statuses(CASE, events) == KEPT | {safeguard: "breached"}


def test_words_that_lie_on_a_desk_for_days_are_a_breach_with_the_next_thing_that_is_done():
    without = ["register_claim", "record_attempt", "answer_head", "close_file"]
    events = model(CASE, "careful", without=without)
    events += follow(CASE, replay(events), [Move("end_day"), Move("record_attempt", {"reason": "claim"})])
    assert "expectation_missed" in [item.kind for item in events]
    events = to_the_end(CASE, events)
    assert result(events)[:2] == ("time_over", False)
    assert statuses(CASE, events)["reaches_authority"] == "breached"


def test_words_that_are_passed_on_a_day_late_pass_no_longer():
    events = model(CASE, "careful", without=["register_claim", "read", "answer_head", "close_file"])
    events += follow(CASE, replay(events), [Move("end_day"), Move("read", {"document": "escort_note"})])
    for name in ("register_claim", "answer_head"):
        events += follow(CASE, replay(events), [move for move in CASE.models["careful"] if move.act == name])
    events += follow(CASE, replay(events), [Move("record_attempt", {"reason": "claim"}), Move("close_file")])
    assert result(events)[:2] == ("stopped_only", False)
    assert statuses(CASE, events)["reaches_authority"] == "breached"


def test_a_denial_is_a_risk_and_no_breach():
    events = instead(one=do("answer_partner", answer="deny"))
    assert (result(events)[0], statuses(CASE, events)["nobody_there_learns"]) == ("heard", "at_risk")


def test_a_briefed_escort_leader_sends_his_words_and_another_one_a_story():
    unbriefed = replay(play(CASE, *UNTIL_HE_SPEAKS))
    assert ("sentence_story", "escort_note" in unbriefed.documents) == (unbriefed.inbox[-1].message, False)
    told = replay(play(CASE, do("brief_escorts", report="any_fear"), *UNTIL_HE_SPEAKS))
    assert ("sentence_words", "escort_note" in told.documents) == (told.inbox[-1].message, True)


def test_he_is_silent_before_the_interpreter_from_the_next_village():
    before = (do("arrange_interpreter", who="usual"), *UNTIL_HE_SPEAKS, do("decide_operation", order="stop"))
    state = replay(play(CASE, *before))
    with pytest.raises(Refused):
        decide(CASE, state, do("hear_him", question="own_words"))
    decide(CASE, state, do("hear_him", question="own_words_usual"))


def test_the_slip_is_compared_with_the_file_and_keeps_no_word_of_his():
    heard = (do("brief_escorts", report="any_fear"), *UNTIL_HE_SPEAKS, do("read", document="escort_note"))
    typed = {"surname": "Uzorovic", "words": "he is afraid", "belief": "no"}
    log = play(CASE, *heard, do("register_claim", slip=typed))
    taken = next(item for item in reversed(log) if item.kind == "act_taken")
    assert taken.data["inputs"]["slip"] == {
        "surname": "fits",
        "given_name": "empty",
        "birth": "empty",
        "language": "empty",
        "said_on": "empty",
        "said_at": "empty",
        "said_to": "empty",
        "words": "differs",
        "names": "fits",
        "belief": "excess",
    }
    assert taken.data["rules"] == ["same_or_next_day", "not_his_words", "judged"]


def test_the_time_for_the_transfer_ends_in_the_week_of_the_removal():
    clock = replay(begin(CASE)).clocks["transfer"]
    assert [day.isoformat() for day in (clock.earliest, clock.latest)] == ["2026-05-23", "2026-05-25"]


def test_the_engine_would_write_each_event_again():
    assert verify(CASE, model(CASE, "careful")) == ""


def words(place):
    """Every set of words in the file, by locale."""
    if isinstance(place, dict) and "en" in place:
        yield place
    elif isinstance(place, dict | list):
        for part in place.values() if isinstance(place, dict) else place:
            yield from words(part)


def test_every_sentence_is_there_in_albanian_and_bosnian_and_the_case_says_who_drafted_them():
    found = list(words(read(path_of("late_sentence").read_bytes()).value))
    assert (len(found) > 500, CASE.drafted) == (True, ("sq", "bs"))
    assert [item for item in found if {"en", "sq", "bs"} - set(item)] == []
    same = {item["en"] for item in found if item["en"] in (item["sq"], item["bs"])}
    assert same == {"{man.full}", "{man.full.cyr}", "Maja Vzorčnik"}


@pytest.mark.parametrize("seed", ["", "a", "b", "c"])
def test_another_man_keeps_the_same_slip_in_our_notice(seed):
    dressed = dress(CASE, draw(CASE.cast, seed))
    shown = {field.key: field for field in dressed.documents["transfer_notice"].fields}
    assert shown["birth"].shown != shown["birth"].true
    assert dressed.logic_hash == CASE.logic_hash
    assert "{" not in dressed.messages["lawyer_writes"].subject.say("sq")


def test_every_safeguard_is_proved():
    found = certify(CASE, seconds=60, states=200_000)
    assert {proof.id: proof.status for proof in found.safeguards} == dict.fromkeys(KEPT, "proved")
