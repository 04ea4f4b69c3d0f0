"""Runs that are looked at one by one: the author's ways, runs that leave them, and the ways with something changed.

Each is played by the machine, and where it shows something new also by the readable engine, whose log is read
afterwards by a predicate of its own. A few are always looked at; many only where a question is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, islice

from simulations.engine.bots import Bot
from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.logs import Trace, Walk, authored, models, mutants, played, told, walks
from simulations.engine.check.repairs import repairs
from simulations.engine.check.seen import Seen, look
from simulations.engine.check.variations import variations
from simulations.engine.compiled import Machine, Move
from simulations.engine.run import steps
from simulations.engine.scenario import Scenario

MOST_WALKS = 30
MOST_MUTANTS = 4_000
BOT_RUNS, MOST_OF_BOTS = 40, 2
A_LOOK = 1_500  # variations that are looked at in any case
MORE = 0.3  # of what is left, where a safeguard is not proved


class Looking:
    """What was seen so far, and the runs that have not been looked at."""

    def __init__(self, scenario: Scenario, machine: Machine) -> None:
        self.scenario = scenario
        self.machine = machine
        self.seen = Seen()
        self.logs = 0
        self.guards = frozenset(scenario.safeguards)
        self.ways = authored(machine) or self.passed_by_a_bot()
        self.ahead = variations(machine, self.ways)
        self.far = mutants(machine, self.ways, MOST_MUTANTS)
        self.short: dict[str, Walk] = {}

    def first(self, budget: Budget) -> None:
        """The author's ways, runs by the dice, some variations; more while a safeguard was never broken or kept."""
        for log in models(self.scenario):
            trace = (
                {"act": step.act, "inputs": dict(step.inputs), "judged": True} for step in steps(log) if step.number
            )
            look(self.scenario, self.seen, tuple(trace), log)
            self.logs += 1
        self.look_around(islice(self.ahead, A_LOOK), budget)
        with suppress(Spent):
            for walk in walks(self.machine, self.ways, MOST_WALKS):
                self.look_at(walk)
                budget.spend(len(walk.moves), "logs")
        self.look_around(chain(self.ahead, self.far), budget, until=self.has_seen_all)

    def further(self, key: str, budget: Budget) -> bool:
        """More runs, until one of them passes after a breach of this safeguard."""
        runs = chain(self.ahead, repairs(self.machine, self.ways, key), self.far)
        self.look_around(runs, budget.part(MORE), until=lambda: key in self.short)
        return key in self.seen.passed_broken

    def shortest(self, key: str, budget: Budget) -> Trace:
        """Of all variations that pass after a breach."""
        self.look_around(self.ahead, budget.part(MORE))
        return self.seen.passed_broken[key]

    def has_seen_all(self) -> bool:
        return self.guards <= set(self.seen.broken) and self.guards <= set(self.seen.kept)

    def passed_by_a_bot(self) -> list[tuple[Move, ...]]:
        """Ways to go on from where the author wrote none."""
        bot = Bot(self.machine, "careful")
        runs = (bot.walk(f"way:{number}") for number in range(BOT_RUNS))
        endings = self.scenario.endings
        passed = (run.moves for run in runs if run.ending in endings and endings[run.ending].kind == "pass")
        return list(islice(passed, MOST_OF_BOTS))

    def look_around(self, runs: Iterator[Walk], budget: Budget, *, until: Callable[[], bool] = lambda: False) -> None:
        """Of the runs that pass after a breach the shortest counts."""
        shorter = set[str]()
        try:
            while not until() and (walk := next(runs, None)) is not None:
                for key in self.machine.breaches(walk.state) if self.machine.has_passed(walk.state) else ():
                    if key not in self.short or len(walk.moves) < len(self.short[key].moves):
                        self.short[key] = walk
                        shorter.add(key)
                if self.is_news(walk):
                    self.look_at(walk)
                budget.spend(1, "logs")
        except Spent:
            pass
        for key in shorter:
            self.seen.passed_broken.pop(key, None)
            self.look_at(self.short[key])

    def look_at(self, walk: Walk) -> None:
        trace = told(self.machine, walk.moves, walk.state)
        look(self.scenario, self.seen, trace, played(self.scenario, trace))
        self.logs += 1

    def is_news(self, walk: Walk) -> bool:
        """Whether this walk shows something about a safeguard that no log has shown."""
        broken = self.machine.breaches(walk.state)
        if self.machine.has_passed(walk.state):
            return bool(broken - set(self.seen.passed_broken) or self.guards - broken - set(self.seen.kept))
        return bool(broken - set(self.seen.broken))
