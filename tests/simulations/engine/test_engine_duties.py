"""What has to follow in time: safeguards that demand it, injects that expect it; what only a facilitator does."""

from dataclasses import replace

import pytest

from simulations.engine import safeguards
from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.play import play as play_list
from simulations.engine.play import read_acts
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, steps, verify
from simulations.engine.scoring import score
from tests.simulations.engine.playing import do, kinds
from tests.simulations.engine.talking import after, talk, talking

CLAIM = do("interview", question="claim")
TELL = do("inform", what="fact")
FIRE = Command("fire", {"inject": "newspaper"}, by="facilitator")


def status(events, key: str) -> str:
    played = tuple(steps(events))
    item = talking().safeguards[key]
    tested = safeguards.was_tested(talking(), item, played)
    return safeguards.status(talking(), item, played[-1].after, was_tested=tested)


def test_the_time_begins_when_the_condition_first_holds():
    state = after(CLAIM)
    assert state.duties["safeguards.told"].status == "open"
    assert state.duties["safeguards.told"].until.isoformat() == "2026-04-04T00:00:00"
    assert status(talk(CLAIM), "told") == "not_tested"


def test_done_on_the_last_day_is_in_time():
    events = talk(CLAIM, do("end_day"), TELL)
    assert kinds(events)[-2:] == ["act_taken", "duty_met"]
    assert status(events, "told") == "kept"
    assert replay(events).breaches == {}


def test_after_the_last_day_it_is_a_breach_whatever_follows():
    events = talk(CLAIM, do("end_day"), do("end_day"), TELL)
    assert [event.at.isoformat() for event in events if event.kind == "safeguard_breached"] == ["2026-04-04T00:00:00"]
    assert status(events, "told") == "breached"
    assert score(talking(), talk(CLAIM, do("end_day"), do("end_day"), do("agree"))).passed is False


def test_an_act_done_before_or_done_otherwise_does_not_count():
    for first in ((TELL, CLAIM), (CLAIM, do("inform", what="words"))):
        assert status(talk(*first, do("end_day"), do("end_day")), "told") == "breached"


def test_the_debrief_shows_the_evening_on_which_it_was_too_late():
    result = debrief(talking(), talk(CLAIM, do("end_day"), do("end_day"), do("agree")))
    finding = next(item for item in result.safeguards if item.safeguard.key == "told")
    assert (finding.status, finding.step) == ("breached", 3)
    assert [(item.step, item.built_in, item.verdict) for item in result.decisions if item.built_in] == [
        (3, "end_day", "breach")
    ]


def test_the_act_that_opens_a_duty_does_not_fulfil_it_and_opens_it_once():
    events = talk(do("ask"), do("thank"), do("ask"))
    assert kinds(events).count("duty_opened") == 1
    assert status(events, "prompt_thanks") == "kept"


@pytest.mark.parametrize(("between", "expected"), [(2, "kept"), (3, "breached")])
def test_minutes_are_counted_to_the_end_of_the_act(between, expected):
    """Thanking takes five minutes: after 25 minutes it ends at the thirtieth, which is in time."""
    scenario = talking()
    acts = {**scenario.acts, "inspect": replace(scenario.acts["inspect"], minutes=12 if between == 2 else 13)}
    case = replace(scenario, acts=acts)
    played = play_list(case, [do("ask"), do("inspect"), do("inspect"), do("thank")])
    assert [event.kind for event in played.events].count("safeguard_breached") == (expected == "breached")


def test_a_duty_that_nobody_began_was_not_tested():
    assert status(talk(do("agree")), "told") == "not_tested"


def test_evidence_has_to_be_opened_and_genuine():
    assert status(talk(do("agree")), "proven") == "breached"
    assert status(talk(do("read", document="passport"), do("agree")), "proven") == "kept"
    card = talk(do("ask"), do("end_day"), do("end_day"), do("end_day"), do("read", document="card"), do("agree"))
    assert replay(card).documents["card"] == "read"
    assert status(card, "proven") == "breached"


def test_only_a_facilitator_lets_it_happen():
    for command in (replace(FIRE, by=""), Command("fire", {"inject": "newspaper"}, by="learner")):
        with pytest.raises(Refused, match="unknown_act"):
            talk(command)
    assert kinds(talk(do("end_day"), FIRE))[-3:] == ["facilitated", "inject_fired", "message_arrived"]


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        ([Command("fire", {"inject": "late_note"}, by="facilitator")], "input_invalid"),
        ([Command("fire", {"inject": ["newspaper"]}, by="facilitator")], "input_invalid"),
        ([Command("fire", {}, by="facilitator")], "input_invalid"),
        ([FIRE, FIRE], "already_done"),
    ],
)
def test_what_a_facilitator_cannot_fire_is_refused(commands, expected):
    with pytest.raises(Refused, match=expected):
        talk(*commands)


def test_an_expectation_is_met_in_time_or_missed_and_both_can_be_read():
    met = talk(FIRE, do("press"), do("agree"))
    assert "expectation_met" in kinds(met)
    assert {item.item.key: item.earned for item in score(talking(), met).items}["called"] is True
    missed = talk(FIRE, do("end_day"), do("end_day"))
    assert [event.data["inject"] for event in missed if event.kind == "inject_fired"] == ["newspaper", "late_note"]
    assert replay(missed).duties["injects.newspaper"].status == "missed"
    assert replay(missed).breaches == {}


def test_a_log_with_a_facilitator_in_it_verifies():
    events = talk(CLAIM, FIRE, do("end_day"), do("end_day"), do("press"))
    assert verify(talking(), events) == ""


def test_waiting_never_stops_for_a_duty_that_runs_out():
    """It would warn the person: what is owed is theirs to remember."""
    state = after(do("ask"), CLAIM, do("wait"))
    assert state.now.isoformat() == "2026-04-07T09:00:00"
    assert set(state.breaches) == {"prompt_thanks", "told"}


def test_a_list_of_acts_may_hold_the_facilitators_moves_and_judged_forms():
    rows = b"""[{"act": "fire", "inputs": {"inject": "newspaper"}},
                {"act": "fill", "inputs": {"application": {"surname": "fits"}}, "judged": true}]"""
    played = play_list(talking(), read_acts(rows))
    assert (played.refusals, played.events[-1].data["inputs"]["application"]["surname"]) == ((), "fits")
