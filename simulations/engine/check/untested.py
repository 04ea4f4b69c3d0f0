"""What no bot and no past run ever came to: rules that never applied, needs that never kept anybody from an act.

A rule that never matters is not wrong; it is untested, and its author should know. What was come to and still could be
taken out is found by `mutation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulations.engine.check.played import Log
from simulations.engine.conditions import holds
from simulations.engine.problems import Problem, warning
from simulations.engine.run import Step, steps
from simulations.engine.scenario import Act, Scenario
from simulations.engine.scoring import score
from simulations.engine.state import State

Part = tuple[str, ...]  # ("rule", act, rule), ("need", act, number), ("safeguard", key), ("item", key), …


def untested(scenario: Scenario, logs: Iterable[Log]) -> Iterator[Problem]:
    """Rules, needs, safeguards, items, injects and endings that changed nothing in any of these runs."""
    seen = mattered(scenario, logs)
    for part, where, words in _parts(scenario):
        if part not in seen:
            yield warning(f"{part[0]}_untested", where, words)


def mattered(scenario: Scenario, logs: Iterable[Log]) -> set[Part]:
    seen: set[Part] = set()
    states: dict[int, State] = {}
    for log in logs:
        played = tuple(steps(log))
        for step in played:
            seen.update(_of_events(step))
            states.setdefault(_told_apart(step.before), step.before)
        seen.update(("item", result.item.key) for result in score(scenario, log).items if result.earned)
    for state in states.values():
        seen.update(_needs(scenario, state))
    return seen


def _told_apart(state: State) -> int:
    """Of states alike in this one is enough."""
    clocks = tuple((key, clock.status) for key, clock in state.clocks.items())
    parts = (state.facts.items(), state.documents.items(), state.asked.items())
    return hash((tuple(map(tuple, parts)), tuple(state.done), clocks, state.injects, state.now.date()))


def _of_events(step: Step) -> Iterator[Part]:
    for event in step.events:
        data = event.data
        match event.kind:
            case "act_taken":
                yield from (("rule", data["act"], rule) for rule in data["rules"])
            case "safeguard_breached" | "safeguard_at_risk":
                yield "safeguard", data["safeguard"]
            case "inject_fired":
                yield "inject", data["inject"]
            case "ended":
                yield "ending", data["ending"]


def _needs(scenario: Scenario, state: State) -> Iterator[Part]:
    """A need matters where it alone keeps an act from being done."""
    for act in scenario.acts.values():
        if act.once and act.key in state.done:
            continue
        missing = [number for number, need in enumerate(act.needs) if not holds(need.when, scenario, state)]
        if len(missing) == 1:
            yield "need", act.key, str(missing[0])


def _parts(scenario: Scenario) -> Iterator[tuple[Part, str, str]]:
    for act in scenario.acts.values():
        yield from _of_act(act)
    for key in scenario.safeguards:
        words = f"no bot and no past run ever came near a breach of “{key}”"
        yield ("safeguard", key), f"safeguards.{key}", words
    for key in scenario.rubric:
        yield ("item", key), f"rubric.{key}", f"no bot and no past run ever earned “{key}”"
    for key in scenario.injects:
        yield ("inject", key), f"injects.{key}", f"no bot and no past run ever met “{key}”"
    for key in scenario.endings:
        yield ("ending", key), f"endings.{key}", f"no bot and no past run ever ended with “{key}”"


def _of_act(act: Act) -> Iterator[tuple[Part, str, str]]:
    for number, _ in enumerate(act.needs):
        words = f"no bot and no past run was ever kept from “{act.key}” by this alone"
        yield ("need", act.key, str(number)), f"acts.{act.key}.needs[{number}]", words
    for rule in act.rules:
        words = f"no bot and no past run ever came to this rule of “{act.key}”"
        yield ("rule", act.key, rule.key), f"acts.{act.key}.rules.{rule.key}", words
