"""The case engine on one core: a step as a person feels it, and the replay of stored logs."""

from time import perf_counter

from simulations.agreements.engine.shelf import reference
from simulations.engine.debrief import debrief
from simulations.engine.evolve import replay
from simulations.engine.loader import load
from simulations.engine.log import Event
from simulations.engine.outlook import follow
from simulations.engine.run import Command, begin, decide, steps
from simulations.engine.scenario import Scenario
from simulations.scenarios.engine.library import path_of
from tests.bench.report import Report

MOST_STEP_MICROSECONDS = 100
LEAST_EVENTS_PER_SECOND = 50_000
ROUNDS = 200


def measure(report: Report) -> None:
    scenario = load(path_of("easter_clock").read_bytes(), reference(), key="easter_clock")
    log = _model_run(scenario)
    report.heading(f"Case engine, “Easter clock”, a run of {len(log)} events")
    report.line("one step: decide and evolve", _step(scenario, log), "µs", at_most=MOST_STEP_MICROSECONDS)
    report.line("replay of a stored log", _replay(log), "events/s", at_least=LEAST_EVENTS_PER_SECOND)
    report.line("debrief of the whole run", _best(lambda: debrief(scenario, log), 5) * 1e3, "ms")


def _model_run(scenario: Scenario) -> list[Event]:
    events = list(begin(scenario, "bench"))
    return events + follow(scenario, replay(events), scenario.models["prompt"])


def _step(scenario: Scenario, log: list[Event]) -> float:
    """Microseconds of one command, the mean over the run, best of the rounds."""
    played = [step for step in steps(log) if step.number]
    commands = [(step.before, Command(step.act, step.inputs, judged=True)) for step in played]

    def once() -> None:
        for state, command in commands:
            replay(decide(scenario, state, command), state)

    return _best(once, ROUNDS) / len(commands) * 1e6


def _replay(log: list[Event]) -> float:
    """From the rows of a database: events are read back and folded."""
    rows = [event.as_dict() for event in log]
    return len(rows) / _best(lambda: replay(Event.from_dict(row) for row in rows), ROUNDS)


def _best(work, rounds: int) -> float:
    found = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        found.append(perf_counter() - started)
    return min(found)
