"""The lint rules: each looks at a loaded case and yields what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check import asking, law, timing
from simulations.engine.check.contradictions import is_contradictory
from simulations.engine.check.places import Spot, conditions, effects
from simulations.engine.check.reach import Reach, is_doable
from simulations.engine.conditions import (
    ALWAYS,
    NEVER,
    All,
    FactIs,
    atoms,
)
from simulations.engine.fingerprint import logic_of
from simulations.engine.problems import Problem
from simulations.engine.scenario import (
    Act,
    Scenario,
    SetFact,
)
from simulations.engine.sentences import sentence

MOST_FACTS, MOST_ACTS = 60, 80


def sizes(scenario: Scenario) -> Iterator[Problem]:
    """Beyond this nobody can check a case, so nothing else is looked at."""
    for kind, count, most in (("facts", len(scenario.facts), MOST_FACTS), ("acts", len(scenario.acts), MOST_ACTS)):
        if count > most:
            yield Problem("too_many", kind, f"{count} {kind}; a case that can be checked has at most {most}")


def facts_used(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    read = {atom.fact for spot in conditions(scenario) for atom in atoms(spot.condition) if isinstance(atom, FactIs)}
    set_ = {effect.fact for _, effect in effects(scenario) if isinstance(effect, SetFact)}
    for key, fact in scenario.facts.items():
        if key not in read:
            yield Problem("fact_never_read", f"facts.{key}", f"nothing ever reads the fact “{key}”")
        elif key not in set_ and fact.layer != "truth":
            yield Problem("fact_never_set", f"facts.{key}", f"“{key}” is read, and nothing ever sets it")


def values_used(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    """A value that is waited for and never comes."""
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, FactIs) and scenario.facts[atom.fact].layer != "truth":
                for value in sorted(atom.values - found.facts[atom.fact]):
                    words = f"“{atom.fact}” never becomes “{value}”"
                    yield Problem("value_never_set", spot.where, words)


def contradictions(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    for spot in conditions(scenario):
        if is_contradictory(scenario, spot.condition):
            words = f"this can never be true: {sentence(scenario, spot.condition)}"
            yield Problem("contradiction", spot.where, words)
    for key, act in scenario.acts.items():
        needs = tuple(need.when for need in act.needs)
        if is_contradictory(scenario, All(needs)) and not any(is_contradictory(scenario, n) for n in needs):
            yield Problem("contradiction", f"acts.{key}.needs", f"the needs of “{key}” exclude one another")


def unreachable(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not is_doable(found, act):
            yield Problem("act_unreachable", f"acts.{key}", f"nobody can ever do “{key}”")
    for key in sorted(set(scenario.injects) - found.injects):
        yield Problem("inject_unreachable", f"injects.{key}", f"“{key}” can never happen")
    for key, ending in scenario.endings.items():
        if key != scenario.falls_to and not found.may_hold(ending.when):
            yield Problem("ending_unreachable", f"endings.{key}", f"no run can end with “{key}”")
    for key in sorted(set(scenario.messages) - found.messages):
        yield Problem("message_never_sent", f"messages.{key}", f"nothing ever sends “{key}”")
    for key in sorted(set(scenario.documents) - found.documents):
        yield Problem("document_never_arrives", f"documents.{key}", f"“{key}” never reaches the desk")
    for key, item in scenario.rubric.items():
        if not item.on and found.must_hold(item.when):
            yield Problem("item_for_nothing", f"rubric.{key}", f"everybody earns “{key}”, whatever they do")
        earns = not item.on or any(name in found.acts for name in item.on)
        if not (earns and found.may_hold(item.when)):
            yield Problem("item_unreachable", f"rubric.{key}", f"nobody can ever earn “{key}”")


def rules_apply(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        seen: set[tuple[str, str]] = set()
        closed_by: dict[str, str] = {}
        for rule in act.rules:
            where = f"acts.{key}.rules.{rule.key}"
            if rule.group in closed_by:
                words = f"“{closed_by[rule.group]}” stands before it and always holds"
                yield Problem("rule_shadowed", where, words)
            elif key in found.acts and (key, rule.key) not in found.rules:
                yield Problem("rule_unreachable", where, "this rule can never apply")
            elif (rule.group, twin := repr(rule.when)) in seen:
                yield Problem("rule_shadowed", where, "a rule before it has the very same condition")
            else:
                seen.add((rule.group, twin))
            if found.must_hold(rule.when):
                closed_by.setdefault(rule.group, rule.key)


def safeguards_bite(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    """A safeguard that nobody can breach watches nothing."""
    for key, guard in scenario.safeguards.items():
        can_break = found.may_hold(guard.guard) if guard.template == "never_while" else not found.must_hold(guard.guard)
        about = any(act in found.acts for act in guard.acts) and found.may_hold(guard.where)
        if not (can_break and about):
            yield Problem("safeguard_vacuous", f"safeguards.{key}", f"nobody can ever breach “{key}”")
        for spot in conditions(scenario):
            if spot.where.startswith(f"safeguards.{key}."):
                yield from _reads_knowledge(scenario, spot)


def _reads_knowledge(scenario: Scenario, spot: Spot) -> Iterator[Problem]:
    for atom in atoms(spot.condition):
        if isinstance(atom, FactIs) and scenario.facts[atom.fact].layer == "known":
            words = f"a safeguard reads acts and records, never what somebody knew (“{atom.fact}”)"
            yield Problem("safeguard_reads_knowledge", spot.where, words)


def twins(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    """Two acts that do the same under two names are an illusory choice."""
    seen: dict[str, str] = {}
    for key, act in scenario.acts.items():
        body = repr(logic_of(act, without=("key", "group", "cites")))
        if not (act.effects or act.rules or act.inputs):
            body += repr(_referred(scenario, key))
        if body in seen:
            words = f"“{key}” and “{seen[body]}” differ only in their words"
            yield Problem("acts_differ_only_in_label", f"acts.{key}", words)
        seen.setdefault(body, key)


def _referred(scenario: Scenario, act: str) -> list[str]:
    watched = [f"safeguards.{key}" for key, item in scenario.safeguards.items() if act in item.acts]
    scored = [f"rubric.{key}" for key, item in scenario.rubric.items() if act in item.on]
    read = [spot.where for spot in conditions(scenario) if f"'{act}'" in repr(spot.condition)]
    return watched + scored + read


def words(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not any(rule.feedback for rule in act.rules):
            yield Problem("no_feedback", f"acts.{key}", f"the debrief has nothing to say about “{key}”")
        yield from _rule_words(act)
    for key, guard in scenario.safeguards.items():
        if guard.at_risk is not None and not guard.risk:
            yield Problem("no_text", f"safeguards.{key}.risk", "words for “at risk” are missing")
        if not guard.untested:
            yield Problem("no_text", f"safeguards.{key}.untested", "words for “not tested” are missing")


def _rule_words(act: Act) -> Iterator[Problem]:
    for rule in act.rules:
        if rule.verdict and not rule.feedback:
            yield Problem("no_feedback", f"acts.{act.key}.rules.{rule.key}", "a verdict without words explains nothing")


def endings(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    kinds = {ending.kind for ending in scenario.endings.values()}
    if "pass" not in kinds:
        yield Problem("no_pass", "endings", "no ending is a pass")
    last = scenario.endings[scenario.falls_to]
    if last.when != NEVER:
        words = "time ends the case this way whatever is asked here, so its words may be false: name one without “when”"
        yield Problem("falls_to_has_condition", f"endings.{last.key}.when", words)
    if last.kind == "pass":
        yield Problem("silence_passes", "falls_to", "who does nothing would pass")
    for key, ending in scenario.endings.items():
        if ending.when == ALWAYS:
            yield Problem("ends_at_once", f"endings.{key}.when", "the case would end before it begins")


RULES = (
    facts_used,
    values_used,
    contradictions,
    asking.known,
    asking.fitting,
    asking.whole_tasks,
    unreachable,
    rules_apply,
    safeguards_bite,
    twins,
    timing.time_spent,
    timing.clocks,
    timing.messages_end,
    law.law_decides,
    words,
    endings,
)
