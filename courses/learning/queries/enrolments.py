from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from courses.learning.models import Enrolment


@dataclass(frozen=True)
class Progress:
    """Read from the counter, never recounted: lists, exports and pages cannot disagree."""

    enrolment_uuid: UUID
    user_id: int
    done: int
    total: int
    state: str
    last_activity_at: datetime | None
    completed_at: datetime | None


def enrolments_of(user: Any) -> QuerySet[Enrolment]:
    """Newest cycle last; withdrawn ones are out of sight."""
    return (
        Enrolment.objects.filter(user=user)
        .exclude(state=Enrolment.State.WITHDRAWN)
        .select_related("course")
        .order_by("course__code", "cycle")
    )


def enrolment_in(user: Any, course_code: str) -> Enrolment | None:
    """The latest cycle of this person in this course."""
    if not user.is_authenticated:
        return None
    return enrolments_of(user).filter(course__code=course_code).order_by("-cycle").first()


def progress_of(enrolment_uuids: Iterable[UUID]) -> dict[UUID, Progress]:
    rows = Enrolment.objects.filter(uuid__in=list(enrolment_uuids)).values_list(
        "uuid", "user_id", "required_done", "required_total", "state", "last_activity_at", "completed_at"
    )
    return {row[0]: Progress(*row) for row in rows}
