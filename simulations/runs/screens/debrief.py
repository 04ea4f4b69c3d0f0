"""The case given back: result, safeguards, own acts against the clock, what was still possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from simulations.engine.debrief import Debrief, Decision, SafeguardFinding, Turn, debrief
from simulations.engine.log import Event
from simulations.engine.reference import Value
from simulations.engine.run import END_DAY
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import CompetencyScore, ItemResult
from simulations.runs import words
from simulations.runs.engine import outlook
from simulations.runs.models import Run
from simulations.runs.screens import timeline
from simulations.runs.screens.workspace import chosen

KINDS = {"sound": "kept", "cost": "risk", "breach": "breach", "": "none"}
_STATUS = {"kept": "kept", "at_risk": "risk", "breached": "breach", "not_tested": "none"}
VERDICTS = {
    "kept": gettext_lazy("Sound"),
    "risk": gettext_lazy("At a cost"),
    "breach": gettext_lazy("Breach"),
    "none": gettext_lazy("Noted"),
}
STATUSES = {
    "kept": gettext_lazy("Kept"),
    "risk": gettext_lazy("At risk"),
    "breach": gettext_lazy("Breached"),
    "none": gettext_lazy("Not tested"),
}


@dataclass(frozen=True)
class LawLine:
    text: str
    article: str
    mark: str
    is_assumed: bool


@dataclass(frozen=True)
class SafeguardCard:
    kind: str
    status: str
    title: str
    text: str
    law: tuple[LawLine, ...]
    number: int | None  # the decision it happened in


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
    also: str
    offered: tuple[str, ...]
    law: tuple[LawLine, ...]
    reach: str
    points: int
    total: int
    seq: int
    is_point_of_no_return: bool

    @property
    def firm_law(self) -> tuple[LawLine, ...]:
        return tuple(line for line in self.law if not line.is_assumed)

    @property
    def assumed_law(self) -> tuple[LawLine, ...]:
        return tuple(line for line in self.law if line.is_assumed)

    @property
    def lost(self) -> int:
        return max(0, -self.points)


@dataclass(frozen=True)
class CompetencyRow:
    name: str
    said: str
    points: str
    missed: tuple[str, ...]
    open_law: bool


@dataclass(frozen=True)
class DebriefPage:
    run: Run
    scenario: Scenario
    result: Debrief
    kind: str
    safeguards: tuple[SafeguardCard, ...]
    decisions: tuple[DecisionCard, ...]
    competencies: tuple[CompetencyRow, ...]
    figure: SafeString
    days: tuple[timeline.ListDay, ...]
    outlook: SafeString
    outlook_narrow: SafeString
    turning_point: DecisionCard | None
    undecided: tuple[str, ...]

    @property
    def most_worth(self) -> tuple[DecisionCard, ...]:
        """Where playing on teaches most: the turning point, then what was breached or cost something."""
        found = [card for card in self.decisions if card.kind in ("breach", "risk") and card != self.turning_point]
        return tuple(found[:2])


def debrief_page(
    run: Run, scenario: Scenario, events: Sequence[Event], texts: Mapping[int, tuple[str, ...]]
) -> DebriefPage:
    """`texts` are the person's own words by the step they were written in."""
    result = debrief(scenario, events)
    cards = _decisions(scenario, result, texts)
    turning_point = next((card for card in cards if card.is_point_of_no_return), None)
    return DebriefPage(
        run=run,
        scenario=scenario,
        result=result,
        kind={"pass": "kept", "neutral": "none"}.get(run.outcome, "breach"),
        safeguards=tuple(_safeguard(item, result) for item in result.safeguards),
        decisions=cards,
        competencies=tuple(_competency(scenario, item, result.score.items) for item in result.score.by_competency),
        figure=timeline.drawn(scenario, result, cards),
        days=timeline.as_list(scenario, result, cards),
        outlook=_outlook(scenario, cards, wide=True),
        outlook_narrow=_outlook(scenario, cards, wide=False),
        turning_point=turning_point,
        undecided=tuple(words.said(item.item.title) for item in result.score.items if not item.decides),
    )


def _safeguard(found: SafeguardFinding, result: Debrief) -> SafeguardCard:
    kind = _STATUS[found.status]
    numbers = {decision.step: n for n, decision in enumerate(result.decisions, start=1)}
    return SafeguardCard(
        kind=kind,
        status=str(STATUSES[kind]),
        title=words.said(found.safeguard.title),
        text=words.said(found.text),
        law=_law(found.law),
        number=numbers.get(found.step) if found.step is not None else None,
    )


def _law(values: Sequence[Value]) -> tuple[LawLine, ...]:
    return tuple(
        LawLine(words.said(item.text), item.article, str(words.MARKS[item.mark]), not item.mark.scores)
        for item in values
    )


def _decisions(scenario: Scenario, result: Debrief, texts: Mapping[int, tuple[str, ...]]) -> tuple[DecisionCard, ...]:
    cards, total = [], 0
    for number, item in enumerate(result.decisions, start=1):
        total += item.points
        cards.append(_decision(scenario, item, number, total, result.point_of_no_return, texts.get(item.step, ())))
    return tuple(cards)


def _decision(
    scenario: Scenario, item: Decision, number: int, total: int, no_return: int | None, own: tuple[str, ...]
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
        also=words.said(item.also),
        offered=tuple(words.said(act.label) for act in item.offered),
        law=_law(item.law),
        reach=_reach(item),
        points=item.points,
        total=total,
        seq=item.fork_seq,
        is_point_of_no_return=item.step == no_return,
    )


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


def _reach(item: Decision) -> str:
    if item.in_reach_before and not item.in_reach_after:
        return _("A pass was in reach before, and no longer after")
    return _("A pass was still in reach") if item.in_reach_after else _("A pass was out of reach already")


def _competency(scenario: Scenario, found: CompetencyScore, items: Sequence[ItemResult]) -> CompetencyRow:
    own = [item for item in items if item.item.competency == found.competency]
    return CompetencyRow(
        name=words.said(scenario.competencies[found.competency]),
        said=_shown(found),
        points=_("%(points)d of %(possible)d") % {"points": found.points, "possible": found.possible},
        missed=tuple(words.said(item.item.title) for item in own if not item.earned and item.item.points > 0),
        open_law=any(not item.decides for item in own),
    )


def _shown(found: CompetencyScore) -> str:
    if not found.possible:
        return _("not part of this case")
    if found.share >= 0.8:
        return _("shown")
    if found.share >= 0.5:
        return _("shown in part")
    return _("begun") if found.points > 0 else _("not shown")


def _outlook(scenario: Scenario, cards: Sequence[DecisionCard], *, wide: bool) -> SafeString:
    if not cards:
        return SafeString()
    turning = next((card.number for card in cards if card.is_point_of_no_return), None)
    described = ngettext(
        "After your %(count)d act: points collected %(points)s.",
        "After each of your %(count)d acts: points collected %(points)s.",
        len(cards),
    ) % {"count": len(cards), "points": words.listed(str(card.total) for card in cards)}
    if turning:
        described += " " + _("After act %(number)d a pass could no longer be reached.") % {"number": turning}
    spoken = outlook.Words(
        title=_("What was still possible after each of your acts"),
        description=described,
        in_reach=_("a pass was in reach"),
        out_of_reach=_("a pass was out of reach"),
        collected=_("points you had collected"),
        no_return=_("point of no return"),
        after=_("After your act"),
    )
    points = tuple(outlook.Point(str(card.number), card.kind, card.total) for card in cards)
    top = max(1, sum(max(0, item.points) for item in scenario.rubric.values()))
    return mark_safe(outlook.draw("cv" if wide else "cvn", points, turning, top, spoken, wide=wide))
