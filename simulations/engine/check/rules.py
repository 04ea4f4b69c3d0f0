"""The lint rules: each looks at a loaded case and yields what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.calendar import ONE_DAY, add_months
from simulations.engine.check.contradictions import is_contradictory
from simulations.engine.check.places import Spot, conditions, effects
from simulations.engine.check.reach import Reach, is_doable
from simulations.engine.conditions import (
    ALWAYS,
    All,
    FactIs,
    InputDate,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    atoms,
)
from simulations.engine.fingerprint import logic_of
from simulations.engine.problems import Problem
from simulations.engine.reference import Mark
from simulations.engine.scenario import Act, ExtendClock, Scenario, SetFact, StartClock, StopClock
from simulations.engine.sentences import sentence
from simulations.engine.taint import mark_of_ending, mark_of_item

MOST_FACTS, MOST_ACTS = 60, 80
_InputAtom = InputIs | InputHas | InputGiven | InputDate | InputOpen


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


def time_spent(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not act.once and act.minutes <= 0:
            yield Problem("repeatable_without_time", f"acts.{key}", f"“{key}” can be repeated and takes no time")
        if act.minutes < 0:
            yield Problem("negative_time", f"acts.{key}.minutes", "an act cannot give time back")


def clocks(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    started = {key for key, item in scenario.deadlines.items() if item.starts_at_begin}
    touched = [effect for _, effect in effects(scenario)]
    started |= {effect.deadline for effect in touched if isinstance(effect, StartClock)}
    stopped = {effect.deadline for effect in touched if isinstance(effect, StopClock)}
    extended = {effect.deadline for effect in touched if isinstance(effect, ExtendClock)}
    for key, item in scenario.deadlines.items():
        if key not in started:
            yield Problem("deadline_never_started", f"deadlines.{key}", f"nothing starts the clock “{key}”")
        elif key not in stopped:
            yield Problem("deadline_never_stopped", f"deadlines.{key}", f"nothing ever stops the clock “{key}”")
        elif "stopped" not in found.statuses[key]:
            yield Problem("deadline_cannot_be_met", f"deadlines.{key}", f"no run can stop the clock “{key}”")
        if key in extended and not item.extension:
            words = f"“{key}” is extended, and no value says by how much"
            yield Problem("extension_without_value", f"deadlines.{key}.extension", words)
        if item.extension and key not in extended:
            yield Problem("extension_never_used", f"deadlines.{key}.extension", f"nothing ever extends “{key}”")
        yield from _covered(scenario, key)


def _covered(scenario: Scenario, key: str) -> Iterator[Problem]:
    item = scenario.deadlines[key]
    value = scenario.values[item.value]
    length = value.number or 0
    last = scenario.ends_on
    last = add_months(last, length) if value.unit == "months" else last + 3 * length * ONE_DAY
    for code in {item.requested, item.requesting}:
        if not scenario.calendars[code].covers(last):
            words = f"the day table {code} ends before this limit may"
            yield Problem("calendar_span", f"deadlines.{key}", words)


def inputs_known(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    for spot in conditions(scenario):
        for atom in atoms(spot.condition):
            if isinstance(atom, _InputAtom):
                yield from _input_known(spot, atom)


def _input_known(spot: Spot, atom: _InputAtom) -> Iterator[Problem]:
    name, _, row = atom.input.partition(".")
    if not spot.acts:
        yield Problem("input_out_of_place", spot.where, f"there is no act here whose input “{name}” could be read")
        return
    found = [item for act in spot.acts for item in act.inputs if item.key == name]
    if not found:
        acts = ", ".join(act.key for act in spot.acts)
        yield Problem("unknown_input", spot.where, f"no input “{name}” in: {acts}")
        return
    if row and not any(line.key == row for item in found for line in item.rows):
        yield Problem("unknown_row", spot.where, f"the table “{name}” has no row “{row}”")
    if isinstance(atom, InputIs | InputHas):
        options = {option.key for item in found for option in item.options}
        for value in sorted(atom.values - options):
            yield Problem("unknown_option", spot.where, f"“{name}” has no option “{value}”")


def law_decides(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    """Until a lawyer has reviewed a value, nothing that rests on it may be critical or fail a person."""
    for key, item in scenario.rubric.items():
        mark = mark_of_item(scenario, item)
        if item.critical and not mark.decides:
            yield _unreviewed(f"rubric.{key}", f"“{key}” is critical and rests on law marked “{mark}”")
    for key, ending in scenario.endings.items():
        mark = mark_of_ending(scenario, ending)
        if ending.kind == "fail" and not mark.decides:
            yield _unreviewed(f"endings.{key}", f"“{key}” fails a person on law marked “{mark}”")
    for key, guard in scenario.safeguards.items():
        if guard.critical and not guard.basis.decides:
            yield _unreviewed(f"safeguards.{key}", f"“{key}” is critical on law marked “{guard.basis}”")
        if guard.basis is Mark.PRINCIPLE and not guard.cites:
            yield Problem("principle_without_law", f"safeguards.{key}.cites", "a principle names where it stands")


def _unreviewed(where: str, words: str) -> Problem:
    return Problem("unreviewed_decides", where, words)


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
    if scenario.endings[scenario.falls_to].kind == "pass":
        yield Problem("silence_passes", "falls_to", "who does nothing would pass")
    for key, ending in scenario.endings.items():
        if ending.when == ALWAYS:
            yield Problem("ends_at_once", f"endings.{key}.when", "the case would end before it begins")


RULES = (
    facts_used,
    values_used,
    contradictions,
    inputs_known,
    unreachable,
    rules_apply,
    safeguards_bite,
    twins,
    time_spent,
    clocks,
    law_decides,
    words,
    endings,
)
