"""The lint rules: each looks at a loaded case and yields what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulations.engine.check import (
    asking,
    choices,
    clocks,
    dates,
    duties,
    endings,
    injects,
    law,
    named,
    papers,
    points,
    rings,
    safeguards,
    texts,
)
from simulations.engine.check.certain import Known, moment_of, needs_of
from simulations.engine.check.places import conditions, effects, options
from simulations.engine.check.possible import always_holds, can_hold
from simulations.engine.check.worlds import World
from simulations.engine.conditions import All, DateFrom, DateUntil, DeadlineIs, DocumentIs, FactIs, atoms
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Act, Effect, Rule, Scenario, SetFact, StartClock, StopClock
from simulations.engine.sentences import sentence

MOST_FACTS, MOST_ACTS = 60, 80


def sizes(scenario: Scenario) -> Iterator[Problem]:
    """Beyond this nobody can check a case, so nothing else is looked at."""
    for kind, count, most in (("facts", len(scenario.facts), MOST_FACTS), ("acts", len(scenario.acts), MOST_ACTS)):
        if count > most:
            yield Problem("too_many", kind, f"{count} {kind}; a case that can be checked has at most {most}")


def facts_used(scenario: Scenario, _: Known) -> Iterator[Problem]:
    read = {atom.fact for spot in conditions(scenario) for atom in atoms(spot.condition) if isinstance(atom, FactIs)}
    set_ = {effect.fact for _, effect in effects(scenario) if isinstance(effect, SetFact)}
    for key, fact in scenario.facts.items():
        if key not in read:
            said = Problem if fact.layer != "truth" else warning  # what is so may only be told
            yield said("fact_never_read", f"facts.{key}", f"nothing ever reads the fact “{key}”")
        elif key not in set_ and fact.layer != "truth":
            yield Problem("fact_never_set", f"facts.{key}", f"“{key}” is read, and nothing ever sets it")


def values_used(scenario: Scenario, found: Known) -> Iterator[Problem]:
    """A value that is waited for and never comes, and a value that is only declared."""
    named: dict[str, set[str]] = {key: {fact.initial} for key, fact in scenario.facts.items()}
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, FactIs):
                named[atom.fact] |= atom.values
                for value in _never(scenario, found, atom):
                    words = f"“{atom.fact}” never becomes “{value}”"
                    yield Problem("value_never_set", spot.where, words)
    for _, effect in effects(scenario):
        if isinstance(effect, SetFact):
            named[effect.fact].add(effect.value)
    for key, fact in scenario.facts.items():
        for value in fact.values:
            if value not in named[key] and fact.layer != "truth":
                words = f"nothing sets or reads the value “{value}” of “{key}”"
                yield warning("value_unused", f"facts.{key}.values", words)


def _never(scenario: Scenario, found: Known, atom: FactIs) -> list[str]:
    if scenario.facts[atom.fact].layer == "truth":
        return []
    return sorted(atom.values - found.reach.facts[atom.fact])


def contradictions(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for spot in conditions(scenario):
        if not can_hold(World(scenario, spot.acts), spot.condition):
            words = f"this can never be true: {sentence(scenario, spot.condition)}"
            yield Problem("contradiction", spot.where, words)
    for key, act in scenario.acts.items():
        alone = World(scenario, (act,))
        if not can_hold(alone, needs_of(act)):
            if all(can_hold(alone, need.when) for need in act.needs):
                yield Problem("contradiction", f"acts.{key}.needs", f"the needs of “{key}” exclude one another")
            continue
        for rule in act.rules:
            if can_hold(alone, rule.when) and not can_hold(alone, All((needs_of(act), rule.when))):
                words = f"what “{key}” needs excludes this: {sentence(scenario, rule.when)}"
                yield Problem("contradiction", f"acts.{key}.rules.{rule.key}.when", words)


def needs_ask(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """A need that always holds asks nothing. Where it stands on a paper or a clock it may have been meant as a note."""
    for key, act in scenario.acts.items():
        for index, need in enumerate(act.needs):
            if always_holds(World(scenario), need.when):
                words = f"this always holds: {sentence(scenario, need.when)}"
                certain = not any(isinstance(atom, DocumentIs | DeadlineIs) for atom in atoms(need.when))
                yield (Problem if certain else warning)("need_always_met", f"acts.{key}.needs[{index}].when", words)


_FROM_THE_FIRST = (DocumentIs, DeadlineIs, DateFrom, DateUntil)  # may be said of what is so from the beginning on


def things_wait(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """What always holds is waited for by nobody: leave it out, or say what was meant."""
    spots = [(f"injects.{key}.when", inject.when) for key, inject in scenario.injects.items()]
    spots += [(f"stages.{key}.reached", stage.reached) for key, stage in scenario.stages.items()]
    for where, condition in spots:
        if any(atoms(condition)) and always_holds(World(scenario), condition):
            certain = not any(isinstance(atom, _FROM_THE_FIRST) for atom in atoms(condition))
            words = f"this always holds: {sentence(scenario, condition)}"
            yield (Problem if certain else warning)("always_holds", where, words)


def unreachable(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for key in scenario.acts:
        if key not in found.reach.acts:
            yield Problem("act_unreachable", f"acts.{key}", f"nobody can ever do “{key}”")
    for key in scenario.injects:
        if key not in found.reach.injects:
            yield Problem("inject_unreachable", f"injects.{key}", f"“{key}” can never happen")
    for key in scenario.messages:
        if key not in found.reach.messages:
            yield Problem("message_never_sent", f"messages.{key}", f"nothing ever sends “{key}” in time")
    for key in scenario.documents:
        if key not in found.reach.documents:
            yield Problem("document_never_arrives", f"documents.{key}", f"“{key}” never reaches the desk")
    for key, stage in scenario.stages.items():
        if not found.can_hold(stage.reached):
            yield Problem("stage_unreachable", f"stages.{key}", f"no run reaches the stage “{key}”")


def options_offered(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        for where, _, when in options(act) if key in found.reach.acts else ():
            if not found.can_hold(All((needs_of(act), when)), act):
                yield Problem("option_unreachable", where, f"“{where.rpartition('.')[2]}” is never offered")


def rules_apply(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        for rule in act.rules if key in found.reach.acts else ():
            if (key, rule.key) not in found.reach.rules:
                yield _idle(scenario, found, act, rule)


def _idle(scenario: Scenario, found: Known, act: Act, rule: Rule) -> Problem:
    """Why the rule never applies: its own condition, or those that stand before it."""
    where = f"acts.{act.key}.rules.{rule.key}"
    alone = found.can_hold(All((needs_of(act), rule.when)), act)
    if alone and not found.can_hold(moment_of(act, rule), act):
        before = [other.key for other in act.rules if other.group == rule.group]
        names = "”, “".join(before[: before.index(rule.key)])
        return Problem("rule_shadowed", where, f"wherever it holds, a rule before it applies: “{names}”")
    return Problem("rule_unreachable", where, f"this rule can never apply: {sentence(scenario, rule.when)}")


def effects_agree(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """One list of effects happens at one moment, so it cannot say two things."""
    lists: dict[str, list[Effect]] = {}
    for where, effect in effects(scenario):
        lists.setdefault(where.rpartition("[")[0], []).append(effect)
    for where, found in lists.items():
        values: dict[str, str] = {}
        for effect in found:
            if isinstance(effect, SetFact) and values.setdefault(effect.fact, effect.value) != effect.value:
                words = f"“{effect.fact}” becomes “{values[effect.fact]}” and “{effect.value}” at the same moment"
                yield Problem("effects_contradict", where, words)
            if isinstance(effect, StopClock) and StartClock(effect.deadline) in found:
                words = f"the clock “{effect.deadline}” is started and stopped at the same moment"
                yield Problem("effects_contradict", where, words)


LintRule = Callable[[Scenario, Known], Iterator[Problem]]
RULES: tuple[LintRule, ...] = (
    facts_used,
    values_used,
    contradictions,
    needs_ask,
    things_wait,
    dates.outside,
    asking.known,
    asking.fitting,
    asking.whole_tasks,
    rings.rings,
    unreachable,
    options_offered,
    rules_apply,
    effects_agree,
    injects.forestalled,
    endings.reached,
    endings.kinds,
    safeguards.bite,
    safeguards.knowledge,
    duties.opened,
    duties.in_time,
    choices.twins,
    choices.alike,
    clocks.time_spent,
    clocks.clocks,
    clocks.messages_end,
    points.earned,
    points.bounds,
    law.law_decides,
    named.people,
    papers.marks,
    papers.forms,
    texts.words,
    texts.translations,
)
