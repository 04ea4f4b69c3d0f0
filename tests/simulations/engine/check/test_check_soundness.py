"""What is called impossible never happens: abstract time, slices and refinement against runs with the exact clock."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulations.engine.check.budget import Budget
from simulations.engine.check.hindsight import breaches
from simulations.engine.check.logs import played, told, walks
from simulations.engine.check.looking import Looking
from simulations.engine.check.proofs import Prover
from simulations.engine.check.refine import NEVER
from simulations.engine.compiled import machine
from simulations.engine.evolve import replay
from tests.simulations.engine.generated import generated
from tests.simulations.engine.talking import talking

SEEDS = st.integers(0, 10**9)
WALKS = 12


def contradicted(case, seen) -> list[tuple[str, bool]]:
    """Claims of impossibility that a walk has shown to be wrong: (safeguard, whether the run passed as well)."""
    model = machine(case)
    wrong = []
    for key, passed in seen:
        for every_ending in (False, True):
            prover = Prover(Looking(case, model), key, Budget(seconds=20, states=60_000))
            if prover.ask(True, passed, every_ending=every_ending).verdict == NEVER:
                wrong.append((key, passed))
    return wrong


def broken_in(case, count=WALKS) -> set[tuple[str, bool]]:
    model = machine(case)
    found = set()
    for walk in walks(model, (), count):
        ending = model.ending(walk.state)
        passed = bool(ending) and case.endings[ending].kind == "pass"
        for key in model.breaches(walk.state):
            found |= {(key, False), (key, True)} if passed else {(key, False)}
    return found


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_what_a_walk_shows_is_never_called_impossible(seed):
    case = generated(seed)
    assert contradicted(case, broken_in(case)) == []


def test_what_a_walk_through_every_task_shows_is_never_called_impossible():
    assert contradicted(talking(), broken_in(talking(), 200)) == []


@settings(max_examples=20, deadline=None)
@given(SEEDS)
@example(0)
def test_the_log_read_afterwards_says_what_the_monitors_said(seed):
    case = generated(seed)
    model = machine(case)
    for walk in walks(model, (), 4):
        events = played(case, told(model, walk.moves, walk.state))
        assert breaches(case, events) == frozenset(replay(events).breaches)
