"""A small case played: what is decided, what is refused, what the log keeps."""

from datetime import date, datetime

import pytest

from simulations.engine.debrief import debrief
from simulations.engine.desk import desk
from simulations.engine.evolve import replay
from simulations.engine.refusal import Refused
from simulations.engine.run import Command, begin, decide, verify
from tests.simulations.engine.playing import play
from tests.simulations.engine.tiny import tiny

LOOK_THEN_AGREE = (Command("ask"), Command("wait"), Command("inspect"), Command("agree"))


def test_a_run_begins_with_the_clock_running_on_all_readings():
    clock = replay(begin(tiny())).clocks["reply"]
    assert (clock.earliest, clock.default, clock.latest) == (
        date(2026, 4, 11),
        date(2026, 4, 14),
        date(2026, 4, 14),
    )
    assert clock.in_working_days == date(2026, 4, 20)


def test_a_question_to_germany_is_answered_on_their_next_open_day():
    state = replay(play(tiny(), Command("ask"), Command("wait")))
    assert state.now == datetime.fromisoformat("2026-04-07T09:02")
    assert state.documents == {"form": "here", "passport": "here"}


def test_agreeing_after_a_look_passes_and_keeps_the_safeguard():
    result = debrief(tiny(), play(tiny(), *LOOK_THEN_AGREE))
    assert (result.ending.key, result.score.passed) == ("answered", True)
    assert [finding.status for finding in result.safeguards] == ["kept"]


def test_agreeing_without_a_look_is_possible_and_recorded_as_a_breach():
    events = play(tiny(), Command("agree"))
    assert [event.kind for event in events] == ["begun", "act_taken", "safeguard_breached", "ended"]
    assert not debrief(tiny(), events).score.passed


def test_an_act_whose_paper_has_not_come_is_refused_with_the_authors_reason():
    scenario = tiny()
    with pytest.raises(Refused) as refusal:
        decide(scenario, replay(begin(scenario)), Command("inspect"))
    assert refusal.value.as_dict() == {
        "code": "not_yet",
        "act": "inspect",
        "where": "",
        "because": "The page has not arrived.",
    }


def test_a_stale_page_changes_nothing():
    scenario = tiny()
    state = replay(begin(scenario))
    with pytest.raises(Refused, match="stale"):
        decide(scenario, state, Command("ask", expected_seq=state.seq - 1))


def test_silence_ends_after_the_latest_reading_and_not_before():
    scenario = tiny()
    state = replay(play(scenario, *[Command("end_day")] * 6))
    assert (state.now, state.clocks["reply"].status) == (datetime.fromisoformat("2026-04-14T09:00"), "contested")
    state = replay(decide(scenario, state, Command("end_day")), state)
    assert (state.now, state.ending) == (datetime.fromisoformat("2026-04-15T00:00"), "silent")


def test_the_desk_says_what_each_source_says_once_it_was_read():
    scenario = tiny()
    events = play(scenario, Command("read", {"document": "form"}), Command("ask"), Command("wait"))
    table = desk(scenario, replay(events))
    assert [column.key for column in table.sources.columns] == ["form"]
    assert [row.shown for row in table.sources.rows] == [("08.04.1987",)]
    assert [paper.key for paper in table.sources.unread] == ["passport"]


def test_the_engine_would_write_the_same_log_again():
    scenario = tiny()
    assert verify(scenario, play(scenario, *LOOK_THEN_AGREE)) == ""
