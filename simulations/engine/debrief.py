"""The case given back: what the person had, what each act did, what else was possible, and the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from simulations.engine import safeguards
from simulations.engine.desk import desk
from simulations.engine.due import safe_day
from simulations.engine.findings import NOTHING, Findings, findings
from simulations.engine.log import Event
from simulations.engine.outlook import last_step_in_reach
from simulations.engine.reference import Value
from simulations.engine.run import BUILT_IN, Step, steps
from simulations.engine.scenario import Act, Ending, Rule, Safeguard, Scenario
from simulations.engine.scoring import Score, score
from simulations.engine.state import Clock
from simulations.engine.text import NO_TEXT, Text
from simulations.engine.timeline import KINDS, DayStrip, Mark, marks_of, strip, subject
from simulations.engine.verdicts import question_asked, rules_applied, verdict_of

_COULD_BE_BETTER = ("cost", "breach")  # where the author's other way is worth telling


@dataclass(frozen=True, slots=True)
class SafeguardFinding:
    """`status`: kept, at_risk, breached or not_tested, with the author's words for it and the step of it."""

    safeguard: Safeguard
    status: str
    text: Text
    step: int | None
    law: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A clock that turned, or the case that ended, while time was let pass: kind contested, expired or ended.

    `in_time_by`: the last office day that would have been in time on every reading.
    """

    kind: str
    title: Text
    on: date
    in_time_by: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One command of the person that is an act or a day ended with something at stake.

    `in_reach_before/after`: could a pass still be reached; `offered`: other acts possible at that moment; `findings`:
    what its form, marks or question showed, and what had not been opened.
    Play on from here with a new run of the events before `fork_seq`.
    """

    step: int
    at: datetime
    act: Act | None
    built_in: str
    inputs: Mapping[str, Any]
    verdict: str
    feedback: tuple[Text, ...]
    turns: tuple[Turn, ...]
    also: Text
    law: tuple[Value, ...]
    held: tuple[str, ...]  # documents that had been read by then
    in_reach_before: bool
    in_reach_after: bool
    offered: tuple[Act, ...]
    fork_seq: int
    points: int
    findings: Findings = NOTHING


@dataclass(frozen=True, slots=True)
class Debrief:
    scenario: Scenario
    ending: Ending | None
    score: Score
    safeguards: tuple[SafeguardFinding, ...]
    timeline: tuple[Mark, ...]
    days: tuple[DayStrip, ...]
    clocks: Mapping[str, Clock]
    decisions: tuple[Decision, ...]
    point_of_no_return: int | None  # step after which a pass was out of reach


def debrief(scenario: Scenario, events: Sequence[Event]) -> Debrief:
    played = tuple(steps(events))
    final = played[-1].after
    result = score(scenario, events)
    timeline = tuple(mark for step in played for mark in marks_of(scenario, step))
    reach = last_step_in_reach(scenario, played)
    decisions = tuple(_decision(scenario, step, result, reach) for step in played if _is_decision(step, reach))
    return Debrief(
        scenario=scenario,
        ending=scenario.endings.get(final.ending),
        score=result,
        safeguards=tuple(_finding(scenario, item, played) for item in scenario.safeguards.values()),
        timeline=timeline,
        days=strip(scenario, timeline, final.clocks),
        clocks=final.clocks,
        decisions=decisions,
        point_of_no_return=reach + 1 if reach + 1 < len(played) else None,
    )


def law_of(scenario: Scenario, tokens: Sequence[str]) -> tuple[Value, ...]:
    return tuple(scenario.values[token] for token in tokens if token in scenario.values)


def _finding(scenario: Scenario, item: Safeguard, played: tuple[Step, ...]) -> SafeguardFinding:
    tested = safeguards.was_tested(scenario, item, played)
    state = played[-1].after
    status = safeguards.status(scenario, item, state, was_tested=tested)
    seq = state.breaches.get(item.key, state.risks.get(item.key))
    where = next((step.number for step in played if any(event.seq == seq for event in step.events)), None)
    words = {"kept": item.kept, "at_risk": item.risk, "breached": item.breached, "not_tested": item.untested}
    return SafeguardFinding(item, status, words[status], where, law_of(scenario, item.cites))


_TURNS = ("deadline_contested", "deadline_expired", "safeguard_breached", "expectation_missed", "ended")


def _is_decision(step: Step, reach: int) -> bool:
    """Every act, and time let pass while a clock turned or the last way to a pass closed."""
    if step.number == 0 or step.act == "read":
        return False
    turned = any(event.kind in _TURNS for event in step.events)
    return step.act not in BUILT_IN or turned or step.number == reach + 1


def _decision(scenario: Scenario, step: Step, result: Score, reach: int) -> Decision:
    act = scenario.acts.get(step.act)
    rules = rules_applied(scenario, step)
    tokens = list(act.cites if act else ())
    for event in step.events:
        if event.kind in ("deadline_contested", "deadline_expired"):
            tokens += scenario.deadlines[event.data["deadline"]].cites
    table = desk(scenario, step.before)
    verdict = verdict_of(scenario, step)
    return Decision(
        step=step.number,
        at=step.taken.at,
        act=act,
        built_in="" if act else step.act,
        inputs=step.inputs,
        verdict=verdict,
        feedback=_feedback(act, step, rules),
        turns=tuple(turn for event in step.events if (turn := _turn(scenario, step, event))),
        also=act.also if act and verdict in _COULD_BE_BETTER else NO_TEXT,
        law=law_of(scenario, tokens),
        held=tuple(key for key, stage in step.before.documents.items() if stage != "here"),
        in_reach_before=step.number <= reach + 1,
        in_reach_after=step.number <= reach,
        offered=tuple(offer.act for offer in table.offers if offer.act.key != step.act),
        fork_seq=step.events[0].seq,
        points=sum(item.counted for item in result.items if item.step == step.number),
        findings=findings(scenario, act, step.before, step.inputs) if act else NOTHING,
    )


def _feedback(act: Act | None, step: Step, rules: Sequence[Rule]) -> tuple[Text, ...]:
    """What the question was like, then what the rules say."""
    question = question_asked(act, step)
    said = [question.feedback] if question else []
    return tuple(text for text in (*said, *(rule.feedback for rule in rules)) if text)


def _turn(scenario: Scenario, step: Step, event: Event) -> Turn | None:
    kind, (key, title) = KINDS.get(event.kind, ""), subject(scenario, event)
    if kind == "ending":
        return Turn("ended", title, event.at.date())
    if kind not in ("contested", "expired"):
        return None
    safe = safe_day(scenario, key, step.after.clocks[key].earliest)
    return Turn(kind, title, event.at.date(), safe)
