"""Bots: the same seed plays the same run; each habit shows in its scores."""

from functools import cache

from simulations.engine.bots import HABITS, Bot, curves
from simulations.engine.check.dead_ends import dead_ends
from simulations.engine.check.impact import Past, impact
from simulations.engine.check.played import logs, written
from simulations.engine.check.untested import untested
from simulations.engine.compiled import machine
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.play import play
from simulations.engine.run import Command
from simulations.engine.scoring import score
from tests.simulations.engine.playing import easter_clock
from tests.simulations.engine.tiny import TINY, reference, tiny


@cache
def easter():
    return machine(easter_clock())


@cache
def easter_curves():
    return curves(easter(), runs=20)


def curve(name):
    return next(row for row in easter_curves().curves if row.bot == name)


def test_the_same_seed_plays_the_same_run_and_another_one_another():
    bot = Bot(easter(), "random")
    assert bot.walk("1") == bot.walk("1")
    assert bot.walk("1").moves != bot.walk("2").moves


def test_what_a_bot_did_can_be_played_and_scores_the_same():
    for name in HABITS:
        walk = Bot(easter(), name).walk("again")
        commands = [Command(move["act"], move["inputs"], judged=True) for move in walk.trace(easter())]
        played = play(easter_clock(), commands)
        assert (played.refusals, replay(played.events).ending) == ((), walk.ending)
        assert (played.score.percent, played.score.passed) == (walk.result.percent, walk.result.passed)


def test_the_expert_goes_the_authors_way_and_passes_each_time():
    assert (curve("expert").p10, curve("expert").passed, curve("expert").endings) == (100, 20, {"answered": 20})


def test_care_earns_more_than_haste():
    assert curve("careful").p50 > curve("box_ticker").p50
    assert curve("careful").p50 > curve("rusher").p90
    assert curve("deadline_misser").p50 < curve("careful").p10


def test_nobody_passes_by_chance_or_by_taking_the_shortest_answer():
    assert [curve(name).passed for name in ("random", "rusher", "rights_blind", "box_ticker")] == [0, 0, 0, 0]


def test_all_acts_and_endings_are_used_by_somebody():
    found = easter_curves()
    assert (found.acts_never_used, found.endings_never_reached) == ((), ())


def test_a_case_without_a_dead_end_shows_none():
    assert list(dead_ends(easter(), list(logs(easter(), 2)))) == []


def test_a_rule_that_nobody_comes_to_is_called_untested():
    late = "late: {when: {date_from: 2026-05-28}, feedback: L.}\n      "
    text = TINY.replace("agreed: {feedback: Out.}", f"{late}agreed: {{feedback: Out.}}")
    case = load(text, reference(), key="tiny")
    found = {problem.where for problem in untested(case, logs(machine(case), 5))}
    assert "acts.agree.rules.late" in found
    assert "acts.agree.rules.agreed" not in found
    assert {problem.severity for problem in untested(case, [])} == {"warning"}


def test_a_log_counts_as_a_past_run_that_tests():
    way = tiny().models["prompt"]
    log = written(tiny(), (Command(move.act, move.inputs) for move in way[:1]))
    found = {problem.where for problem in untested(tiny(), [log])}
    assert "rubric.date" not in found
    assert "rubric.look" in found


def test_a_change_is_laid_beside_past_runs():
    case = tiny()
    log = written(case, [Command("agree")])
    result = score(case, log)
    past = Past(log, result.percent, result.passed)
    same = impact(case, [past])
    assert (same.runs, same.refused, same.changed) == (1, 0, 0)
    stricter = load(
        TINY.replace("is: [running, contested]}, because", "is: [expired]}, because", 1), reference(), key="tiny"
    )
    assert (impact(stricter, [past, past]).refused, impact(stricter, [past, past]).runs) == (2, 2)


def test_a_need_that_only_a_paper_tells_apart_is_not_called_untested():
    """At the same facts and acts the paper is first missing and then there."""
    found = {problem.where for problem in untested(tiny(), logs(machine(tiny()), 5))}
    assert "acts.inspect.needs[0]" not in found
