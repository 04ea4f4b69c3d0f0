"""What a person's evidence shows, in one query."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.competencies.engine.framework import Competency, competencies
from portal.competencies.engine.standing import level_shown
from portal.competencies.models import Evidence


@dataclass(frozen=True, slots=True)
class Picture:
    competency: Competency
    level: str | None
    pieces: int
    latest: datetime | None

    @property
    def can_do(self) -> str:
        """What the level shown means, as a sentence; empty where nothing was shown yet."""
        return self.competency.can_do[self.level] if self.level else ""


def picture_of(user_id: int, *, locale: str) -> tuple[Picture, ...]:
    """One picture per competency of the framework, in its order."""
    found: dict[str, list[tuple[float, datetime]]] = defaultdict(list)
    for key, score, at in Evidence.objects.filter(user_id=user_id).values_list("competency", "score", "at"):
        found[key].append((score, at))
    return tuple(_picture(competency, found[competency.key]) for competency in competencies(locale))


def _picture(competency: Competency, evidence: list[tuple[float, datetime]]) -> Picture:
    return Picture(
        competency=competency,
        level=level_shown([score for score, _ in evidence]),
        pieces=len(evidence),
        latest=evidence[-1][1] if evidence else None,
    )
