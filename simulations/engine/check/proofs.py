"""One safeguard, proved or not: can it be broken, can it be kept in a passing run, can a run pass after a breach?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.confirm import Reached, confirmed, searched
from simulations.engine.check.exhaust import Exhausted, bare, exhaust
from simulations.engine.check.hindsight import breaches
from simulations.engine.check.logs import Trace, played, shortened, told
from simulations.engine.check.refine import NEVER, OPEN, PERHAPS, Answer, Question, core, settle
from simulations.engine.check.slicing import slice_for
from simulations.engine.check.story import headline, story
from simulations.engine.compiled.abstract import Abstract
from simulations.engine.compiled.interplay import Thing, read_by
from simulations.engine.compiled.layout import TIME
from simulations.engine.compiled.machine import Machine, State
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.scenario import Safeguard, Scenario

PROVED, REFUTED, NOT_PROVED, WAIVED, VACUOUS = "proved", "refuted", "not_proved", "waived", "vacuous"
FIRST = 0.3  # of the budget goes into the smaller question
FOLLOWED = 0.15  # of what is left goes into following one abstract way
EXHAUSTED = 0.3  # of what is left goes into looking at every run
SEARCHED = 0.3  # of the budget goes into a search with the exact clock where no abstract way was confirmed


@dataclass(frozen=True, slots=True)
class Proof:
    """`states` is how many were looked at. `trace` are acts that `scenario play` replays; `story` tells them.

    Of a refuted safeguard the trace is the shortest run found that passes after a breach.
    """

    id: str
    status: str
    states: int
    words: str
    trace: Trace = ()
    story: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "status": self.status,
            "states": self.states,
            "words": self.words,
            "trace": [dict(row) for row in self.trace],
            "story": list(self.story),
        }


@dataclass(slots=True)
class Seen:
    """What logs have shown beforehand: by safeguard a run that breaks it, one that keeps it and passes, and so on."""

    broken: dict[str, Trace] = field(default_factory=dict)
    kept: dict[str, Trace] = field(default_factory=dict)
    passed_broken: dict[str, Trace] = field(default_factory=dict)
    disagree: dict[str, Trace] = field(default_factory=dict)


class Prover:
    """Settles the questions about one safeguard within a budget."""

    def __init__(self, scenario: Scenario, machine: Machine, seen: Seen, key: str, budget: Budget) -> None:
        self.scenario = scenario
        self.machine = machine
        self.seen = seen
        self.guard: Safeguard = scenario.safeguards[key]
        self.key = key
        self.budget = budget
        self.passing = [name for name, ending in scenario.endings.items() if ending.kind == "pass"]

    def prove(self) -> Proof:
        if self.key in self.seen.disagree:
            return self.refuted(self.seen.disagree[self.key], "The monitor and the log do not say the same: ")
        if self.key in self.seen.passed_broken:
            return self.refuted(self.seen.passed_broken[self.key])
        never = self.ask(True, True)
        if never.verdict != NEVER and (trace := self.along(never, True, True)) is not None:
            return self.refuted(trace)
        if never.verdict != NEVER:
            never = self.ask(True, True, every_ending=True)
        if never.verdict != NEVER:
            every = self.every_run()
            if every.trace is not None and self.is_so(every.trace, True, True):
                return self.refuted(every.trace)
            if not every.whole:
                return self.opened(never)
        for wanted, seen, words in (
            ((True, False), self.seen.broken, "Nothing in this case can break it, so that it is kept says nothing."),
            ((False, True), self.seen.kept, "No run can pass and keep it, so nothing shows that it can be kept."),
        ):
            if self.key in seen:
                continue
            for every_ending in (False, True):
                answer = self.ask(*wanted, every_ending=every_ending)
                if answer.verdict == NEVER:
                    return self.told(VACUOUS, words)
                if self.witness(answer, *wanted) is not None:
                    break
            else:
                return self.told(NOT_PROVED, self.unsettled(answer))
        return self.told(PROVED, "Broken, it is noticed, and no run that broke it can pass.")

    def ask(self, broken: bool, passed: bool, *, every_ending: bool = False) -> Answer:
        """Can a run come to where the safeguard is (not) broken and the case (not yet) passed?

        Without the other endings the question is smaller, and a no says as much. With them a run that another ending
        would have stopped before is not taken for one that passes.
        """
        endings = tuple(self.scenario.endings) if every_ending else tuple(self.passing) if passed else ()
        whole = slice_for(self.scenario, endings=endings, safeguards=[self.key])
        things = self.read_by_endings(self.passing if passed else ()) | self.watched()
        ends = frozenset(self.read_by_endings(self.before_passing() if passed and every_ending else ()))
        question = Question(whole, core(whole, things), self.abstract_goal(broken, passed), ends)
        return settle(question, self.budget if every_ending else self.budget.part(FIRST))

    def read_by_endings(self, keys: Iterable[str]) -> set[Thing]:
        return {thing for key in keys for thing in read_by(self.scenario.endings[key].when)}

    def before_passing(self) -> list[str]:
        """The endings that come before the last passing one: the first that holds ends a case."""
        names = list(self.scenario.endings)
        return names[: max((names.index(key) for key in self.passing), default=-1) + 1]

    def watched(self) -> set[Thing]:
        if self.guard.within is not None:
            begins = set(read_by(self.guard.after_when)) if self.guard.after_when is not None else set()
            return {("duty", f"{SAFEGUARDS}.{self.key}"), TIME, *begins}
        return set(read_by(self.guard.guard)) | set(read_by(self.guard.where))

    def abstract_goal(self, broken: bool, passed: bool) -> Callable[[Abstract], Callable[[int], bool]]:
        def goal(model: Abstract) -> Callable[[int], bool]:
            breach, ended, names = model.places.breaches[self.key].mask, model.places.ending, model.places.endings
            passes = frozenset(ended.at(number) for number, key in enumerate(names) if key in self.passing)
            return lambda s: bool(s & breach) == broken and (not passed or s & ended.mask in passes)

        return goal

    def exact_goal(self, broken: bool, passed: bool) -> Reached:
        breach, machine, passing = self.machine.places.breaches[self.key].mask, self.machine, set(self.passing)
        ended = machine.places.ending.mask

        def goal(state: State) -> bool:
            f = state[0]
            if bool(f & breach) != broken:
                return False
            return (bool(f & ended) and machine.ending(state) in passing) if passed else True

        return goal

    def witness(self, answer: Answer, broken: bool, passed: bool) -> Trace | None:
        """A real run to there: along the abstract way, else by a bounded search on the slice."""
        if answer.verdict != PERHAPS:
            return None
        trace = self.along(answer, broken, passed)
        if trace is None:
            trace = self.searched(broken, passed)
        return trace if trace is not None and self.is_so(trace, broken, passed) else None

    def along(self, answer: Answer, broken: bool, passed: bool) -> Trace | None:
        """A real run that goes the abstract way."""
        if answer.model is None:
            return None
        goal, part = self.exact_goal(broken, passed), self.budget.part(FOLLOWED)
        try:
            trace = confirmed(self.machine, answer.model, answer.labels, goal, part)
        except Spent:
            return None
        return trace if trace is not None and self.is_so(trace, broken, passed) else None

    def every_run(self) -> Exhausted:
        """Whether a run passes after a breach, where there are few enough to look at each with the exact clock."""
        small = Machine(bare(self.scenario, self.key))
        breach, ended = small.places.breaches[self.key].mask, small.places.ending.mask
        return exhaust(
            small,
            lambda state: bool(state[0] & breach and state[0] & ended and small.ending(state) in self.passing),
            self.budget.part(EXHAUSTED),
        )

    def searched(self, broken: bool, passed: bool) -> Trace | None:
        """On the slice there are fewer moves; its acts are acts of the whole case."""
        endings = self.passing if passed else ()
        small = Machine(slice_for(self.scenario, endings=endings, safeguards=[self.key]))
        breach, ended = small.places.breaches[self.key].mask, small.places.ending.mask
        return searched(
            small,
            lambda state: bool(state[0] & breach) == broken and (not passed or bool(state[0] & ended)),
            self.budget.part(SEARCHED),
        )

    def is_so(self, trace: Trace, broken: bool, passed: bool) -> bool:
        """The engine that judges every run says the same."""
        state = replay(played(self.scenario, trace))
        passes = state.ending in self.passing
        return (self.key in state.breaches) == broken and (passes or not passed)

    def opened(self, answer: Answer) -> Proof:
        """Not proved; refuted where a real run shows it."""
        trace = self.witness(answer, True, True)
        if trace is not None:
            return self.refuted(trace)
        return self.told(NOT_PROVED, self.unsettled(answer))

    def unsettled(self, answer: Answer) -> str:
        if answer.verdict == PERHAPS:
            return (
                "Not proved: it could happen only if the dates fell differently; no run with the real clock shows it."
            )
        if answer.verdict == OPEN and answer.why == "spent":
            return f"Not proved: explored {self.budget.used} states, and the search was not at its end."
        return f"Not proved: {answer.why}."

    def refuted(self, trace: Trace, before: str = "") -> Proof:
        if not before:
            trace = self.shortest(trace)
        events = played(self.scenario, trace)
        words = before + headline(self.scenario, self.key, events)
        return Proof(self.key, REFUTED, self.budget.used, words, trace, story(self.scenario, events))

    def shortest(self, trace: Trace) -> Trace:
        """The same run without what it does not need."""
        moves = (self.machine.move_of(row["act"], row["inputs"]) for row in trace)
        found = shortened(self.machine, [move for move in moves if move is not None], self.exact_goal(True, True))
        short = told(self.machine, found)
        return short if self.is_so(short, True, True) else trace

    def told(self, status: str, words: str) -> Proof:
        return Proof(self.key, status, self.budget.used, words)


def look(scenario: Scenario, seen: Seen, trace: Trace, events: Sequence[Event]) -> None:
    """What one log shows about each safeguard."""
    state = replay(events)
    said = breaches(scenario, events)
    passed = state.ending in scenario.endings and scenario.endings[state.ending].kind == "pass"
    for key in scenario.safeguards:
        is_broken = key in state.breaches
        if is_broken != (key in said):
            seen.disagree.setdefault(key, trace)
        if is_broken:
            seen.broken.setdefault(key, trace)
        if passed:
            (seen.passed_broken if is_broken else seen.kept).setdefault(key, trace)
