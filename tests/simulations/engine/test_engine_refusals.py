"""What the engine does not do, and the name it gives each refusal."""

from dataclasses import replace

import pytest

from simulations.engine.evolve import replay
from simulations.engine.refusal import CODES, Refused
from simulations.engine.run import Command, begin, decide, verify
from simulations.engine.scenario import Inject, Option, Send, SetFact
from simulations.engine.scenario import Input as Field
from simulations.engine.text import Text
from tests.simulations.engine.playing import do, easter_clock, kinds, play
from tests.simulations.engine.tiny import tiny

NAME = Text({"en": "Name"})


def refusal(scenario, state, command) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        decide(scenario, state, command)
    assert refused.value.code in CODES
    return refused.value.code, refused.value.where


def at_start(command: Command) -> tuple[str, str]:
    return refusal(easter_clock(), replay(begin(easter_clock())), command)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (do("no_such_act"), ("unknown_act", "")),
        (do("close_file"), ("not_yet", "")),
        (do("end_day", why="tired"), ("input_unknown", "why")),
        (do("wait", until="May"), ("input_unknown", "until")),
        (do("read"), ("input_invalid", "message")),
        (do("read", document="record_one"), ("input_invalid", "document")),
        (do("read", message="page_arrives"), ("input_invalid", "message")),
        (do("read", document=["form"]), ("input_invalid", "document")),
        (do("work_out_deadline"), ("input_missing", "due")),
        (do("work_out_deadline", due=""), ("input_missing", "due")),
        (do("work_out_deadline", due="12.04.2026"), ("input_invalid", "due")),
        (do("work_out_deadline", due="2026-02-30"), ("input_invalid", "due")),
        (do("work_out_deadline", due=20260412), ("input_invalid", "due")),
        (do("work_out_deadline", due="2026-04-12", note="x"), ("input_unknown", "note")),
        (do("check_form", findings=[]), ("input_missing", "findings")),
        (do("check_form", findings=["page", "colour"]), ("input_invalid", "findings")),
        (do("reply_refused", reason="because"), ("input_invalid", "reason")),
        (do("reply_refused", reason=["none"]), ("input_invalid", "reason")),
        (do("reply_refused", reason="none", words=3), ("input_invalid", "words")),
        (do("reply_refused", reason="none", words="x" * 5001), ("too_long", "words")),
        (do("reply_refused", reason="none", words="one\0two"), ("not_text", "words")),
        (do("reply_refused", reason="none", words={"words": -1}), ("input_invalid", "words")),
        (do("reply_refused", reason="none", words={"words": True}), ("input_invalid", "words")),
        (do("reply_refused", reason="none", words={"words": 3, "digest": 7}), ("input_invalid", "words")),
        (do("search_register", data=["name"], date_from="passport"), ("input_invalid", "date_from")),
    ],
)
def test_what_cannot_be_done_on_the_first_morning(command, expected):
    assert at_start(command) == expected


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ({"surname": "same"}, ("input_missing", "findings.given_name")),
        ({"surname": "same", "shoe": "same"}, ("input_invalid", "findings.shoe")),
        ({"surname": "maybe"}, ("input_invalid", "findings.surname")),
        (["same"], ("input_invalid", "findings")),
    ],
)
def test_a_table_is_filled_row_by_row(findings, expected):
    scenario = easter_clock()
    both = {"passport_copy": "read", "record_two": "read"}
    state = replace(replay(begin(scenario)), documents=both)
    assert refusal(scenario, state, do("compare_identity", findings=findings)) == expected


def test_an_option_counts_once_and_in_the_order_of_the_case():
    events = play(easter_clock(), do("check_form", findings=["place", "page", "place"]))
    assert events[-1].data["inputs"] == {"findings": ["page", "place"]}


def test_an_act_that_is_done_once_is_not_done_twice():
    state = replay(play(easter_clock(), do("register_receipt")))
    assert refusal(easter_clock(), state, do("register_receipt")) == ("already_done", "")


def test_nothing_can_be_done_after_the_end():
    state = replay(play(tiny(), do("agree")))
    for command in (do("ask"), do("end_day"), do("wait"), do("read", document="form")):
        assert refusal(tiny(), state, command) == ("ended", "")


def test_an_act_that_takes_longer_than_the_office_is_open_waits_for_tomorrow():
    scenario = easter_clock()
    events = play(scenario, *[do("work_out_deadline", due="2026-04-20")] * 26)
    state = replay(events)
    assert state.now.isoformat() == "2026-04-02T15:00:00"
    assert refusal(scenario, state, do("reply_refused", reason="dates")) == ("office_closes", "")
    assert decide(scenario, state, do("reply_agreed", record="form"))


def test_too_few_words_are_refused_where_the_case_asks_for_reasons():
    state = replay(begin(tiny()))
    assert refusal(tiny(), state, do("refuse", words="not ours")) == ("too_few_words", "words")
    assert decide(tiny(), state, do("refuse", words="he is not ours"))


def test_what_is_not_required_may_be_left_out():
    events = play(easter_clock(), do("reply_refused", reason="dates", words=""))
    assert events[1].data["inputs"] == {"reason": "dates"}


def test_an_act_is_interrupted_when_the_case_ends_while_it_is_being_done():
    news = Inject("news", NAME, replay(begin(tiny())).now.replace(minute=50), effects=(SetFact("reply", "refused"),))
    scenario = replace(tiny(), injects={"news": news})
    events = play(scenario, do("ask"))
    assert kinds(events) == ["begun", "inject_fired", "ended", "act_interrupted"]
    assert replay(events).done == {}
    assert verify(scenario, events) == ""


def test_waiting_leads_nowhere_when_nothing_lies_ahead():
    scenario = replace(tiny(), injects={})
    state = replace(replay(begin(scenario)), clocks={}, now=replay(begin(scenario)).now.replace(year=2030))
    assert refusal(scenario, state, do("wait")) == ("nothing_ahead", "")


def test_options_open_when_their_condition_holds():
    scenario = tiny()
    field = Field(
        "which", "choice", NAME, options=(Option("a", NAME), Option("b", NAME, scenario.acts["inspect"].needs[0].when))
    )
    act = replace(scenario.acts["ask"], inputs=(field,), once=False)
    scenario = replace(scenario, acts={**scenario.acts, "ask": act})
    state = replay(begin(scenario))
    assert refusal(scenario, state, do("ask", which="b")) == ("input_invalid", "which")
    state = replace(state, documents={"passport": "here"})
    assert decide(scenario, state, do("ask", which="b"))


def test_a_case_that_answers_itself_without_end_is_refused_and_not_played_for_ever():
    copy = tiny().messages["copy"]
    again = replace(copy, effects=(*copy.effects, Send("copy")))
    scenario = replace(tiny(), messages={**tiny().messages, "copy": again})
    state = replay(play(scenario, do("ask")))
    assert refusal(scenario, state, do("wait")) == ("endless", "")
