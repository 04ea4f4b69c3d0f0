"""The case given back: result, safeguards, own acts against the clock, what was still possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.competencies.api import NextPlace
from simulations.engine.debrief import Debrief, SafeguardFinding, debrief
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario
from simulations.runs import words
from simulations.runs.engine import outlook
from simulations.runs.models import Run
from simulations.runs.screens import timeline
from simulations.runs.screens.competencies import CompetencyRow, competency_rows
from simulations.runs.screens.decisions import DecisionCard, LawLine, decision_cards, law_lines

_STATUS = {"kept": "kept", "at_risk": "risk", "breached": "breach", "not_tested": "none"}
STATUSES = {
    "kept": gettext_lazy("Kept"),
    "risk": gettext_lazy("At risk"),
    "breach": gettext_lazy("Breached"),
    "none": gettext_lazy("Not tested"),
}


@dataclass(frozen=True)
class SafeguardCard:
    kind: str
    status: str
    title: str
    text: str
    law: tuple[LawLine, ...]
    number: int | None  # the decision it happened in
    place: NextPlace | None  # where it is explained


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
    def due(self) -> tuple[CompetencyRow, ...]:
        """What did not succeed twice in a row, or more often."""
        return tuple(row for row in self.competencies if row.is_due)

    @property
    def most_worth(self) -> tuple[DecisionCard, ...]:
        """Where playing on teaches most: the turning point, then what was breached or cost something."""
        found = [card for card in self.decisions if card.kind in ("breach", "risk") and card != self.turning_point]
        return tuple(found[:2])


def debrief_page(
    run: Run,
    scenario: Scenario,
    events: Sequence[Event],
    texts: Mapping[int, tuple[str, ...]],
    places: Mapping[str, NextPlace],
) -> DebriefPage:
    """`texts` are the person's own words by the step they were written in; `places` come by competency."""
    result = debrief(scenario, events)
    cards = decision_cards(scenario, result, texts)
    turning_point = next((card for card in cards if card.is_point_of_no_return), None)
    return DebriefPage(
        run=run,
        scenario=scenario,
        result=result,
        kind={"pass": "kept", "neutral": "none"}.get(run.outcome, "breach"),
        safeguards=tuple(_safeguard(item, result, places) for item in result.safeguards),
        decisions=cards,
        competencies=competency_rows(scenario, result.score, places),
        figure=timeline.drawn(scenario, result, cards),
        days=timeline.as_list(scenario, result, cards),
        outlook=_outlook(scenario, cards, wide=True),
        outlook_narrow=_outlook(scenario, cards, wide=False),
        turning_point=turning_point,
        undecided=tuple(words.said(item.item.title) for item in result.score.items if not item.decides),
    )


def _safeguard(found: SafeguardFinding, result: Debrief, places: Mapping[str, NextPlace]) -> SafeguardCard:
    kind = _STATUS[found.status]
    numbers = {decision.step: n for n, decision in enumerate(result.decisions, start=1)}
    return SafeguardCard(
        kind=kind,
        status=str(STATUSES[kind]),
        title=words.said(found.safeguard.title),
        text=words.said(found.text),
        law=law_lines(found.law),
        number=numbers.get(found.step) if found.step is not None else None,
        place=places.get(found.safeguard.competency) if kind != "kept" else None,
    )


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
