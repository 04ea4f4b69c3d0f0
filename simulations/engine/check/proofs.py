"""One safeguard, proved or not: can it be broken, can it be kept in a passing run, can a run pass after a breach?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.confirm import confirmed, searched
from simulations.engine.check.exhaust import Exhausted, bare, exhaust
from simulations.engine.check.logs import Trace, played, shortened, styles_of, told
from simulations.engine.check.looking import Looking
from simulations.engine.check.questions import Questions
from simulations.engine.check.refine import NEVER, OPEN, PERHAPS, Answer
from simulations.engine.check.slicing import slice_for
from simulations.engine.check.story import headline, story
from simulations.engine.compiled import Machine
from simulations.engine.evolve import replay

PROVED, REFUTED, NOT_PROVED, WAIVED, VACUOUS = "proved", "refuted", "not_proved", "waived", "vacuous"
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


class Prover(Questions):
    """Settles the questions about one safeguard within a budget."""

    def __init__(self, looking: Looking, key: str, budget: Budget) -> None:
        super().__init__(looking.scenario, looking.machine, key, budget)
        self.looking, self.seen, self.answer = looking, looking.seen, Answer()

    def prove(self) -> Proof:
        return self.at_once() or self.at_length()

    def at_once(self) -> Proof | None:
        """What was seen already, or what the smallest question settles; None where it takes a search."""
        if self.key in self.seen.disagree:
            return self.refuted(self.seen.disagree[self.key], "The monitor and the log do not say the same: ")
        if self.key in self.seen.passed_broken:
            return self.refuted(self.looking.shortest(self.key, self.budget))
        if self.glanced(self.question(True, True)).verdict == NEVER:
            return self.shown()
        self.answer = self.ask(True, True, every_ending=True)
        return self.shown() if self.answer.verdict == NEVER else None

    def at_length(self) -> Proof:
        """A run that passes after a breach, sought along the abstract way, near the author's, then among all."""
        if self.answer.verdict == OPEN:
            self.answer = self.ask(True, True, every_ending=True)  # with all the time that the others left
        if self.answer.verdict == NEVER:
            return self.shown()
        if (trace := self.along(self.answer, True, True)) is not None:
            return self.refuted(trace)
        if self.looking.further(self.key, self.budget):
            return self.refuted(self.seen.passed_broken[self.key])
        every = self.every_run()
        if every.trace is not None and self.is_so(every.trace, True, True):
            return self.refuted(every.trace)
        return self.shown() if every.whole else self.opened(self.answer)

    def shown(self) -> Proof:
        """Proved where some run breaks it and some run passes and keeps it."""
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
        styles = styles_of(self.scenario, trace)
        rows = trace[1:] if styles else trace
        moves = [move for row in rows if (move := self.machine.move_of(row["act"], row["inputs"])) is not None]
        start = self.machine.start(styles=styles)
        short = told(self.machine, *shortened(self.machine, start, moves, self.exact_goal(True, True)))
        return short if self.is_so(short, True, True) else trace

    def told(self, status: str, words: str) -> Proof:
        return Proof(self.key, status, self.budget.used, words)
