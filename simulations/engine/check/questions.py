"""What is asked about one safeguard: can a run come to where it is broken, or kept, and the case passed?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulations.engine.check.budget import Budget
from simulations.engine.check.confirm import Reached
from simulations.engine.check.refine import NEVER, Answer, Question, core, glance, settle
from simulations.engine.check.slicing import slice_for
from simulations.engine.compiled import Machine, State
from simulations.engine.compiled.abstract import Abstract
from simulations.engine.compiled.interplay import Thing, read_by, written_by_act, written_by_inject
from simulations.engine.compiled.layout import TIME
from simulations.engine.duties import SAFEGUARDS
from simulations.engine.scenario import Safeguard, Scenario

GLANCED = 0.3  # of the budget goes into the coarsest picture
FIRST = 0.5  # of what is left goes into one question


class Questions:
    """Asked of abstract time, and what their answers mean for a run with the exact clock."""

    def __init__(self, scenario: Scenario, machine: Machine, key: str, budget: Budget) -> None:
        self.scenario = scenario
        self.machine = machine
        self.guard: Safeguard = scenario.safeguards[key]
        self.key = key
        self.budget = budget
        self.passing = [name for name, ending in scenario.endings.items() if ending.kind == "pass"]

    def ask(self, broken: bool, passed: bool, *, every_ending: bool = False) -> Answer:
        """Can a run come to where the safeguard is (not) broken and the case (not yet) passed?

        Without the other endings the question is smaller, and a no says as much. With them a run that another ending
        would have stopped before is not taken for one that passes.
        """
        question = self.question(broken, passed, every_ending=every_ending)
        if broken and passed and (answer := self.glanced(question)).verdict == NEVER:
            return answer
        return settle(question, self.budget.part(FIRST))

    def glanced(self, question: Question) -> Answer:
        return glance(question, self.budget.part(GLANCED))

    def question(self, broken: bool, passed: bool, *, every_ending: bool = False) -> Question:
        """First only what the acts it is about change is tracked; then what breaks the ways to the goal."""
        endings = tuple(self.scenario.endings) if every_ending else tuple(self.passing) if passed else ()
        whole = slice_for(self.scenario, endings=endings, safeguards=[self.key])
        things = self.read_by_endings(self.passing if passed else ())
        ends = frozenset(self.read_by_endings(self.before_passing() if passed and every_ending else ()))
        near = core(whole, self.watched() | self.near(things | ends))
        rest = core(whole, things | self.watched())
        return Question(whole, near, self.abstract_goal(broken, passed), ends, rest)

    def near(self, things: set[Thing]) -> set[Thing]:
        """Of these those that the acts which it is about change, or that follow from what they change, and why."""
        acts = (self.scenario.acts[key] for key in (*self.guard.acts, *self.guard.after))
        found = {thing for act in acts for thing in written_by_act(self.scenario, act)} | self.watched()
        for key, inject in self.scenario.injects.items():
            if found & set(read_by(inject.when)):
                found |= written_by_inject(inject)
                things = things | set(read_by(inject.when)) if ("inject", key) in things else things
        return things & found

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
