"""Was a pass still in reach? Yes is shown by a way; no is certain or the author knows none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from simulations.engine.evolve import replay
from simulations.engine.outlook import is_out_of_reach, last_step_in_reach, pass_in_reach
from simulations.engine.run import begin, decide, steps
from tests.simulations.engine.playing import do, easter_clock, play
from tests.simulations.engine.test_engine_random_play import SEEDS, anybody
from tests.simulations.engine.tiny import tiny


def outlook(*commands, scenario=None):
    scenario = scenario or easter_clock()
    played = tuple(steps(play(scenario, *commands)))
    return pass_in_reach(scenario, played[-1].after, played)


def test_at_the_beginning_everything_is_open():
    assert outlook()


def test_a_week_of_silence_leaves_the_way_with_more_time():
    assert outlook(*[do("end_day")] * 5)


def test_after_the_last_open_day_no_way_is_known():
    assert not outlook(*[do("end_day")] * 6)


def test_when_silence_has_answered_it_is_certain():
    state = replay(play(easter_clock(), *[do("end_day")] * 7))
    assert is_out_of_reach(easter_clock(), state)


@pytest.mark.parametrize(
    "command",
    [do("reply_refused", reason="dates"), do("reply_agreed", record="form"), do("ask_germany_more", question="family")],
)
def test_one_act_can_put_a_pass_out_of_reach_for_certain(command):
    assert is_out_of_reach(easter_clock(), replay(play(easter_clock(), command)))


def test_a_case_without_known_ways_says_nothing_is_in_reach():
    assert not outlook(scenario=replace(tiny(), models={}))


def test_an_ended_run_is_in_reach_only_when_it_passed():
    passed = (do("ask"), do("wait"), do("inspect"), do("agree"))
    assert outlook(*passed, scenario=tiny())
    assert not outlook(do("refuse", words="no such man"), scenario=tiny())


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_what_is_certainly_out_of_reach_is_never_reached_again(seed):
    scenario = easter_clock()
    played = tuple(steps(anybody(seed)))
    turned = [is_out_of_reach(scenario, step.after) for step in played if not step.after.has_ended]
    assert turned == sorted(turned)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_halving_finds_the_same_turning_point_as_looking_at_every_step(seed):
    scenario = easter_clock()
    played = tuple(steps(anybody(seed)))
    reach = [pass_in_reach(scenario, step.after, played[: index + 1]) for index, step in enumerate(played)]
    last = max((index for index, open_ in enumerate(reach) if open_), default=-1)
    assert last_step_in_reach(scenario, played) == last


def test_following_the_way_from_any_morning_of_the_first_week_still_passes():
    scenario = easter_clock()
    events = list(begin(scenario))
    for _ in range(4):
        played = tuple(steps(events))
        assert pass_in_reach(scenario, played[-1].after, played)
        events += decide(scenario, replay(events), do("end_day"))
