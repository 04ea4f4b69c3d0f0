"""What a person's evidence shows, in one query."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.competencies.engine.advice import Advice, advice
from portal.competencies.engine.framework import Competency, competencies
from portal.competencies.engine.standing import level_shown
from portal.competencies.models import Evidence
from portal.competencies.registry import Resource, resources


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


@dataclass(frozen=True, slots=True)
class NextPlace:
    """Where somebody learns or practises a competency next; `is_due` after two failures in a row."""

    resource: Resource
    is_due: bool


def next_places(user_id: int, *, locale: str, besides: str = "") -> dict[str, NextPlace]:
    """By competency: the lesson that explains it, or after a third failure a case that asks for it in another way."""
    lessons = _best(resources("lesson", user_id, locale))
    cases = _best(tuple(case for case in resources("case", user_id, locale) if case.url != besides))
    scores = _scores(user_id)
    found = {}
    for key in {*lessons, *cases}:
        given = advice([score for score, _ in scores[key]])
        first, second = (cases, lessons) if given is Advice.VARIANT else (lessons, cases)
        found[key] = NextPlace(first.get(key) or second[key], given is not Advice.NONE)
    return found


def _best(offered: tuple[Resource, ...]) -> dict[str, Resource]:
    """For each competency the first that is new to the person, else the first."""
    found: dict[str, Resource] = {}
    for resource in sorted(offered, key=lambda item: not item.is_new):
        found.setdefault(resource.competency, resource)
    return found


def picture_of(user_id: int, *, locale: str) -> tuple[Picture, ...]:
    """One picture per competency of the framework, in its order."""
    found = _scores(user_id)
    return tuple(_picture(competency, found[competency.key]) for competency in competencies(locale))


def _scores(user_id: int) -> dict[str, list[tuple[float, datetime]]]:
    """Oldest first."""
    found: dict[str, list[tuple[float, datetime]]] = defaultdict(list)
    for key, score, at in Evidence.objects.filter(user_id=user_id).values_list("competency", "score", "at"):
        found[key].append((score, at))
    return found


def _picture(competency: Competency, evidence: list[tuple[float, datetime]]) -> Picture:
    return Picture(
        competency=competency,
        level=level_shown([score for score, _ in evidence]),
        pieces=len(evidence),
        latest=evidence[-1][1] if evidence else None,
    )
