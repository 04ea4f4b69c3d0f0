"""The desk: what is new, possible, due and held; and never what is true."""

from dataclasses import replace
from datetime import date, datetime

from simulations.engine.desk import desk, explain, offer
from simulations.engine.evolve import replay
from simulations.engine.run import begin
from tests.simulations.engine.playing import do, easter_clock, play
from tests.simulations.engine.tiny import tiny


def state_after(scenario, *commands):
    return replay(play(scenario, *commands))


def test_an_offer_says_when_it_is_done_and_which_options_are_open():
    scenario = easter_clock()
    found = offer(scenario, replay(begin(scenario)), "search_register")
    assert found.ends == datetime.fromisoformat("2026-04-02T11:00")
    assert [option.key for option in found.options["date_from"]] == ["form", "none"]


def test_an_act_that_is_not_offered_has_no_page():
    scenario = easter_clock()
    assert offer(scenario, replay(begin(scenario)), "close_file") is None
    assert offer(scenario, replay(begin(scenario)), "no_such_act") is None


def test_what_was_done_and_cannot_be_repeated_lies_behind():
    table = desk(easter_clock(), state_after(easter_clock(), do("register_receipt")))
    assert [act.key for act in table.behind] == ["register_receipt"]


def test_a_repeatable_act_says_how_often_it_was_done():
    tries = [do("work_out_deadline", due="2026-04-20")] * 2
    found = offer(easter_clock(), state_after(easter_clock(), *tries), "work_out_deadline")
    assert found.times_done == 2


def test_each_impossible_act_has_the_authors_reason():
    reasons = {item.act.key: item.because.say() for item in desk(easter_clock(), replay(begin(easter_clock()))).not_yet}
    assert reasons["inspect_passport"] == "There is no passport copy in the file."
    assert reasons["order_travel_document"] == "There is no agreed reply yet."


def test_reading_takes_a_message_off_the_new_ones():
    scenario = tiny()
    assert desk(scenario, replay(begin(scenario))).unread == 1
    table = desk(scenario, state_after(scenario, do("read", message="request")))
    assert (table.unread, [letter.read for letter in table.inbox]) == (0, [True])


def test_the_newest_letter_lies_on_top():
    table = desk(tiny(), state_after(tiny(), do("ask"), do("wait")))
    assert [letter.message.key for letter in table.inbox] == ["copy", "request"]
    assert [(paper.document.key, paper.is_new) for paper in table.papers] == [("form", True), ("passport", True)]


def test_the_clock_counts_days_with_today():
    due = desk(tiny(), state_after(tiny(), do("end_day"), do("end_day"))).due[0]
    assert (due.days_with_today, due.open_days_with_today, due.in_time_by) == (6, 4, date(2026, 4, 9))


def test_the_explanation_of_a_clock_follows_its_extension():
    before = explain(tiny(), replay(begin(tiny())), "reply")
    after = explain(tiny(), state_after(tiny(), do("more_time")), "reply")
    assert (before.latest, after.latest) == (date(2026, 4, 14), date(2026, 4, 20))
    assert after.mark.value == "sourced"


def test_waiting_says_where_it_leads_and_is_not_offered_when_nothing_is_on_its_way():
    scenario = easter_clock()
    first = desk(scenario, replay(begin(scenario))).wait
    assert (first.to, first.ends_case) == (datetime.fromisoformat("2026-04-08T11:00"), False)
    table = desk(scenario, state_after(scenario, *[do("wait")] * 6))
    assert (table.wait, table.end_of_day.ends_case) == (None, False)


def test_ending_the_last_day_says_that_it_ends_the_case():
    state = replace(replay(begin(tiny())), now=datetime.fromisoformat("2026-05-28T09:00"))
    assert desk(tiny(), state).end_of_day.ends_case


def test_nothing_that_is_true_and_not_shown_reaches_the_desk():
    """The form's true date of birth is not on the form."""
    table = desk(easter_clock(), state_after(easter_clock(), do("read", document="form")))
    assert "04.08.1987" not in str([row.shown for row in table.sources.rows])
