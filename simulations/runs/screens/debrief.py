"""The case given back: result, safeguards, own acts against the clock, what was still possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.competencies.api import NextPlace, Resource
from simulations.engine.check.prospects import Prospects
from simulations.engine.debrief import Debrief, SafeguardFinding, debrief
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario
from simulations.runs import words
from simulations.runs.models import FormCheck, Run, WrittenWork
from simulations.runs.screens import outlook, timeline
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
    def points(self) -> str:
        score, needed = self.result.score, self.scenario.pass_percent
        told = _(
            "%(points)s of %(possible)s points. "
            "Of what can decide the result you have %(deciding)s %%; %(needed)s %% are needed."
        ) % {
            "points": max(0, score.points),
            "possible": score.possible,
            "deciding": score.deciding_percent,
            "needed": needed,
        }
        told = told.replace(" %", "\u00a0%")  # a number and its sign stay on one line
        cannot = _("A breached safeguard cannot be outweighed by points.")
        return f"{told} {cannot}" if score.critical_breach else told

    @property
    def outlook_says(self) -> str:
        return _(
            "As long as the band is filled, a pass was in reach. "
            "The solid line, read on the right, is how many of your safeguards could still be kept; it can only fall. "
            "The dotted line, read on the left, is the points you had collected."
        )

    @property
    def due(self) -> tuple[CompetencyRow, ...]:
        """What did not succeed twice in a row, or more often."""
        return tuple(row for row in self.competencies if row.is_due)

    @property
    def due_by_place(self) -> tuple[tuple[Resource, str], ...]:
        """Each place once, with the competencies it helps with."""
        names: dict[Resource, list[str]] = {}
        for row in self.due:
            if row.place:
                names.setdefault(replace(row.place.resource, competency=""), []).append(row.name)
        return tuple((place, words.listed(named)) for place, named in names.items())

    @property
    def most_worth(self) -> tuple[DecisionCard, ...]:
        """Where playing on teaches most: the turning point, then what was breached or cost something."""
        found = [card for card in self.decisions if card.kind in ("breach", "risk") and card != self.turning_point]
        return tuple(found[:2])


@dataclass(frozen=True)
class Beside:
    """What lies beside the log: own words and judged texts by step, forms that were checked, where to learn next
    by competency, and what the version of the case rules out."""

    texts: Mapping[int, tuple[str, ...]]
    works: Mapping[int, WrittenWork]
    checks: Mapping[tuple[str, int], FormCheck]
    places: Mapping[str, NextPlace]
    prospects: Prospects


def debrief_page(run: Run, scenario: Scenario, events: Sequence[Event], beside: Beside) -> DebriefPage:
    result, places = debrief(scenario, events), beside.places
    cards = decision_cards(
        scenario, result, outlook.bests(events, beside.prospects), beside.texts, beside.works, beside.checks
    )
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
        outlook=outlook.drawn(scenario, result.score.possible, cards, wide=True),
        outlook_narrow=outlook.drawn(scenario, result.score.possible, cards, wide=False),
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
