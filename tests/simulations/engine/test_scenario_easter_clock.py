"""“Easter clock” as different people play it, with the exact result of each."""

from datetime import datetime

import pytest

from simulations.engine.debrief import debrief
from simulations.engine.desk import desk
from simulations.engine.evolve import replay
from simulations.engine.outlook import follow
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, decide, verify
from simulations.engine.scoring import score
from tests.simulations.engine.playing import do, easter_clock, play

TYPED = {
    "surname": "Vežbanović",
    "given_name": "ĐORĐE",
    "birth_date": "4 Aug 1987",
    "birth_place": "Novi Primer",
    "nationality": "Serbia",
    "number": "UTO-R-0804",
}
FORM = do("fill_travel_form", application=TYPED)
ROWS = {"surname": "same", "given_name": "same", "birth_date": "differs", "birth_place": "cannot_tell"}
READ_FORM = do("read", document="form")
PAGE = (READ_FORM, do("ask_for_page"), do("wait"), do("read", document="passport_copy"))
SEARCH = (do("search_register", data=["name", "birth_date"], date_from="passport"), do("wait"))
COMPARE = (do("read", document="record_two"), do("compare_identity", findings=ROWS))
LOOK = do("inspect_passport", marks=["birth:differs", "expires:expired"])
IDENTIFIED = (*PAGE, LOOK, *SEARCH, *COMPARE)


def statuses(events):
    return {finding.safeguard.key: finding.status for finding in debrief(easter_clock(), events).safeguards}


def ending(events):
    return replay(events).ending


def careful():
    scenario = easter_clock()
    events = list(begin(scenario))
    return events + follow(scenario, replay(events), scenario.models["prompt"])


def silent():
    events = play(easter_clock())
    while not replay(events).has_ended:
        events += decide(easter_clock(), replay(events), do("end_day"))
    return events


RUSHED = (
    do("search_register", data=["name", "birth_date", "spouse_children"], date_from="form"),
    do("wait"),
    do("reply_agreed", record="first"),
    do("fill_travel_form", application={**TYPED, "birth_date": "08.04.1987", "birth_place": "Stari Primer"}),
    do("order_travel_document", record="first"),
    do("end_day"),
    do("wait"),
    do("wait"),
)


def test_the_case_has_its_acts_clocks_letters_and_safeguards():
    scenario = easter_clock()
    counts = [len(part) for part in (scenario.acts, scenario.deadlines, scenario.injects, scenario.safeguards)]
    assert counts == [21, 3, 5, 4]
    assert [item.kind for item in scenario.endings.values()] == ["fail", "pass", "neutral", "neutral"]


def test_the_careful_caseworker_passes_with_every_point():
    result = debrief(easter_clock(), careful())
    assert (result.ending.key, result.score.passed) == ("answered", True)
    assert (result.score.points, result.score.possible) == (114, 114)
    assert (result.score.deciding, result.score.deciding_possible) == (98, 98)
    assert result.point_of_no_return is None
    assert statuses(careful()) == {
        "right_person": "kept",
        "reasons_given": "not_tested",
        "needed_data_only": "kept",
        "silence_is_no_check": "not_tested",
    }


def test_the_rusher_names_another_man_and_breaches_two_safeguards():
    events = play(easter_clock(), *RUSHED)
    result = debrief(easter_clock(), events)
    assert (result.ending.key, result.score.passed) == ("sent_back", False)
    assert (result.score.points, result.score.deciding) == (18, 8)
    assert statuses(events) == {
        "right_person": "breached",
        "reasons_given": "not_tested",
        "needed_data_only": "breached",
        "silence_is_no_check": "not_tested",
    }
    assert replay(events).now == datetime.fromisoformat("2026-04-07T09:30")
    assert result.point_of_no_return == 1


def test_the_silent_caseworker_ends_neutral_without_a_breach():
    result = debrief(easter_clock(), silent())
    assert (result.ending.key, result.ending.kind) == ("deemed_agreed", "neutral")
    assert (result.score.points, result.score.passed) == (0, False)
    assert set(statuses(silent()).values()) == {"not_tested"}


ALL_SENT = (
    *IDENTIFIED,
    do("reply_agreed", record="second"),
    do("ask_protection_check"),
    FORM,
    do("order_travel_document", record="second"),
)


def until_the_end(*commands):
    events = play(easter_clock(), *commands)
    while not replay(events).has_ended:
        events += decide(easter_clock(), replay(events), do("end_day"))
    return events


def test_a_file_that_was_answered_and_never_closed_is_not_told_that_silence_answered():
    events = until_the_end(*ALL_SENT)
    assert (ending(events), replay(events).facts["deemed"], score(easter_clock(), events).passed) == (
        "time_over",
        "no",
        False,
    )


def test_a_transfer_that_was_agreed_in_a_file_never_closed_is_not_told_either():
    assert ending(until_the_end(*ALL_SENT, *[do("wait")] * 5, do("agree_transfer", day="2026-05-05"))) == "time_over"


def test_waiting_leads_nowhere_once_everything_has_arrived():
    state = replay(play(easter_clock(), *ALL_SENT, *[do("wait")] * 5))
    with pytest.raises(Refused) as refused:
        decide(easter_clock(), state, do("wait"))
    assert (refused.value.code, state.now) == ("nothing_ahead", datetime.fromisoformat("2026-04-14T12:00"))


def contested(reply: Command):
    """The reply leaves on Tuesday 14 April: after the earliest reading and before the latest has ended."""
    return play(easter_clock(), *IDENTIFIED, do("end_day"), do("end_day"), reply)


@pytest.mark.parametrize("reply", [do("reply_agreed", record="second"), do("reply_refused", reason="dates")])
def test_a_reply_between_the_readings_is_told_that_it_is_contested_and_earns_nothing_for_time(reply):
    events = contested(reply)
    decision = debrief(easter_clock(), events).decisions[-1]
    assert (decision.at.date().isoformat(), decision.verdict) == ("2026-04-14", "cost")
    assert decision.feedback[-1].say().startswith("Contested: ")
    earned = {item.item.key for item in score(easter_clock(), events).items if item.earned}
    assert "reply_in_time" not in earned


def test_no_text_says_that_a_contested_reply_was_in_time():
    case = easter_clock()
    words = [case.endings["answered"].text.say(), case.safeguards["silence_is_no_check"].untested.say()]
    assert not [text for text in words if "before the limit" in text or "answered in time" in text]


def test_a_protection_check_waits_until_there_is_a_transfer_to_ask_about():
    scenario = easter_clock()
    with pytest.raises(Refused) as refused:
        decide(scenario, replay(begin(scenario)), do("ask_protection_check"))
    assert refused.value.because.say().startswith("No transfer is agreed yet, by a reply or by silence.")


def test_a_date_that_was_ticked_and_not_given_is_no_narrow_search():
    events = play(easter_clock(), do("search_register", data=["name", "birth_date"], date_from="none"))
    assert "narrow_search" not in {item.item.key for item in score(easter_clock(), events).items if item.earned}


def test_silence_is_contested_between_the_readings_and_deemed_after_the_latest():
    turns = [(event.kind, event.at) for event in silent() if event.kind.startswith("deadline")]
    assert turns == [
        ("deadline_contested", datetime.fromisoformat("2026-04-12T00:00")),
        ("deadline_expired", datetime.fromisoformat("2026-04-15T00:00")),
    ]


def test_a_deemed_agreement_with_the_check_keeps_the_safeguard():
    events = deemed(do("wait"), do("ask_protection_check"))
    assert (ending(events), statuses(events)["silence_is_no_check"]) == ("deemed_agreed", "kept")


def test_a_deemed_agreement_without_the_check_is_a_breach():
    events = deemed()
    assert (ending(events), statuses(events)["silence_is_no_check"]) == ("deemed_agreed", "breached")


def deemed(*extra: Command):
    """Everything is done, and nothing is sent: the clock answers."""
    state_of_things = (*IDENTIFIED, *[do("end_day")] * 4, *extra, do("wait"))
    events = play(easter_clock(), *state_of_things, FORM, do("order_travel_document", record="second"))
    while replay(events).facts["document_ready"] == "no":
        events += decide(easter_clock(), replay(events), do("wait"))
    for command in (do("agree_transfer", day="2026-05-05"), do("close_file")):
        events += decide(easter_clock(), replay(events), command)
    return events


def test_a_refusal_without_reasons_is_a_breach_and_comes_back():
    events = play(easter_clock(), do("reply_refused", reason="none"), do("wait"))
    assert (ending(events), statuses(events)["reasons_given"]) == ("sent_back", "breached")


def test_a_refusal_with_reasons_keeps_the_safeguard_and_comes_back_all_the_same():
    events = play(easter_clock(), do("reply_refused", reason="dates"), do("wait"))
    assert (ending(events), statuses(events)["reasons_given"]) == ("sent_back", "kept")


@pytest.mark.parametrize(
    ("reason", "status", "answer"),
    [
        ("identity", "kept", "more_time_yes"),
        ("holiday", "at_risk", "more_time_no"),
        ("none", "breached", "more_time_without_reasons"),
    ],
)
def test_more_time_needs_a_reason_that_lies_in_the_file(reason, status, answer):
    events = play(easter_clock(), do("ask_more_time", reason=reason), *[do("end_day")] * 4)
    assert statuses(events)["reasons_given"] == status
    assert answer in [item.message for item in replay(events).inbox]
    assert replay(events).clocks["reply"].extended == (reason == "identity")


def test_more_time_asked_for_after_the_earliest_reading_comes_too_late():
    events = play(easter_clock(), *[do("end_day")] * 6, do("ask_more_time", reason="identity"), do("end_day"))
    events += decide(easter_clock(), replay(events), do("end_day"))
    state = replay(events)
    assert (state.clocks["reply"].status, state.clocks["reply"].extended) == ("expired", False)
    assert "more_time_late" in [item.message for item in state.inbox]


@pytest.mark.parametrize("data", ["spouse_children", "health_insurance", "criminal_record"])
def test_a_search_with_data_nobody_needs_is_a_breach(data):
    events = play(easter_clock(), do("search_register", data=["name", "birth_date", data], date_from="form"))
    assert statuses(events)["needed_data_only"] == "breached"


def test_a_search_by_name_alone_puts_the_safeguard_at_risk():
    events = play(easter_clock(), do("search_register", data=["name"], date_from="none"))
    assert statuses(events)["needed_data_only"] == "at_risk"


@pytest.mark.parametrize("question", ["family", "medical", "asylum"])
def test_asking_germany_for_more_than_identity_is_a_breach(question):
    events = play(easter_clock(), do("ask_germany_more", question=question))
    assert statuses(events)["needed_data_only"] == "breached"


def test_the_date_of_the_form_finds_a_namesake_and_the_passport_date_the_man():
    first = play(easter_clock(), do("search_register", data=["name", "birth_date"], date_from="form"), do("wait"))
    assert replay(first).facts["record_first"] == "found"
    assert replay(first).facts["record_second"] == "unknown"
    assert replay(play(easter_clock(), *PAGE, *SEARCH)).facts["record_second"] == "found"


def test_nobody_signs_after_thursday_14_00():
    scenario = easter_clock()
    state = replay(play(scenario, *IDENTIFIED, do("end_day"), do("wait")))
    assert state.now == datetime.fromisoformat("2026-04-09T14:00")
    with pytest.raises(Refused) as refusal:
        decide(scenario, state, do("reply_agreed", record="second"))
    assert refusal.value.because.say() == "Nobody who may sign is in the office."


def test_germany_answers_a_question_of_2_april_on_its_first_open_day():
    assert replay(play(easter_clock(), *PAGE)).now == datetime.fromisoformat("2026-04-07T09:02")


@pytest.mark.parametrize(
    ("due", "rule"),
    [
        ("2026-04-11", "on_a_reading"),
        ("2026-04-12", "on_a_reading"),
        ("2026-04-13", "on_a_reading"),
        ("2026-04-14", "on_a_reading"),
        ("2026-04-20", "working_days"),
        ("2026-04-10", "another_day"),
        ("2026-04-15", "another_day"),
    ],
)
def test_the_compute_task_takes_each_reading_and_charges_working_days(due, rule):
    events = play(easter_clock(), do("work_out_deadline", due=due))
    points = {"on_a_reading": 6, "working_days": -2, "another_day": 0}[rule]
    assert (events[-1].data["rules"], score(easter_clock(), events).points) == ([rule], points)


def test_the_second_try_earns_little_for_the_first_has_shown_every_day():
    tries = (do("work_out_deadline", due="2026-04-20"), do("work_out_deadline", due="2026-04-12"))
    assert score(easter_clock(), play(easter_clock(), *tries)).points == 0


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2026-05-01", "closed_here"),
        ("2026-05-02", "closed_here"),
        ("2026-05-14", "closed_there"),
        ("2026-04-14", "not_ahead"),
        ("2026-07-09", "beyond_limit"),
        ("2026-05-05", "agreed"),
    ],
)
def test_a_transfer_day_is_open_on_both_sides_and_within_the_limit(day, rule):
    ready = (do("reply_agreed", record="second"), FORM, do("order_travel_document", record="second"), *[do("wait")] * 5)
    events = play(easter_clock(), *IDENTIFIED, *ready, do("agree_transfer", day=day))
    assert [event.data["rules"] for event in events if event.kind == "act_taken"][-1] == [rule]


def test_an_interview_settles_it_when_more_time_was_given():
    asked = (do("ask_more_time", reason="identity"), do("ask_interview", subjects=["nationality"]))
    events = play(easter_clock(), *asked, *[do("end_day")] * 9)
    assert replay(events).documents["interview_note"] == "here"
    assert replay(events).now == datetime.fromisoformat("2026-04-17T09:00")


@pytest.mark.parametrize("style", ["prompt", "formalist", "silent"])
def test_every_way_passes_whatever_the_style_of_germany(style):
    case = easter_clock()
    for way in case.models.values():
        events = list(begin(case, "", styles={"germany": style}))
        events += follow(case, replay(events), way)
        assert debrief(case, events).score.passed


def test_a_germany_that_says_nothing_gives_no_more_time():
    case = easter_clock()
    events = list(begin(case, "", styles={"germany": "silent"}))
    for command in (do("register_receipt"), do("ask_more_time", reason="identity"), *[do("end_day")] * 3):
        events += decide(case, replay(events), command)
    assert (replay(events).facts["more_time"], replay(events).clocks["reply"].extended) == ("asked", False)


def test_the_desk_of_the_first_morning():
    scenario = easter_clock()
    table = desk(scenario, replay(begin(scenario)))
    assert [paper.document.key for paper in table.papers] == ["form"]
    assert [letter.message.key for letter in table.inbox] == ["request"]
    assert {item.act.key for item in table.not_yet} == {
        "inspect_passport",
        "compare_identity",
        "ask_for_page",
        "note_identity",
        "fill_travel_form",
        "order_travel_document",
        "agree_transfer",
        "correct_record",
        "ask_protection_check",
        "brief_reception",
        "close_file",
    }
    assert (table.due[0].days_with_today, table.due[0].open_days_with_today) == (10, 6)
    assert table.due[0].in_time_by.isoformat() == "2026-04-09"
    assert table.end_of_day.to == datetime.fromisoformat("2026-04-03T09:00")


def test_ending_the_day_on_the_last_open_day_says_that_a_clock_turns():
    scenario = easter_clock()
    table = desk(scenario, replay(play(scenario, *[do("end_day")] * 5)))
    assert (table.now, table.end_of_day.to) == (
        datetime.fromisoformat("2026-04-09T09:00"),
        datetime.fromisoformat("2026-04-14T09:00"),
    )
    assert table.end_of_day.clocks == (("reply", "contested"),)


def test_the_sources_stand_side_by_side_once_read():
    scenario = easter_clock()
    table = desk(scenario, replay(play(scenario, *IDENTIFIED)))
    rows = {row.particular: row.shown for row in table.sources.rows}
    assert [column.key for column in table.sources.columns] == ["form", "passport_copy", "record_two"]
    assert rows["birth_date"] == ("08.04.1987", "04 AUG 1987", "04.08.1987")
    assert rows["number"] == (None, None, "UTO-R-0804")


@pytest.mark.parametrize("played", [careful, silent, deemed, lambda: play(easter_clock(), *RUSHED)])
def test_the_engine_would_write_each_of_these_logs_again(played):
    assert verify(easter_clock(), played()) == ""


def test_unreviewed_law_is_shown_and_decides_nothing():
    marks = {item.item.key: (item.mark.value, item.counted) for item in score(easter_clock(), careful()).items}
    assert marks["reply_in_time"] == ("sourced", 10)
    assert marks["expiry_noted"] == ("assumption", 0)
    assert marks["compared_first"] == ("principle", 8)


def test_the_point_of_no_return_of_a_silent_desk_is_the_last_open_day():
    result = debrief(easter_clock(), silent())
    step = next(item for item in result.decisions if item.step == result.point_of_no_return)
    assert (step.built_in, step.at) == ("end_day", datetime.fromisoformat("2026-04-09T09:00"))
    assert {act.key for act in step.offered} >= {"ask_more_time", "reply_agreed", "reply_refused"}
    assert (step.in_reach_before, step.in_reach_after) == (True, False)


def test_the_passport_is_a_specimen_whose_zone_fits():
    assert easter_clock().documents["passport_copy"].mrz == (
        "P<UTOVEZBANOVIC<<DORDE<<<<<<<<<<<<<<<<<<<<<<",
        "ZZ00004178UTO8708047M2601113TRAINING<<<<<<68",
    )
