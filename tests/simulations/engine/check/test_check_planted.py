"""In each case that ships a way round is planted; it is found and told as acts that the engine plays."""

import json
from dataclasses import replace
from functools import cache

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.atoms import CounterpartIs, FactIs
from simulations.engine.check.certificate import certify
from simulations.engine.check.logs import played
from simulations.engine.conditions import All
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.play import play, read_acts
from simulations.engine.scenario import Scenario, Waiver
from simulations.engine.text import Text
from simulations.scenarios.engine.library import path_of
from tests.simulations.engine.check.test_check_certificate import PATIENT, without

PLANTED = [
    ("easter_clock", "more_time", "reasons_given"),
    ("late_sentence", "early", "remedy_first"),
    ("fit_to_fly", "unfit", "fit_first"),
]


@cache
def shipped(key: str) -> Scenario:
    return load(path_of(key).read_bytes(), reference(), key=key)


@pytest.mark.parametrize(("key", "fact", "safeguard"), PLANTED)
def test_an_ending_that_forgets_what_was_done_is_refuted(key, fact, safeguard):
    """No ending asks for this fact any more: a run that broke the safeguard can pass."""
    case = shipped(key)
    forgetful = {name: replace(item, when=without(item.when, fact)) for name, item in case.endings.items()}
    case = replace(case, endings=forgetful)
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}[safeguard]
    assert proof.status == "refuted"
    state = replay(played(case, proof.trace))
    assert safeguard in state.breaches
    assert case.endings[state.ending].kind == "pass"
    assert proof.story[-1].endswith(f"the case ends: “{case.endings[state.ending].title.say()}”.")


@pytest.mark.parametrize(("key", "fact", "safeguard"), PLANTED[:1])
def test_an_earlier_ending_excludes_as_well_as_a_condition(key, fact, safeguard):
    """Only the passing ending forgets; the one that sends the file back comes first and does not."""
    case = shipped(key)
    forgetful = {
        name: replace(item, when=without(item.when, fact)) if item.kind == "pass" else item
        for name, item in case.endings.items()
    }
    found = certify(replace(case, endings=forgetful), **PATIENT)
    assert {item.id: item.status for item in found.safeguards}[safeguard] == "proved"


def test_a_waived_safeguard_says_by_whom_and_why():
    case = shipped("easter_clock")
    waiver = Waiver(because=Text({"en": "The law gives no other way."}), by="A. Primerović")
    guard = replace(case.safeguards["reasons_given"], waived=waiver)
    case = replace(case, safeguards={**case.safeguards, guard.key: guard})
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}["reasons_given"]
    assert (proof.status, proof.words) == ("waived", "Waived by A. Primerović: The law gives no other way.")


NARROWED = [
    ("one_letter", "agree_transfer", "not_asked", FactIs("protection", frozenset({"none"})), "safe_that_day"),
    ("fit_to_fly", "confirm_ready", "against_doctors", FactIs("condition", frozenset({"unwell"})), "still_today"),
]


@pytest.mark.parametrize(("key", "act", "rule", "when", "safeguard"), NARROWED)
def test_a_rule_that_notices_only_some_breaches_is_refuted(key, act, rule, when, safeguard):
    """A check asked for and not awaited; a certificate withdrawn and never asked for again."""
    case = shipped(key)
    rules = tuple(replace(item, when=when) if item.key == rule else item for item in case.acts[act].rules)
    assert rules != case.acts[act].rules
    case = replace(case, acts={**case.acts, act: replace(case.acts[act], rules=rules)})
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}[safeguard]
    assert proof.status == "refuted"
    state = replay(played(case, proof.trace))
    assert safeguard in state.breaches
    assert case.endings[state.ending].kind == "pass"


UNNOTICED = [
    ("born_in_graz", "send_request", "not_weighed", "best_interests_first"),  # weighed after the request, asked later
    ("born_in_graz", "send_request", "assumed", "no_child_without_nationality"),  # sent too soon, then asked back
    ("born_in_graz", "agree_transfer", "split", "family_together"),  # settled, and settled again
]


def unnoticed(key, act, rule, **instead):
    case = shipped(key)
    rules = tuple(replace(item, **instead) if item.key == rule else item for item in case.acts[act].rules)
    return replace(case, acts={**case.acts, act: replace(case.acts[act], rules=rules)})


@pytest.mark.parametrize(("key", "act", "rule", "safeguard"), UNNOTICED)
def test_a_way_round_that_takes_several_changes_is_refuted(key, act, rule, safeguard):
    """The rule that notes the breach has lost its effect; what then has to change is found one thing at a time."""
    case = unnoticed(key, act, rule, effects=())
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}[safeguard]
    assert proof.status == "refuted"
    assert passed_broken(case, proof.trace, safeguard)


def passed_broken(case, trace, safeguard):
    result = play(case, read_acts(json.dumps(trace).encode()))
    state = replay(result.events)
    assert result.refusals == ()
    return safeguard in state.breaches and case.endings[state.ending].kind == "pass"


def test_a_way_round_that_only_one_style_of_a_counterpart_opens_is_told_with_that_style():
    """With whoever answers promptly the breach is noted as it should be."""
    rule = next(item for item in shipped("easter_clock").acts["search_register"].rules if item.key == "too_wide")
    prompt = All((rule.when, CounterpartIs("consulate", frozenset({"prompt"}))))
    case = unnoticed("easter_clock", "search_register", "too_wide", when=prompt)
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}["needed_data_only"]
    assert proof.status == "refuted"
    assert (proof.trace[0]["act"], proof.trace[0]["inputs"]["consulate"]) == ("begin", "slow")
    assert passed_broken(case, proof.trace, "needed_data_only")
