"""Which office is ours in the picture of a clock, whichever side is asked, and the day that is safe for both."""

import pytest

from simulations.engine import desk as engine
from simulations.engine.evolve import replay
from simulations.runs.screens import clocks
from simulations.runs.screens.deadline import deadline_page
from tests.simulations.engine.playing import do, play
from tests.simulations.library.playing import case


@pytest.mark.parametrize(
    ("key", "deadline", "own", "other"),
    [
        ("easter_clock", "reply", "Serbia", "Germany"),
        ("late_sentence", "transfer", "Slovenia", "Montenegro"),
        ("born_in_graz", "reply", "Austria", "Bosnia and Herzegovina"),
    ],
)
def test_the_own_office_stands_first_whether_it_asks_or_is_asked(key, deadline, own, other):
    scenario = case(key)
    sides = clocks.sides(scenario, scenario.deadlines[deadline])
    assert (sides.own, sides.other) == (own, other)


def test_holidays_of_montenegro_stand_in_its_row_and_the_safe_day_is_one_on_which_both_work():
    scenario = case("late_sentence")
    state = replay(play(scenario, do("work_out_transfer", due="2026-05-24")))
    (due,) = engine.desk(scenario, state).due
    panel = clocks.panel(scenario, state, due)
    assert (panel.sides.own, panel.sides.other) == ("Slovenia", "Montenegro")
    assert "Slovenia, you" in panel.strip
    assert "<td>Open</td><td>Closed: Independence Day</td>" in panel.rows
    page = deadline_page(scenario, state, "transfer", ())
    assert (str(due.in_time_by), str(page.count.explained.in_time_by)) == ("2026-05-20", "2026-05-20")
