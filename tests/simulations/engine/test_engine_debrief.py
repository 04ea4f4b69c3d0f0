"""The debrief: what was done, what it did, what was still possible."""

from datetime import date, datetime

from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.run import begin, decide
from tests.simulations.engine.playing import do, easter_clock, play
from tests.simulations.engine.tiny import tiny


def late():
    """Asks on the last open day, without reasons, and falls silent."""
    events = play(easter_clock(), do("work_out_deadline", due="2026-04-20"), *[do("end_day")] * 5)
    events += decide(easter_clock(), replay(events), do("ask_more_time", reason="none"))
    while not replay(events).has_ended:
        events += decide(easter_clock(), replay(events), do("end_day"))
    return events


def test_each_decision_says_what_it_did_with_its_law():
    first = debrief(easter_clock(), late()).decisions[0]
    assert (first.act.key, first.verdict, first.points) == ("work_out_deadline", "cost", -2)
    assert first.feedback[0].say().startswith("You counted working days")
    assert [value.token for value in first.law] == [
        "eu-serbia.reply",
        "eu-serbia.receipt_day",
        "eu-serbia.roll_over",
        "eu-serbia.roll_over_calendar",
    ]
    assert [value.mark.value for value in first.law] == ["sourced", "assumption", "assumption", "assumption"]


def test_a_breach_is_the_verdict_of_the_act_that_made_it():
    result = debrief(easter_clock(), late())
    decision = next(item for item in result.decisions if item.act and item.act.key == "ask_more_time")
    finding = next(item for item in result.safeguards if item.safeguard.key == "reasons_given")
    assert (decision.verdict, finding.status, finding.step) == ("breach", "breached", decision.step)
    assert finding.text.say().startswith("A decision about a man left without saying why.")


def test_after_the_breach_a_pass_is_out_of_reach():
    result = debrief(easter_clock(), late())
    turn = next(item for item in result.decisions if item.step == result.point_of_no_return)
    assert (turn.act.key, turn.in_reach_before, turn.in_reach_after) == ("ask_more_time", True, False)
    assert "reply_agreed" in [act.key for act in turn.offered]


def test_silence_is_a_decision_with_the_law_of_the_clock():
    result = debrief(easter_clock(), late())
    silence = [item for item in result.decisions if item.built_in]
    assert [(item.built_in, item.at.day) for item in silence][:2] == [("end_day", 9), ("end_day", 14)]
    assert "eu-serbia.silence" in [value.token for value in silence[1].law]


def test_a_fork_starts_from_the_events_before_the_decision():
    events = late()
    decision = next(
        item for item in debrief(easter_clock(), events).decisions if item.act and item.act.key == "ask_more_time"
    )
    kept = [event for event in events if event.seq < decision.fork_seq]
    other = decide(easter_clock(), replay(kept), do("ask_more_time", reason="identity"))
    assert (replay(kept).now, replay(kept).breaches) == (datetime.fromisoformat("2026-04-09T09:00"), {})
    assert replay(other, replay(kept)).breaches == {}


def test_time_that_was_let_pass_tells_which_clock_turned_and_the_last_day_that_was_safe():
    turned = [
        (turn.kind, turn.on, turn.in_time_by)
        for item in debrief(easter_clock(), late()).decisions
        if item.built_in
        for turn in item.turns
        if turn.kind != "ended"
    ]
    assert turned == [
        ("contested", date(2026, 4, 12), date(2026, 4, 9)),
        ("expired", date(2026, 4, 15), date(2026, 4, 9)),
    ]


def test_the_strip_shows_each_day_with_both_offices_and_the_readings():
    days = {strip.day: strip for strip in debrief(easter_clock(), late()).days}
    assert days[date(2026, 4, 3)].closed == {"RS": (), "DE": ("Good Friday",)}
    assert days[date(2026, 4, 10)].closed == {"RS": ("Good Friday",), "DE": ()}
    assert days[date(2026, 4, 11)].due == (("reply", "earliest"),)
    assert days[date(2026, 4, 14)].due == (("reply", "default"), ("reply", "latest"))
    assert [mark.key for mark in days[date(2026, 4, 9)].marks if mark.kind == "act"] == ["ask_more_time"]
    assert [mark.kind for mark in days[date(2026, 4, 12)].marks] == ["contested"]


def test_the_timeline_is_in_order_and_ends_with_the_ending():
    timeline = debrief(easter_clock(), late()).timeline
    assert [mark.at for mark in timeline] == sorted(mark.at for mark in timeline)
    assert (timeline[-1].kind, timeline[-1].key) == ("ending", "deemed_agreed")


def test_a_run_that_is_not_over_can_be_looked_back_at():
    result = debrief(tiny(), play(tiny(), do("ask")))
    assert (result.ending, result.score.passed, result.point_of_no_return) == (None, False, None)


def test_a_run_that_has_just_begun_has_no_decisions():
    result = debrief(tiny(), begin(tiny()))
    assert (result.decisions, result.timeline, result.days) == ((), (), ())


def test_what_had_been_read_by_then_is_what_the_decision_had():
    events = play(tiny(), do("read", document="form"), do("ask"), do("wait"), do("agree"))
    last = debrief(tiny(), events).decisions[-1]
    assert (last.act.key, last.held) == ("agree", ("form",))


def test_another_way_is_told_only_where_it_would_have_been_better():
    passport = (do("read", document="form"), do("ask_for_page"), do("wait"), do("read", document="passport_copy"))
    searches = [do("search_register", data=["name", "birth_date"], date_from=one) for one in ("form", "passport")]
    decisions = debrief(easter_clock(), play(easter_clock(), *passport, *searches)).decisions
    told = [(item.verdict, item.also.say()) for item in decisions if item.act.key == "search_register"]
    assert told == [("cost", "Wait for the passport page and search with its date."), ("sound", "")]
