"""Safeguards kept in one way or another are proved, by every run with the real clock where nothing less shows it."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.budget import Budget
from simulations.engine.check.certificate import certify
from simulations.engine.check.exhaust import bare, exhaust, tells_all_days
from simulations.engine.check.looking import Looking
from simulations.engine.check.proofs import Prover
from simulations.engine.check.refine import NEVER
from simulations.engine.compiled import machine
from simulations.engine.loader import load
from tests.simulations.engine.check.shapes import SHAPES, shape
from tests.simulations.engine.check.variations import WAITING
from tests.simulations.engine.tiny import tiny

PASSES_ANYHOW = {**SHAPES["a_flag_that_the_passing_ending_reads"], "endings": {"done": ["pass", {"act": "close"}]}}


def prover(case):
    return Prover(Looking(case, machine(case)), "guard", Budget(seconds=20, states=200_000))


@pytest.mark.parametrize("name", SHAPES)
def test_a_sound_shape_is_proved(name):
    found = certify(shape(SHAPES[name]), seconds=20, states=500_000)
    assert [proof.status for proof in found.safeguards] == ["proved"]


def test_a_breach_that_only_an_answer_at_another_hour_could_hide_is_proved():
    """The answer would have to come while the act is being done, and it comes before anybody is at the desk."""
    found = certify(load(WAITING, reference(), key="waiting"), seconds=20, states=500_000)
    assert [proof.status for proof in found.safeguards] == ["proved"]


def test_an_answer_that_comes_while_somebody_is_at_the_desk_makes_the_same_a_way_round():
    text = WAITING.replace("{send: answer, open_days: 2, calendar: DE}", "{send: answer, minutes: 20}")
    (proof,) = certify(load(text, reference(), key="waiting"), seconds=20, states=500_000).safeguards
    assert (proof.status, proof.trace[-1]["act"]) == ("refuted", "close")


def test_a_run_that_passes_after_a_breach_is_found_among_all():
    found = prover(shape(PASSES_ANYHOW)).every_run()
    assert ([row["act"] for row in found.trace], found.whole) == (["close"], False)


@pytest.mark.parametrize(("states", "whole"), [(3, False), (60_000, True)])
def test_what_was_not_looked_through_to_the_end_says_so(states, whole):
    small = machine(bare(shape(SHAPES["a_failing_ending_counts"]), "guard"))
    assert exhaust(small, lambda state: False, Budget(seconds=20, states=states)).whole == whole


def test_in_a_long_case_not_every_day_that_can_be_told_apart_is_named_and_nothing_is_said():
    long, short = tiny(), replace(tiny(), ends_on=date(2026, 4, 30))
    assert [tells_all_days(machine(case)) for case in (long, short)] == [False, True]
    assert not exhaust(machine(long), lambda state: False, Budget(seconds=20, states=1_000_000)).whole


LENGTHS = ({"minutes": 15}, {"minutes": 45}, {"days": 0}, {"days": 1}, {"open_days": 1, "calendar": "RS"})
TWINS = SHAPES["two_duties_of_equal_length_in_days"]


@pytest.mark.parametrize(("mine", "theirs"), list(product(LENGTHS, repeat=2)))
def test_of_two_duties_abstract_time_and_every_run_say_the_same(mine, theirs):
    guard = {**TWINS["guard"], "within": mine}
    gone = {"title": "G", "when": {"act": "hear"}, "expects": {"acts": ["stop", "close"], "within": theirs}}
    asked = prover(shape({**TWINS, "guard": guard, "more": {"injects": {"gone": gone}}}))
    every = asked.every_run()
    if asked.ask(True, True, every_ending=True).verdict == NEVER:
        assert (every.whole, every.trace) == (True, None)
    else:
        assert every.whole or asked.is_so(every.trace, True, True)
