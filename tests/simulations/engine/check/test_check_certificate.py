"""The certificate: sound cases are proved, a planted way round is found and told, what was cut short says so."""

from dataclasses import replace

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.atoms import FactIs, InputIs
from simulations.engine.check.certificate import certify
from simulations.engine.check.logs import played
from simulations.engine.conditions import All, NoneOf
from simulations.engine.evolve import replay
from simulations.engine.fingerprint import SEMANTICS
from simulations.engine.loader import load
from simulations.engine.scenario import SetFact
from simulations.scenarios.engine.library import path_of
from tests.simulations.engine.playing import easter_clock

PATIENT = {"seconds": 60, "states": 5_000_000}


def test_easter_clock_keeps_its_four_promises():
    found = certify(easter_clock(), **PATIENT)
    assert {proof.id: proof.status for proof in found.safeguards} == {
        "right_person": "proved",
        "reasons_given": "proved",
        "needed_data_only": "proved",
        "silence_is_no_check": "proved",
    }
    assert found.ok
    assert found.logic_hash == easter_clock().logic_hash
    assert (found.semantics, found.mode) == (SEMANTICS, "solo")


def test_a_passing_ending_that_forgets_a_breach_is_refuted_with_a_run_that_can_be_played():
    case = forgetful(easter_clock())
    proof = {item.id: item for item in certify(case, **PATIENT).safeguards}["needed_data_only"]
    assert proof.status == "refuted"
    state = replay(played(case, proof.trace))
    assert ("needed_data_only" in state.breaches, state.ending) == (True, "answered")
    assert len(proof.trace) <= 30  # nothing in it that the way round does not need
    assert proof.words.startswith("A learner can do “")
    assert "the case still ends with “The right man, a reasoned answer, a day on which he is met”." in proof.words
    assert any("the safeguard “Only data that the file needs leave it” is broken" in line for line in proof.story)


def forgetful(case):
    """Neither ending asks any more whether a query was too wide."""
    return replace(
        case, endings={key: replace(item, when=without(item.when, "query")) for key, item in case.endings.items()}
    )


def without(condition, fact):
    parts = getattr(condition, "parts", None)
    if parts is None:
        return condition
    kept = tuple(without(part, fact) for part in parts if not (isinstance(part, FactIs) and part.fact == fact))
    return type(condition)(kept)


def test_what_cannot_be_broken_is_called_vacuous():
    guard = easter_clock().safeguards["right_person"]
    case = with_guard(
        replace(guard, where=All((FactIs("reply", frozenset({"agreed"})), FactIs("reply", frozenset({"none"})))))
    )
    assert status(case, "right_person") == "vacuous"


def test_what_every_passing_run_breaks_is_not_proved():
    """Each passing run replies with “agreed”; a safeguard that forbids just that cannot be kept and passed."""
    guard = replace(
        easter_clock().safeguards["right_person"], template="never_while", guard=All(), acts=("reply_agreed",)
    )
    assert status(with_guard(guard), "right_person") == "refuted"


def test_a_budget_that_is_spent_proves_nothing_and_says_so():
    found = certify(easter_clock(), seconds=60, states=50)
    assert {proof.status for proof in found.safeguards} == {"not_proved"}
    assert all("Not proved: explored" in proof.words for proof in found.safeguards)
    assert not found.ok


@pytest.mark.parametrize("key", ["right_person", "needed_data_only"])
def test_a_breach_that_later_acts_wipe_out_is_found(key):
    """The fact by which the ending knows of the breach is set back by an act that anybody can do."""
    fact = {"right_person": ("unproven", "no"), "needed_data_only": ("query", "needed")}[key]
    case = easter_clock()
    act = case.acts["brief_reception"]
    acts = {**case.acts, "brief_reception": replace(act, effects=(*act.effects, SetFact(*fact)))}
    assert status(replace(case, acts=acts), key) == "refuted"


def with_guard(guard):
    case = easter_clock()
    return replace(case, safeguards={**case.safeguards, guard.key: guard})


def status(case, key):
    return {proof.id: proof.status for proof in certify(case, **PATIENT).safeguards}[key]


def test_inputs_are_part_of_what_is_proved():
    """Data that nobody needs, but only when asked for by the form's date: the narrowest way round is found as well."""
    case = easter_clock()
    act = case.acts["search_register"]
    rules = tuple(
        replace(rule, when=All((rule.when, NoneOf((InputIs("date_from", frozenset({"form"})),)))))
        if rule.key == "too_wide"
        else rule
        for rule in act.rules
    )
    acts = {**case.acts, "search_register": replace(act, rules=rules)}
    proof = {item.id: item for item in certify(replace(case, acts=acts), **PATIENT).safeguards}["needed_data_only"]
    assert proof.status == "refuted"
    asked = [row["inputs"] for row in proof.trace if row["act"] == "search_register"]
    assert any(row["date_from"] == "form" for row in asked)


def test_a_paper_that_may_be_looked_through_at_any_time_is_no_riddle_to_a_slice():
    """Nobody asks whether it is there, so nothing but the act itself keeps it in the slice."""
    case = load(path_of("one_letter").read_bytes(), reference(), key="one_letter")
    act = case.acts["inspect_card_sides"]
    case = replace(case, acts={**case.acts, act.key: replace(act, needs=())})
    assert {proof.status for proof in certify(case, **PATIENT).safeguards} == {"proved"}
