"""Decision by decision: what one had, what it did, what else was possible, and the law with its mark."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simulations.engine.check.prospects import Best
from simulations.engine.debrief import Debrief, Decision, Turn
from simulations.engine.reference import Value
from simulations.engine.run import END_DAY
from simulations.engine.scenario import Scenario
from simulations.runs import words
from simulations.runs.models import FormCheck, WrittenWork
from simulations.runs.screens.findings import Noticed, noticed
from simulations.runs.screens.sent import Judgement, judgement, told_of
from simulations.runs.screens.workspace import chosen

KINDS = {"sound": "kept", "cost": "risk", "breach": "breach", "": "none"}
VERDICTS = {
    "kept": gettext_lazy("Sound"),
    "risk": gettext_lazy("At a cost"),
    "breach": gettext_lazy("Breach"),
    "none": gettext_lazy("Noted"),
}


@dataclass(frozen=True)
class LawLine:
    text: str
    article: str
    mark: str
    is_assumed: bool


@dataclass(frozen=True)
class DecisionCard:
    number: int
    kind: str
    verdict: str
    at: datetime
    title: str
    chosen: str
    own_words: tuple[str, ...]
    held: str
    did: tuple[str, ...]
    noticed: tuple[Noticed, ...]
    model_answer: str
    criteria: tuple[str, ...]
    also: str
    offered: tuple[str, ...]
    law: tuple[LawLine, ...]
    reach: str
    kept: int  # safeguards not broken by then
    points: int
    total: int
    seq: int
    is_point_of_no_return: bool = False
    judgement: Judgement | None = None
    waits: bool = False  # for a trainer's judgement

    @property
    def firm_law(self) -> tuple[LawLine, ...]:
        return tuple(line for line in self.law if not line.is_assumed)

    @property
    def assumed_law(self) -> tuple[LawLine, ...]:
        return tuple(line for line in self.law if line.is_assumed)

    @property
    def lost(self) -> int:
        return max(0, -self.points)


def decision_cards(
    scenario: Scenario,
    result: Debrief,
    bests: Mapping[int, Best],
    texts: Mapping[int, tuple[str, ...]],
    works: Mapping[int, WrittenWork],
    checks: Mapping[tuple[str, int], FormCheck],
) -> tuple[DecisionCard, ...]:
    """What comes by step: at most what could still be kept, own words, texts of write tasks. `checks` of forms come
    by act and sending."""
    cards, total, sent = [], 0, Counter[str]()
    for number, item in enumerate(result.decisions, start=1):
        total += item.points
        card = _decision(scenario, item, number, total, bests[item.step], texts.get(item.step, ()))
        if item.act:
            check = checks.get((item.act.key, sent[item.act.key]))
            sent[item.act.key] += 1
            card = replace(card, noticed=_with_check(card.noticed, told_of(scenario, item.act, check)))
        turned = item.step == result.point_of_no_return
        cards.append(replace(card, is_point_of_no_return=turned, **_judged(item, works.get(item.step))))
    return tuple(cards)


def _decision(
    scenario: Scenario, item: Decision, number: int, total: int, best: Best, own: tuple[str, ...]
) -> DecisionCard:
    kind = KINDS[item.verdict]
    return DecisionCard(
        number=number,
        kind=kind,
        verdict=str(VERDICTS[kind]),
        at=item.at,
        title=words.said(item.act.label) if item.act else _passed_time(item),
        chosen=chosen(item.act, dict(item.inputs)) if item.act else "",
        own_words=own,
        held=words.listed(words.said(scenario.documents[key].title) for key in item.held),
        did=_did(item),
        noticed=noticed(item.findings),
        model_answer=words.said(item.act.model_answer) if item.act else "",
        criteria=tuple(words.said(text) for text in item.act.criteria) if item.act else (),
        also=words.said(item.also),
        offered=tuple(words.said(act.label) for act in item.offered),
        law=law_lines(item.law),
        reach=_reach(item, best),
        kept=best.most_kept,
        points=item.points,
        total=total,
        seq=item.fork_seq,
    )


def _with_check(found: tuple[Noticed, ...], told: str) -> tuple[Noticed, ...]:
    """First, as it came first."""
    return (Noticed(found[0].title, (told, *found[0].lines)), *found[1:]) if told else found


def _judged(item: Decision, work: WrittenWork | None) -> dict[str, Any]:
    if item.act is None or work is None:
        return {}
    return {"judgement": judgement(item.act, work)} if work.judged_at else {"waits": True}


def _did(item: Decision) -> tuple[str, ...]:
    """The author's words for an act; for time let pass, what came of it."""
    told = [words.said(text) for text in item.feedback]
    if item.built_in:
        told += [_turned(turn) for turn in item.turns]
        if not told:
            told.append(_("Time passed, and with it the last known way to a pass."))
    return tuple(told)


def _turned(turn: Turn) -> str:
    title = words.said(turn.title)
    if turn.kind == "ended":
        return _("The case ended: %(ending)s.") % {"ending": title}
    if turn.kind == "expired" or turn.in_time_by is None:
        return _("%(clock)s: the limit had ended on every reading") % {"clock": title} + "."
    return _(
        "%(clock)s: from %(day)s it was contested whether anything still left in time. "
        "The last office day that was in time on every reading was %(last)s."
    ) % {"clock": title, "day": words.day(turn.on), "last": words.day(turn.in_time_by)}


def _passed_time(item: Decision) -> str:
    return _("Ended the day") if item.built_in == END_DAY else _("Waited for news")


def _reach(item: Decision, best: Best) -> str:
    """What an author's way still reaches is certain, and so is what the table of the version rules out."""
    if item.in_reach_before and not item.in_reach_after:
        return _("A pass was in reach before, and no longer after")
    if item.in_reach_after:
        return _("A pass was still in reach")
    if best.known and not best.may_pass:
        return _("A pass was out of reach, whatever was done")
    return _("A pass was out of reach already")


def law_lines(values: Sequence[Value]) -> tuple[LawLine, ...]:
    return tuple(
        LawLine(words.said(item.text), item.article, str(words.MARKS[item.mark]), not item.mark.scores)
        for item in values
    )
