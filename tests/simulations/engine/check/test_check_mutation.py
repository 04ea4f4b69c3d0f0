"""The mutation test: what can be taken out without any run going otherwise is named, what matters is not."""

from dataclasses import replace
from functools import cache

import pytest

from simulations.engine.check.budget import Budget
from simulations.engine.check.mutants import mutants
from simulations.engine.check.mutation import idle
from simulations.engine.check.played import logs
from simulations.engine.compiled import Machine
from simulations.engine.conditions import FactIs
from simulations.engine.scenario import Fact, Inject, Message, Need, Send, SetFact
from simulations.engine.text import NO_TEXT
from tests.simulations.engine.playing import easter_clock
from tests.simulations.engine.tiny import tiny

PLANTED = SetFact("planted", "b")


def named(case, *, runs=5, states=10**6):
    model = Machine(case)
    found = idle(model, list(logs(model, runs)), Budget(seconds=60, states=states))
    return {(problem.code, problem.where) for problem in found}


@cache
def sound():
    return named(tiny())


def with_planted(case=None):
    case = case or tiny()
    return replace(case, facts={**case.facts, "planted": Fact("planted", ("a", "b"), "a")})


def with_effect(act, effect):
    case = with_planted()
    item = case.acts[act]
    return replace(case, acts={**case.acts, act: replace(item, effects=(*item.effects, effect))})


def with_inject(inject):
    case = with_planted()
    return replace(case, injects={**case.injects, inject.key: inject})


def test_an_effect_that_nothing_reads_is_named_with_its_place():
    assert named(with_effect("ask", PLANTED)) - sound() == {("effect_idle", "acts.ask.effects[1]")}


def test_the_same_effect_is_not_named_where_an_act_waits_for_it():
    case = with_effect("ask", PLANTED)
    refuse = case.acts["refuse"]
    needs = (*refuse.needs, Need(FactIs("planted", frozenset("b")), NO_TEXT))
    case = replace(case, acts={**case.acts, "refuse": replace(refuse, needs=needs)})
    assert ("effect_idle", "acts.ask.effects[1]") not in named(case)


def test_an_effect_on_the_end_of_a_clock_is_named_where_nothing_depends_on_it():
    case = with_planted()
    clock = case.deadlines["reply"]
    case = replace(case, deadlines={"reply": replace(clock, on_expiry=(*clock.on_expiry, PLANTED))})
    assert named(case) - sound() == {("effect_idle", "deadlines.reply.on_expiry[1]")}


def test_an_event_on_which_nothing_depends_is_named_as_a_whole():
    found = named(with_inject(Inject("noise", NO_TEXT, when=FactIs("reply", frozenset({"none"})), effects=(PLANTED,))))
    assert found - sound() == {("inject_idle", "injects.noise")}


def test_what_a_run_came_to_and_needed_is_not_named():
    """The reply itself, the flag that ends it, the letter with the page, the page, and the silence of the clock."""
    places = {mutant.where for mutant in mutants(tiny())} - {where for _, where in sound()}
    assert places >= {
        *("acts.agree.effects[0]", "acts.agree.rules.blind.effects[0]", "acts.ask.effects[0]"),
        *("messages.copy.effects[0]", "deadlines.reply.on_expiry[0]"),
    }


def test_a_letter_that_brings_nothing_is_no_rule():
    case = with_inject(Inject("greeting", NO_TEXT, effects=(Send("hello"),)))
    case = replace(case, messages={**case.messages, "hello": Message("hello", "germany", NO_TEXT, NO_TEXT)})
    assert not any(mutant.where.startswith("injects.greeting") for mutant in mutants(case))


def test_what_no_run_came_to_is_left_to_the_rules_that_nobody_tested():
    case = with_inject(Inject("never", NO_TEXT, when=FactIs("planted", frozenset("b")), effects=(PLANTED,)))
    assert ("inject_idle", "injects.never") not in named(case)


def test_what_was_not_looked_at_to_the_end_is_not_named():
    assert named(with_effect("ask", PLANTED), states=0) == set()


@pytest.mark.parametrize("place", ["acts.reply_agreed.effects[0]", "acts.search_register.rules.too_wide.effects[0]"])
def test_in_a_case_that_ships_what_decides_is_never_named(place):
    case = easter_clock()
    assert place in {mutant.where for mutant in mutants(case)}
    assert place not in {where for _, where in named(case, runs=1)}
