"""From an answer to a share, and from shares to an outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from courses.assessment.engine.kinds import NONE, Given, Kind
from courses.assessment.engine.standing import Standing

SECURE_FROM = Fraction(3, 4)
GROWING_FROM = Fraction(2, 5)


class Level(StrEnum):
    SECURE = "secure"
    GROWING = "growing"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True)
class Graded:
    question: str
    competency: str
    standing: Standing
    share: Fraction
    points: int = 1

    @property
    def counts(self) -> bool:
        return self.standing is Standing.COUNTS

    @property
    def is_right(self) -> bool:
        return self.share == 1


@dataclass(frozen=True)
class CompetencyOutcome:
    competency: str
    right: int
    counted: int
    share: Fraction

    @property
    def level(self) -> Level:
        if self.share >= SECURE_FROM:
            return Level.SECURE
        return Level.GROWING if self.share >= GROWING_FROM else Level.LOOK_AGAIN


@dataclass(frozen=True)
class Outcome:
    percent: int
    passed: bool
    right: int
    counted: int
    not_counted: int
    competencies: tuple[CompetencyOutcome, ...]


def share_of(kind: Kind, given: Given | None) -> Fraction:
    """What part of the key an answer holds, from 0 to 1; no answer holds nothing."""
    return NONE if given is None else kind.share(given)  # type: ignore[arg-type]


def conclude(graded: Sequence[Graded], *, pass_mark: int) -> Outcome:
    """Only what counts decides. The percentage is rounded down: it never shows the pass mark to who missed it."""
    counted = [answer for answer in graded if answer.counts]
    share = _mean(counted)
    return Outcome(
        percent=floor(share * 100),
        passed=bool(counted) and share * 100 >= pass_mark,
        right=sum(answer.is_right for answer in counted),
        counted=len(counted),
        not_counted=len(graded) - len(counted),
        competencies=tuple(_by_competency(counted)),
    )


def _by_competency(counted: Sequence[Graded]) -> list[CompetencyOutcome]:
    return [
        CompetencyOutcome(
            competency=competency,
            right=sum(answer.is_right for answer in answers),
            counted=len(answers),
            share=_mean(answers),
        )
        for competency in dict.fromkeys(answer.competency for answer in counted)
        if (answers := [answer for answer in counted if answer.competency == competency])
    ]


def _mean(answers: Sequence[Graded]) -> Fraction:
    earned = sum((answer.share * answer.points for answer in answers), NONE)
    return earned / sum(answer.points for answer in answers) if answers else NONE
