"""The proving half of the engine on one core: steps of the machine, runs of bots, abstract states, certificates."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.budget import Budget
from simulations.engine.check.certificate import certify
from simulations.engine.check.explore import explore
from simulations.engine.check.prospects import outlook_table
from simulations.engine.check.report import check_file, forget
from simulations.engine.compiled import Machine
from simulations.engine.compiled.abstract import Abstract
from simulations.engine.compiled.dice import Dice
from simulations.engine.loader import load
from simulations.engine.scenario import Scenario
from simulations.scenarios.engine.library import path_of
from tests.bench.forty import forty_acts
from tests.bench.report import Report

MOST_STEP_MICROSECONDS = 100
LEAST_STATES_PER_SECOND = 100_000
MOST_SECONDS_FOR_BOTS = 1.0
MOST_SECONDS_FOR_A_CERTIFICATE = 1.3
MOST_SECONDS_FOR_A_CHECK = 2.0  # lint, reach, bots and proofs
RUNS, STATES, MOST_STEPS = 1_000, 150_000, 60
CASES = ("easter_clock", "late_sentence", "fit_to_fly", "one_letter", "born_in_graz")


def measure(report: Report) -> None:
    easter = load(path_of("easter_clock").read_bytes(), reference(), key="easter_clock")
    model = Machine(easter)
    report.heading(f"Machine and explorer, “Easter clock”, {len(easter.acts)} acts, {len(model.ways)} ways to do them")
    taken: list[int] = []
    seconds = _best(lambda: taken.append(_runs(model)), 3)
    report.line("compile to packed ints", _best(lambda: Machine(easter), 3) * 1e3, "ms")
    report.line("one step of the machine", seconds / taken[0] * 1e6, "µs", at_most=MOST_STEP_MICROSECONDS)
    report.line("1,000 runs of somebody who throws dice", seconds, "s", at_most=MOST_SECONDS_FOR_BOTS)
    report.line("abstract states of the whole case", _explored(easter), "states/s", at_least=LEAST_STATES_PER_SECOND)
    report.line("table of what is still possible", _best(lambda: outlook_table(easter), 1), "s")
    report.heading("Certificates, all safeguards of a case, and whole checks of files")
    files = {**{key: path_of(key).read_bytes() for key in CASES}, "five desks": forty_acts().encode()}
    for key, raw in files.items():
        case = load(raw, reference(), key=key)
        title = f"{key}, {len(case.acts)} acts"
        spent = _best(lambda case=case: certify(replace(case), seconds=60, states=5_000_000), 2)
        report.line(f"certificate of {title}", spent, "s", at_most=MOST_SECONDS_FOR_A_CERTIFICATE)
        spent = _best(lambda raw=raw, key=key: _checked(raw, key), 2)
        report.line(f"check of {title}", spent, "s", at_most=MOST_SECONDS_FOR_A_CHECK)


def _checked(raw: bytes, key: str) -> None:
    """As a file that was never seen before."""
    forget()
    if not check_file(raw, reference(), key=key).ok:
        raise AssertionError(key)


def _runs(model: Machine) -> int:
    """Steps of so many runs that do any offered thing until they end."""
    steps = 0
    for number in range(RUNS):
        dice, state = Dice(f"bench:{number}"), model.start()
        for _ in range(MOST_STEPS):
            moves = model.moves(state)
            if not moves:
                break
            state = model.step(state, dice.one(moves))
            steps += 1
    return steps


def _explored(case: Scenario) -> float:
    model = Abstract(case)
    found: list[int] = []
    spent = _best(lambda: found.append(explore(model, {}, Budget(seconds=60, states=STATES)).states), 2)
    return found[0] / spent


def _best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of this process alone: others on the machine do not count."""
    found = []
    for _ in range(rounds):
        started = process_time()
        work()
        found.append(process_time() - started)
    return min(found)
