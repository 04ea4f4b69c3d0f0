"""What a run shows about each competency, and where to learn or practise it next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.competencies.api import NextPlace
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import CompetencyScore, ItemResult, Score
from simulations.runs import words

SHOWN, IN_PART = 0.8, 0.5
# Five minutes on one thing alone.
DRILLS = {"legal_clocks": "runs:drill"}


@dataclass(frozen=True)
class CompetencyRow:
    name: str
    said: str
    points: str
    missed: tuple[str, ...]
    open_law: bool
    place: NextPlace | None
    drill_url: str

    @property
    def is_due(self) -> bool:
        return self.place is not None and self.place.is_due


def competency_rows(scenario: Scenario, score: Score, places: Mapping[str, NextPlace]) -> tuple[CompetencyRow, ...]:
    return tuple(_competency(scenario, item, score.items, places.get(item.competency)) for item in score.by_competency)


def _competency(
    scenario: Scenario, found: CompetencyScore, items: Sequence[ItemResult], place: NextPlace | None
) -> CompetencyRow:
    own = [item for item in items if item.item.competency == found.competency]
    is_shown = not found.possible or found.share >= SHOWN
    drill = DRILLS.get(found.competency)
    return CompetencyRow(
        name=words.said(scenario.competencies[found.competency]),
        said=capfirst(_shown(found)),
        points=_("%(points)d of %(possible)d") % {"points": max(0, found.points), "possible": found.possible},
        missed=tuple(words.said(item.item.title) for item in own if not item.earned and item.item.points > 0),
        open_law=any(not item.decides for item in own),
        place=None if is_shown else place,
        drill_url=reverse(drill) if drill and not is_shown else "",
    )


def _shown(found: CompetencyScore) -> str:
    if not found.possible:
        return _("not part of this case")
    if found.share >= SHOWN:
        return _("shown")
    if found.share >= IN_PART:
        return _("shown in part")
    return _("begun") if found.points > 0 else _("not shown")
