"""What a run can still become: never less than what it became, and small enough to keep with the version."""

import json
from functools import cache

from simulations.engine.check.logs import models, moves_of, played, told, walks
from simulations.engine.check.prospects import Prospects, outlook_table
from simulations.engine.compiled import machine
from simulations.engine.evolve import replay
from simulations.engine.run import begin, steps
from tests.simulations.engine.playing import do, easter_clock, play

MOST_BYTES = 40_000


@cache
def table() -> Prospects:
    return outlook_table(easter_clock(), seconds=60, states=2_000_000)


def test_at_the_beginning_everything_is_possible():
    best = table().best(replay(begin(easter_clock())))
    assert best.may_pass
    assert best.endings == {"answered", "sent_back", "deemed_agreed", "time_over"}
    assert best.most_kept == 4


def test_a_refusal_rules_a_pass_out_and_a_breach_costs_a_safeguard():
    state = replay(play(easter_clock(), do("reply_refused", reason="none")))
    best = table().best(state)
    assert not best.may_pass
    assert "answered" not in best.endings
    assert best.most_kept == 3


def test_what_was_ruled_out_never_comes():
    case = easter_clock()
    model = machine(case)
    logs = list(models(case))
    logs += [
        played(case, told(model, walk.moves, walk.state))
        for walk in walks(model, [moves_of(model, log) for log in logs], 20)
    ]
    for log in logs:
        states = [step.after for step in steps(log)]
        if states[-1].ending:
            assert all(states[-1].ending in table().best(state).endings for state in states)


def test_a_pass_that_was_ruled_out_does_not_come_back():
    case = easter_clock()
    model = machine(case)
    for walk in walks(model, [moves_of(model, log) for log in models(case)], 20):
        told_so = [
            table().best(step.after).may_pass for step in steps(played(case, told(model, walk.moves, walk.state)))
        ]
        assert told_so == sorted(told_so, reverse=True)


def test_the_table_is_small_and_reads_back():
    kept = json.dumps(table().as_dict())
    assert len(kept) < MOST_BYTES
    again = Prospects.from_dict(easter_clock(), json.loads(kept))
    assert again.reach == table().reach
    assert again.best(replay(begin(easter_clock()))) == table().best(replay(begin(easter_clock())))


def test_without_a_table_nothing_is_ruled_out():
    best = Prospects(easter_clock()).best(replay(begin(easter_clock())))
    assert (best.known, best.may_pass) == (False, True)
