"""A clock of a run after its date was worked out: what was answered, and the count behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from simulations.agreements.screens.count import Count, Sides, counted
from simulations.engine import desk as engine
from simulations.engine.conditions import atoms
from simulations.engine.deadlines import Explanation, explain_deadline
from simulations.engine.reference import Value
from simulations.engine.scenario import Deadline, Scenario
from simulations.engine.state import Clock, State
from simulations.runs import words
from simulations.runs.models import RunEvent


@dataclass(frozen=True)
class Attempt:
    """What the person answered: right, working_days or wrong, with the case's own words for it; whether those speak
    of working days already."""

    day: date
    kind: str
    feedback: tuple[str, ...]
    tells_of_working_days: bool = False


@dataclass(frozen=True)
class DeadlinePage:
    deadline: Deadline
    count: Count
    attempts: tuple[Attempt, ...]
    longer: Explanation | None
    longer_value: Value | None

    @property
    def last_attempt(self) -> Attempt | None:
        return self.attempts[-1] if self.attempts else None


def deadline_page(scenario: Scenario, state: State, key: str, answered: Iterable[RunEvent]) -> DeadlinePage:
    deadline, clock = scenario.deadlines[key], state.clocks[key]
    count = counted(engine.explain(scenario, state, key), _sides(scenario, deadline))
    return DeadlinePage(
        deadline=deadline,
        count=count,
        attempts=tuple(_attempt(scenario, event, count) for event in answered),
        longer=None if clock.extended else _longer(scenario, deadline, clock),
        longer_value=scenario.values.get(deadline.extension),
    )


def _sides(scenario: Scenario, deadline: Deadline) -> Sides:
    own, other = deadline.requested, deadline.requesting
    names = (words.said(scenario.jurisdictions[code]) for code in (own, other))
    return Sides(scenario.calendars[own], scenario.calendars[other], *names)


def _attempt(scenario: Scenario, event: RunEvent, count: Count) -> Attempt:
    act = scenario.acts[event.data["act"]]
    typed = next(event.data["inputs"][item.key] for item in act.inputs if item.kind == "date")
    day = date.fromisoformat(typed)
    rules = [rule for rule in act.rules if rule.key in event.data["rules"] and rule.feedback]
    told = any(getattr(atom, "lies", "") == "working_days" for rule in rules for atom in atoms(rule.when))
    return Attempt(day, count.judge(day), tuple(words.said(rule.feedback) for rule in rules), told)


def _longer(scenario: Scenario, deadline: Deadline, clock: Clock) -> Explanation | None:
    extension = scenario.values.get(deadline.extension)
    if extension is None:
        return None
    own, other = scenario.calendars[deadline.requested], scenario.calendars[deadline.requesting]
    return explain_deadline(clock.started_on, scenario.values[deadline.value], own, other, extension)
