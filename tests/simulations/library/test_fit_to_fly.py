"""“Fit to fly” as different people play it, with the exact result of each."""

import pytest

from simulations.engine.check.certificate import certify
from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import begin, decide, verify
from simulations.engine.scenario import Move
from tests.simulations.engine.playing import do, play
from tests.simulations.library.playing import case, model, statuses, to_the_end

CASE = case("fit_to_fly")
KEPT = dict.fromkeys(("fit_first", "cared_for_first", "still_today", "doctors_only", "her_consent"), "kept")


def result(events):
    found = debrief(CASE, events)
    return found.ending.key, found.score.passed, found.score.points, found.score.deciding


def instead(way, *commands):
    return model(CASE, way, instead={command.act: command for command in commands})


def go_on(events, *moves):
    for act, inputs in moves:
        events = events + follow(CASE, replay(events), [Move(act, inputs)])
    return events


def test_the_case_has_what_it_promises():
    parts = (CASE.acts, CASE.deadlines, CASE.injects, CASE.safeguards, CASE.endings, CASE.documents)
    assert [len(part) for part in parts] == [20, 2, 6, 5, 6, 8]
    assert [item.kind for item in CASE.endings.values()] == ["fail", "fail", "neutral", "pass", "neutral", "neutral"]


def test_the_careful_caseworker_brings_her_home_with_every_point():
    events = model(CASE, "careful")
    assert result(events) == ("at_home", True, 104, 100)
    assert statuses(CASE, events) == KEPT
    assert replay(events).now.isoformat() == "2026-10-06T13:40:00"


def test_the_quick_caseworker_uses_the_bridge_and_passes():
    events = model(CASE, "quick")
    assert result(events) == ("at_home", True, 78, 78)
    assert statuses(CASE, events) == KEPT


def test_who_does_nothing_harms_nobody_and_settles_nothing():
    events = to_the_end(CASE, list(begin(CASE)))
    assert result(events) == ("time_over", False, 0, 0)


def test_a_quick_yes_breaks_two_safeguards_and_can_be_put_right():
    events = play(CASE, do("agree_day", day="thu24"))
    assert {key for key, found in statuses(CASE, events).items() if found == "breached"} == {
        "fit_first",
        "cared_for_first",
    }
    events = go_on(events, ("take_back_day", {}))
    for move in CASE.models["careful"]:
        events += follow(CASE, replay(events), [move])
    assert result(events)[:2] == ("put_right", False)


def test_everything_stands_is_said_against_the_doctors_and_nobody_expects_her():
    events = go_on(play(CASE, do("agree_day", day="thu24")), ("confirm_ready", {"word": "ready"}))
    assert statuses(CASE, events)["still_today"] == "breached"
    assert result(to_the_end(CASE, events))[:2] == ("not_received", False)


def test_a_day_before_the_chair_at_home_is_free_needs_the_bridge():
    events = to_the_end(CASE, instead("careful", do("agree_day", day="thu1")))
    assert statuses(CASE, events)["cared_for_first"] == "breached"
    assert result(events)[:2] == ("not_received", False)


def test_holding_on_the_day_before_keeps_everything():
    asked = (
        do("ask_city_unit"),
        do("talk_to_her", question="doctors"),
        do("ask_doctor", whom="health", what=["certificate"]),
    )
    events = go_on(
        play(CASE, *asked),
        ("let_doctors_speak", {"unit": "city", "how": "directly"}),
        *[("end_day", {})] * 3,
        ("agree_day", {"day": "thu24"}),
        ("confirm_ready", {"word": "hold"}),
    )
    found = statuses(CASE, events)
    assert (found["fit_first"], found["cared_for_first"], found["still_today"]) == ("kept", "kept", "not_tested")
    assert replay(events).facts["day"] == "none"


@pytest.mark.parametrize(
    "command",
    [
        do("ask_doctor", whom="police", what=["certificate", "needs"]),
        do("let_doctors_speak", unit="home", how="papers"),
        do("deal_with_file", what="pass_on"),
        do("answer_sister", answer="tell"),
        do("brief_reception", notice={"surname": "fits", "diagnosis": "excess"}),
    ],
)
def test_her_illness_in_the_wrong_place_costs_the_pass(command):
    events = instead("careful", command)
    if command.act in ("ask_doctor", "let_doctors_speak"):
        events = instead_and_again(command)
    assert result(events)[:2] == ("known_to_all", False)
    assert statuses(CASE, events)["doctors_only"] == "breached"


def instead_and_again(command):
    """The wrong door first, then the right one."""
    events = list(begin(CASE))
    for move in CASE.models["careful"]:
        if move.act == command.act:
            events += follow(CASE, replay(events), [Move(command.act, command.inputs)])
        events += follow(CASE, replay(events), [move])
    return events


def test_doctors_who_speak_before_she_was_asked_cost_the_pass():
    events = model(CASE, "careful", without=["talk_to_her"])
    assert result(events)[:2] == ("known_to_all", False)
    assert statuses(CASE, events) == KEPT | {"her_consent": "breached"}


def test_a_desk_that_was_told_nothing_received_her_unannounced_and_that_is_no_pass():
    events = model(CASE, "careful", without=["brief_reception"])
    assert result(events)[:2] == ("unannounced", False)
    assert statuses(CASE, events) == KEPT


def test_the_travel_document_ends_before_the_eighth_unless_a_new_one_is_there():
    events = instead("careful", do("agree_day", day="thu8"))
    assert result(events)[0] == "at_home"
    without = model(CASE, "careful", without=["order_document"], instead={"agree_day": do("agree_day", day="thu8")})
    assert replay(without).facts["day"] == "none"


def test_a_certificate_is_not_asked_for_while_she_is_in_hospital():
    events = play(CASE, *[do("end_day")] * 7)
    with pytest.raises(Refused) as refused:
        decide(CASE, replay(events), do("ask_again"))
    assert refused.value.because.say().startswith("She is in hospital.")


def test_the_time_for_the_transfer_runs_since_july():
    clock = replay(begin(CASE)).clocks["transfer"]
    assert [day.isoformat() for day in (clock.earliest, clock.default, clock.latest)] == [
        "2026-10-16",
        "2026-10-19",
        "2026-10-19",
    ]


@pytest.mark.parametrize("style", ["prompt", "formalist"])
def test_both_ways_pass_whatever_the_style_of_the_police_contact(style):
    for way in CASE.models.values():
        events = list(begin(CASE, "", styles={"sweden": style}))
        events += follow(CASE, replay(events), way)
        assert debrief(CASE, events).score.passed


def test_the_engine_would_write_each_event_again():
    assert verify(CASE, model(CASE, "careful")) == ""


def test_a_slow_consular_section_lets_its_clock_end_and_she_still_comes_home():
    events = list(begin(CASE, "", styles={"consulate": "slow"}))
    events += follow(CASE, replay(events), CASE.models["careful"])
    assert "deadline_expired" in [item.kind for item in events if item.data.get("deadline") == "new_document"]
    assert result(events)[:2] == ("at_home", True)


def test_every_safeguard_is_proved():
    found = certify(CASE, seconds=60, states=200_000)
    assert {proof.id: proof.status for proof in found.safeguards} == dict.fromkeys(KEPT, "proved")
