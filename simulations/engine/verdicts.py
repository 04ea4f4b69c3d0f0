"""What an act was worth in the author's own words: its rules, its question, the worst that came of it."""

from __future__ import annotations

from simulations.engine.scenario import BUILT_IN, QUESTION, Act, Question, Rule, Scenario
from simulations.engine.steps import Step

VERDICTS = ("", "sound", "cost", "breach")  # the worse comes later
OF_MANNERS = {"open": "sound", "closed": "", "leading": "cost", "harmful": "cost"}


def rules_applied(scenario: Scenario, step: Step) -> list[Rule]:
    act = scenario.acts.get(step.act)
    applied = step.taken.data.get("rules", ())
    return [rule for rule in act.rules if rule.key in applied] if act else []


def verdict_of(scenario: Scenario, step: Step) -> str:
    """The worst the act was: a breach, at a cost, sound, or nothing to say."""
    kinds = {event.kind for event in step.events}
    found = [rule.verdict for rule in rules_applied(scenario, step)]
    if question := question_asked(scenario.acts.get(step.act), step):
        found.append(OF_MANNERS[question.manner])
    found += ["breach"] * ("safeguard_breached" in kinds) + ["cost"] * ("safeguard_at_risk" in kinds)
    if step.act in BUILT_IN:
        found += ["cost"] * bool(kinds & {"deadline_contested", "deadline_expired", "expectation_missed"})
    return max(found, key=VERDICTS.index, default="")


def question_asked(act: Act | None, step: Step) -> Question | None:
    return act.questions.get(step.inputs.get(QUESTION, "")) if act and act.questions else None
