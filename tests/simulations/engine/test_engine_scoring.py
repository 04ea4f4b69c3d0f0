"""The ladder: principles and reviewed law decide, sourced law is shown, guesses earn nothing."""

from dataclasses import replace

import pytest

from simulations.engine.conditions import DeadlineIs, FactIs
from simulations.engine.reference import Mark
from simulations.engine.scenario import RubricItem, Scenario
from simulations.engine.scoring import score
from simulations.engine.taint import mark_of_ending, mark_of_item, marks_of_facts
from simulations.engine.text import Text
from tests.simulations.engine.playing import do, play
from tests.simulations.engine.tiny import tiny

GOOD = (do("compute", due="2026-04-14"), do("ask"), do("wait"), do("inspect"), do("agree"))


def marked(mark: Mark) -> Scenario:
    """The tiny case with its reply limit and the extension of it marked otherwise."""
    values = dict(tiny().values)
    for token in ("eu-serbia.reply", "eu-serbia.extension"):
        values[token] = replace(values[token], mark=mark)
    return replace(tiny(), values=values)


def item(**changes) -> RubricItem:
    return replace(RubricItem("new", "safeguards", 7, Text({"en": "New"})), **changes)


@pytest.mark.parametrize(
    ("mark", "points", "possible", "deciding", "deciding_possible"),
    [
        (Mark.REVIEWED, 15, 15, 15, 15),
        (Mark.SOURCED, 15, 15, 10, 10),
        (Mark.ASSUMPTION, 10, 10, 10, 10),
        (Mark.GENERAL, 10, 10, 10, 10),
        (Mark.GENERAL_UNSURE, 10, 10, 10, 10),
    ],
)
def test_each_rung_of_the_ladder(mark, points, possible, deciding, deciding_possible):
    scenario = marked(mark)
    result = score(scenario, play(scenario, *GOOD))
    assert (result.points, result.possible) == (points, possible)
    assert (result.deciding, result.deciding_possible) == (deciding, deciding_possible)


def test_sourced_points_never_change_pass_or_fail():
    events = play(tiny(), *GOOD[1:])
    assert (score(tiny(), events).points, score(tiny(), events).passed) == (10, True)
    reviewed = marked(Mark.REVIEWED)
    assert score(reviewed, play(reviewed, *GOOD[1:])).deciding_percent == 67


def test_points_are_told_by_competency():
    result = score(tiny(), play(tiny(), *GOOD))
    assert [(part.competency, part.points, part.possible, part.share) for part in result.by_competency] == [
        ("legal_clocks", 5, 5, 1.0),
        ("safeguards", 10, 10, 1.0),
    ]


def test_a_critical_breach_caps_whatever_was_earned():
    result = score(tiny(), play(tiny(), do("ask"), do("wait"), do("agree")))
    assert (result.critical_breach, result.passed) == (True, False)


def test_a_missed_critical_item_is_no_pass():
    scenario = replace(tiny(), rubric={**tiny().rubric, "new": item(critical=True, on=("refuse",))})
    assert not score(scenario, play(scenario, *GOOD)).passed


def test_an_unfinished_run_has_not_passed():
    assert not score(tiny(), play(tiny(), *GOOD[:-1])).passed


def test_losing_points_never_goes_below_nothing():
    scenario = replace(tiny(), rubric={"new": item(points=-7, on=("ask",))})
    result = score(scenario, play(scenario, do("ask")))
    assert (result.points, result.percent, result.deciding_percent) == (-7, 0, 0)
    assert result.by_competency[1].share == 0.0


def test_an_item_is_earned_once_and_says_where():
    again = (do("compute", due="2026-04-12"), do("compute", due="2026-04-13"))
    result = score(tiny(), play(tiny(), *again))
    assert [(one.item.key, one.counted, one.step) for one in result.items if one.earned] == [("date", 5, 1)]


def test_a_value_taints_the_clock_the_fact_it_sets_and_what_reads_the_fact():
    scenario = tiny()
    assert marks_of_facts(scenario) == {("deemed", "yes"): Mark.SOURCED}
    assert mark_of_item(scenario, item(when=FactIs("deemed", frozenset({"yes"})))) is Mark.SOURCED
    assert mark_of_item(scenario, item(when=DeadlineIs("reply", frozenset({"expired"})))) is Mark.SOURCED
    assert mark_of_item(scenario, item(when=FactIs("reply", frozenset({"agreed"})))) is Mark.PRINCIPLE
    assert mark_of_ending(scenario, scenario.endings["silent"]) is Mark.SOURCED
    assert mark_of_ending(scenario, scenario.endings["answered"]) is Mark.PRINCIPLE


def test_a_review_lifts_the_taint():
    scenario = marked(Mark.REVIEWED)
    assert marks_of_facts(scenario) == {}
    assert mark_of_ending(scenario, scenario.endings["silent"]).decides
