"""What the desk offers when nothing is left to do: to stay, to end the day, or to wait for another day."""

from simulations.engine.evolve import replay
from simulations.runs.screens.workspace import Done, told_once, workspace
from tests.simulations.engine.playing import do, play
from tests.simulations.library.playing import case

CASE = case("late_sentence")


def offered(*commands):
    """Whether one may stay; where ending the day leads; until when one may wait."""
    desk = workspace(CASE, replay(play(CASE, *commands)), ())
    return desk.stay, str(desk.end_of_day.to), desk.wait and str(desk.wait.to)


def test_on_a_day_without_news_the_day_is_ended():
    assert offered() == (False, "2026-05-19 06:00:00", "2026-05-19 08:10:00")


def test_where_something_still_comes_today_one_may_stay_for_it():
    assert offered(do("end_day")) == (True, "2026-05-20 06:00:00", None)


def test_days_let_pass_one_after_the_other_are_one_line():
    lines = [Done(CASE.starts_at, what, "", is_built_in=what != "Ring") for what in ("Wait", "Wait", "Wait", "Ring")]
    lines += [lines[3], Done(CASE.starts_at, "End", "", is_built_in=True)]
    told = [(line.what, line.detail) for line in told_once(lines)]
    assert told == [("Wait", "3 times"), ("Ring", ""), ("Ring", ""), ("End", "")]


def test_whoever_stayed_is_there_when_he_speaks():
    state = replay(play(CASE, do("end_day"), do("wait")))
    assert (str(state.now), state.facts["claim"]) == ("2026-05-19 08:10:00", "said")
