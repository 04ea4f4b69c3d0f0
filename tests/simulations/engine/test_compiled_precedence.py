"""What is over before a safeguard's time runs out: the expectation of an event that begins with it."""

from dataclasses import replace

from simulations.engine.atoms import FactIs, InjectIs
from simulations.engine.check.certificate import certify
from simulations.engine.compiled.precedence import over_before
from simulations.engine.conditions import ALWAYS, All, AnyOf
from simulations.engine.guards import Safeguard
from simulations.engine.scenario import SetFact
from tests.simulations.library.playing import case


def fired(*injects):
    found = tuple(InjectIs(key, frozenset({"fired"})) for key in injects)
    return found[0] if len(found) == 1 else AnyOf(found)


def with_duty(base, *, like, do, after_when=None, after=()):
    """The case with one more safeguard, of the length of what this event expects."""
    duty = Safeguard(
        key="duty",
        title=base.title,
        template="after_do_within",
        acts=(do,),
        guard=ALWAYS,
        after=after,
        after_when=after_when,
        within=base.injects[like].expects.within,
    )
    return replace(base, safeguards={**base.safeguards, "duty": duty})


def test_what_begins_when_an_event_fires_ends_with_what_that_event_expects():
    scenario = with_duty(
        case("fit_to_fly"), like="sister_writes", do="answer_sister", after_when=fired("sister_writes")
    )
    assert list(over_before(scenario, "safeguards.duty")) == [("injects.sister_writes",)]


def test_such_a_duty_is_proved_where_the_pass_asks_for_what_the_event_expects():
    scenario = with_duty(
        case("fit_to_fly"), like="sister_writes", do="answer_sister", after_when=fired("sister_writes")
    )
    passing = scenario.endings["at_home"]
    met = InjectIs("sister_writes", frozenset({"met"}))
    asked = replace(scenario, endings={**scenario.endings, "at_home": replace(passing, when=All((passing.when, met)))})
    found = {proof.id: proof.status for proof in certify(asked, seconds=60, states=300_000).safeguards}
    assert found["duty"] == "proved"
    forgotten = {proof.id: proof.status for proof in certify(scenario, seconds=60, states=300_000).safeguards}
    assert forgotten["duty"] == "refuted"


def test_of_two_events_that_may_open_it_one_is_over():
    both = ("sentence_heard", "sentence_overheard")
    scenario = with_duty(case("late_sentence"), like=both[0], do="register_claim", after_when=fired(*both))
    assert list(over_before(scenario, "safeguards.duty")) == [("injects.sentence_heard", "injects.sentence_overheard")]


def test_an_act_that_surely_sets_a_fact_brings_the_event_that_waits_for_it():
    base = case("easter_clock")
    waits = replace(base.injects["asks_to_be_met"], when=FactIs("reply", frozenset({"agreed"})))
    base = replace(base, injects={**base.injects, "asks_to_be_met": waits})
    scenario = with_duty(base, like="asks_to_be_met", do="brief_reception", after=("reply_agreed",))
    assert list(over_before(scenario, "safeguards.duty")) == [("injects.asks_to_be_met",)]
    undone = replace(waits, key="undone", when=ALWAYS, expects=None, effects=(SetFact("reply", "none"),))
    other = replace(scenario, injects={**scenario.injects, "undone": undone})
    assert list(over_before(other, "safeguards.duty")) == []
