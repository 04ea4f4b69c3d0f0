"""Can it happen at all? Asked of a coarse picture first; what a false answer rests on is looked at more closely.

The picture tracks a few parts of the state and lets everything else be anything. If what is feared cannot happen
there, it cannot happen. If it can, the way there is followed in the whole of abstract time: where it breaks, the parts
of the state that break it are tracked as well. So most questions are settled on a handful of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from simulations.engine.check.blame import blame
from simulations.engine.check.budget import Budget
from simulations.engine.check.explore import Goal, explore
from simulations.engine.check.slicing import narrowed
from simulations.engine.compiled.abstract import Abstract, Label, TooManyGuesses
from simulations.engine.compiled.interplay import Thing, written_by, written_by_act
from simulations.engine.scenario import Scenario

NEVER, PERHAPS, OPEN = "never", "perhaps", "open"


@dataclass(frozen=True, slots=True)
class Question:
    """`scenario` is the whole slice, `things` what is tracked from the start, `goal` what is feared or hoped for.

    `rest`: what the goal reads as well; tracked where a way seems to lead there.
    `ends`: what other endings read that might come first; tracked as soon as something on the way writes it.
    """

    scenario: Scenario
    things: frozenset[Thing]
    goal: Callable[[Abstract], Goal]
    ends: frozenset[Thing] = frozenset()
    rest: frozenset[Thing] = frozenset()


@dataclass(slots=True)
class Answer:
    """never: certain. perhaps: abstract time knows this way. open: the budget was spent, or answers were left out."""

    verdict: str = OPEN
    states: int = 0
    labels: tuple[Label, ...] = ()
    model: Abstract | None = None
    why: str = ""
    tracked: set[Thing] = field(default_factory=set)


def core(scenario: Scenario, things: Iterable[Thing]) -> frozenset[Thing]:
    """These parts of the state and what brings their changes: letters on their way and clocks."""
    wanted = set(things)
    found = set(wanted)
    for key, message in scenario.messages.items():
        found |= {("message", key)} if wanted & set(written_by(message.effects)) else set()
    for key, deadline in scenario.deadlines.items():
        found |= {("clock", key)} if wanted & set(written_by(deadline.on_expiry)) else set()
    return frozenset(found)


def glance(question: Question, budget: Budget) -> Answer:
    """One coarse picture and nothing more: `never` or open."""
    answer = Answer(tracked=set(question.things))
    try:
        model = Abstract(narrowed(question.scenario, answer.tracked), answer.tracked)
    except TooManyGuesses:
        return answer
    if not model.sampled:
        found = explore(model, {"goal": question.goal(model)}, budget, stop="goal")
        answer.states = found.states
        answer.verdict = NEVER if found.whole and "goal" not in found.first else OPEN
    return answer


def settle(question: Question, budget: Budget) -> Answer:
    """The answer, and for `perhaps` the shortest way there in abstract time."""
    answer = Answer(tracked=set(question.things))
    whole: Abstract | None = None
    while True:
        try:
            model = Abstract(narrowed(question.scenario, answer.tracked), answer.tracked)
        except TooManyGuesses as many:
            if many.things <= answer.tracked:
                answer.why = "more answers with dates than can be told apart"
                return answer
            answer.tracked |= many.things
            continue
        if model.sampled:
            answer.why = f"more ways to do “{min(model.sampled)}” than were looked through"
            return answer
        found = explore(model, {"goal": question.goal(model)}, budget, stop="goal")
        answer.states += found.states
        if "goal" not in found.first:
            answer.verdict, answer.why = (NEVER, "") if found.whole else (OPEN, "spent")
            return answer
        answer.labels, answer.model = found.trace(found.first["goal"]), model
        if touched := (question.ends - answer.tracked) & written_on(question.scenario, answer.labels):
            answer.tracked |= core(question.scenario, touched)
            continue
        whole = whole or Abstract(question.scenario)
        more = blame(whole, model, answer.labels, question.goal(whole), question.rest) - answer.tracked
        if not more:
            answer.verdict = PERHAPS
            return answer
        answer.tracked |= more


def written_on(scenario: Scenario, labels: Iterable[Label]) -> set[Thing]:
    """All that the steps of this way may write."""
    found: set[Thing] = set()
    for label in labels:
        if label.kind == "act":
            found |= written_by_act(scenario, scenario.acts[label.key])
        elif label.kind == "message":
            found |= set(written_by(scenario.messages[label.key].effects))
    return found
