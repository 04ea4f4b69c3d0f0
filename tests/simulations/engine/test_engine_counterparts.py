"""The other side answers promptly, slowly or not at all: one style a run, drawn from its seed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.counterparts import drawn
from simulations.engine.evolve import replay
from simulations.engine.play import play
from simulations.engine.run import Command, begin, verify
from simulations.engine.scoring import score
from tests.simulations.engine.playing import do
from tests.simulations.engine.talking import after, talk, talking


def arrival(style: str) -> list[str]:
    return [item.due.isoformat() for item in after(do("ask"), styles={"germany": style}).pending]


def test_a_style_puts_answers_off_or_holds_them_back():
    assert arrival("prompt") == ["2026-04-07T09:00:00"]
    assert arrival("slow") == ["2026-04-10T09:00:00"]
    assert arrival("silent") == []


def test_what_comes_within_minutes_has_no_style():
    for style in ("prompt", "slow", "silent"):
        assert len(after(do("thank"), do("inspect"), styles={"germany": style}).inbox) == 1


def test_without_a_seed_a_run_has_the_authors_first_style():
    assert replay(begin(talking())).styles == {"germany": "prompt"}


@given(st.text(min_size=1, max_size=40))
def test_the_same_seed_gives_the_same_style(seed):
    style = replay(begin(talking(), seed)).styles["germany"]
    assert style in ("prompt", "slow", "silent")
    assert drawn(talking().counterparts, seed) == {"germany": style}


def test_each_style_is_given_to_about_a_third_of_the_runs():
    counted = Counter(drawn(talking().counterparts, str(n))["germany"] for n in range(3000))
    assert all(900 < number < 1100 for number in counted.values())
    assert len(counted) == 3


def test_a_style_that_the_author_does_not_allow_is_never_given():
    assert replay(begin(talking(), styles={"germany": "formalist", "man": "slow"})).styles == {"germany": "prompt"}


def test_a_condition_reads_the_style_and_the_log_keeps_it():
    for style, earned in (("prompt", True), ("slow", False)):
        events = talk(do("ask"), do("agree"), seed="s", styles={"germany": style})
        assert {item.item.key: item.earned for item in score(talking(), events).items}["quick"] is earned
        assert verify(talking(), events) == ""


def test_a_list_of_acts_may_begin_with_the_style_of_a_counterpart():
    slow = play(talking(), [Command("begin", {"germany": "slow"}), Command("ask", {})])
    assert replay(slow.events).styles == {"germany": "slow"}
    assert [item.due.isoformat() for item in replay(slow.events).pending] == ["2026-04-10T09:00:00"]
    assert slow.refusals == ()


def test_a_style_that_the_author_does_not_allow_is_not_given():
    assert replay(play(talking(), [Command("begin", {"germany": "rude"})]).events).styles == {"germany": "prompt"}
