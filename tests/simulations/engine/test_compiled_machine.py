"""The compiled form and the readable engine decide every case alike, whatever somebody does."""

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.engine.compiled import Machine, machine
from simulations.engine.desk import desk
from simulations.engine.evolve import replay
from simulations.engine.run import BUILT_IN, FACILITATOR, FIRE, Command, begin, decide, steps
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import score
from tests.simulations.engine.generated import generated
from tests.simulations.engine.playing import easter_clock
from tests.simulations.engine.talking import talking
from tests.simulations.engine.test_engine_random_play import anybody
from tests.simulations.engine.tiny import tiny

SEEDS = st.integers(0, 10**9)
MOST_STEPS = 80


@cache
def compiled(key: str) -> Machine:
    return machine({"easter_clock": easter_clock, "tiny": tiny, "talking": talking}[key]())


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.sampled_from(["easter_clock", "tiny", "talking"]))
def test_a_random_walk_of_the_machine_is_a_run_of_the_engine(seed, key):
    walk(compiled(key), seed)


@settings(max_examples=80, deadline=None)
@given(SEEDS)
def test_a_random_walk_through_a_drawn_case_is_a_run_of_the_engine(seed):
    model = machine(generated(seed))
    for more in range(3):
        walk(model, seed + more)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_random_run_of_the_engine_is_a_walk_of_the_machine(seed):
    """Inputs of any kind, not only those the machine would have chosen."""
    model = compiled("easter_clock")
    for step in steps(anybody(seed)):
        move = model.move_of(step.act, step.inputs) if step.number else None
        if move is not None:
            assert model.step(model.state_of(step.before), move) == model.state_of(step.after), step.act


def walk(model: Machine, seed: int) -> None:
    scenario, dice = model.scenario, random.Random(seed)  # noqa: S311 - a test, not a secret
    events = list(begin(scenario, str(seed)))
    packed, state, earned = model.start(str(seed)), replay(events), 0
    for _ in range(MOST_STEPS):
        assert model.state_of(state) == packed
        moves = model.moves(packed, facilitated=True)
        assert offered(model, moves) == on_the_desk(scenario, state)
        if not moves:
            break
        move = dice.choice(moves)
        row = model.act_of(move)
        earned |= model.earned(packed, move)
        packed = model.step(packed, move)
        by = FACILITATOR if row["act"] == FIRE else ""
        command = Command(row["act"], row["inputs"], judged=row.get("judged", False), by=by)
        new = decide(scenario, state, command)
        events += new
        state = replay(new, state)
    judged = score(scenario, events)
    if state.has_ended:
        earned |= model.earned_at_end(packed)
    assert model.items_of(earned) == {item.item.key for item in judged.items if item.earned}
    result = model.result(packed, earned)
    assert (result.points, result.percent, result.deciding_percent, result.passed) == (
        judged.points,
        judged.percent,
        judged.deciding_percent,
        judged.passed,
    )


def offered(model, moves) -> set[str]:
    return {model.key_of(move) for move in moves} - {"read", "end_day", "fire"}


def on_the_desk(scenario: Scenario, state) -> set[str]:
    """What is offered there and can be answered: an act may stand on the desk when none of its options is left."""
    if state.has_ended:
        return set()
    table = desk(scenario, state)
    return {offer.act.key for offer in table.offers if can_be_answered(offer)} | ({"wait"} if table.wait else set())


def can_be_answered(offer) -> bool:
    return all(offer.options[item.key] for item in offer.act.inputs if item.options and item.required)


def test_each_class_of_answers_is_one_move():
    model = compiled("easter_clock")
    of = {
        key: [row for way in model.ways if way.act == key for row in [dict(way.inputs)]] for key in model.scenario.acts
    }
    assert [row["reason"] for row in of["ask_more_time"]] == ["identity", "holiday", "none"]
    assert of["correct_record"] == [{}]
    assert len(of["ask_germany_more"]) == 2  # the place, and anything that is not needed
    assert not set(of) & set(BUILT_IN)
