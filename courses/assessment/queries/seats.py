"""Whose tests, and may a try begin. The only way to a seat or an attempt, so that access is decided once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from courses.assessment.models import Attempt, QuizSeat, QuizVersion


@dataclass(frozen=True)
class SeatStanding:
    """Where a person stands with a test at a given time."""

    quiz_version: QuizVersion
    attempts: tuple[Attempt, ...]
    allowed: int
    opens_at: datetime | None
    at: datetime

    @property
    def open_attempt(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.is_open), None)

    @property
    def submitted(self) -> tuple[Attempt, ...]:
        return tuple(attempt for attempt in self.attempts if not attempt.is_open)

    @property
    def has_passed(self) -> bool:
        return any(attempt.passed for attempt in self.attempts)

    @property
    def left(self) -> int:
        return max(0, self.allowed - len(self.submitted))

    @property
    def must_wait(self) -> bool:
        return self.opens_at is not None and self.at < self.opens_at

    @property
    def is_over(self) -> bool:
        """No try follows. Only now are right answers told: the next try would ask the same questions."""
        return self.has_passed or self.left == 0

    @property
    def may_start(self) -> bool:
        return not (self.has_passed or self.must_wait) and self.left > 0


def seats_of(user: Any) -> QuerySet[QuizSeat]:
    return QuizSeat.objects.filter(user_id=user.pk).select_related("quiz")


def attempts_of(user: Any) -> QuerySet[Attempt]:
    return Attempt.objects.filter(seat__user_id=user.pk).select_related("seat__quiz", "quiz_version")


def standing_of(seat: QuizSeat, *, at: datetime) -> SeatStanding:
    """An open try keeps the version it began with; a new one takes the newest."""
    return _standing(seat, tuple(seat.attempts.select_related("quiz_version")), at)


def standing_in(*, enrolment_uuid: UUID, activity_uuid: UUID, at: datetime) -> SeatStanding | None:
    """None where no try was begun; two queries."""
    begun = Attempt.objects.filter(seat__enrolment_uuid=enrolment_uuid, seat__activity_uuid=activity_uuid)
    attempts = tuple(begun.select_related("quiz_version", "seat"))
    return _standing(attempts[0].seat, attempts, at) if attempts else None


def _standing(seat: QuizSeat, attempts: tuple[Attempt, ...], at: datetime) -> SeatStanding:
    newest = QuizVersion.objects.filter(quiz=seat.quiz_id).order_by("-n")[0]
    return SeatStanding(
        quiz_version=newest,
        attempts=attempts,
        allowed=newest.attempts + seat.extra_attempts,
        opens_at=_opens_at(attempts, newest, is_waived=seat.extra_attempts > 0),
        at=at,
    )


def _opens_at(attempts: tuple[Attempt, ...], version: QuizVersion, *, is_waived: bool) -> datetime | None:
    ended = [attempt.submitted_at for attempt in attempts if attempt.submitted_at]
    return None if is_waived or not ended else max(ended) + timedelta(hours=version.wait_hours)
