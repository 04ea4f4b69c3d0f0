"""The front door of assessment. An enrolment and an activity are only names here; the caller has checked both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from courses.assessment import services
from courses.assessment.engine.documents import Document, DocumentInvalid
from courses.assessment.models import Attempt, QuizSeat
from courses.assessment.queries import seats, surroundings
from courses.assessment.queries.results import competencies_shown
from courses.assessment.queries.surroundings import Link, Surroundings
from courses.assessment.services.publishing import MarkOf, Resolve
from portal.core import clock

__all__ = [
    "DocumentInvalid",
    "Link",
    "Surroundings",
    "Tries",
    "competencies_shown",
    "grant_try",
    "open_quiz",
    "pass_mark_of",
    "publish_quiz",
    "register_surroundings",
    "tries_in",
    "tries_of",
]


@dataclass(frozen=True)
class Tries:
    """How somebody stands with a test they have begun. `opens_at` is empty where nothing has to be waited for."""

    is_open: bool
    left: int
    opens_at: datetime | None
    result_url: str


register_surroundings = surroundings.register


def publish_quiz(document: Document, *, resolve: Resolve | None = None, mark_of: MarkOf | None = None) -> int:
    """The number of the test's version; publishing the same document twice gives the same number."""
    return services.publish_quiz(document, resolve=resolve, mark_of=mark_of).n


def open_quiz(*, user: Any, enrolment_uuid: UUID, activity_uuid: UUID, quiz_key: str) -> str:
    """The address of this person's seat in the test; asked twice, it is the same seat."""
    seat = services.open_seat(user=user, enrolment_uuid=enrolment_uuid, activity_uuid=activity_uuid, quiz_key=quiz_key)
    return reverse("assessment:seat", args=[seat.uuid])


def grant_try(enrolment_uuid: UUID) -> bool:
    """A further try in the test whose tries this enrolment has used up; False where there is none to grant."""
    seats = QuizSeat.objects.filter(enrolment_uuid=enrolment_uuid).values_list("pk", flat=True)
    return any(services.grant_attempt(seat_id=pk) for pk in seats)


def pass_mark_of(enrolment_uuid: UUID) -> int | None:
    """The percentage that was needed in the test this enrolment passed."""
    passed = Attempt.objects.filter(seat__enrolment_uuid=enrolment_uuid, passed=True)
    return passed.order_by("submitted_at").values_list("quiz_version__pass_mark", flat=True).first()


def tries_in(*, enrolment_uuid: UUID, activity_uuid: UUID) -> Tries | None:
    """None where no try was begun; two queries."""
    standing = seats.standing_in(enrolment_uuid=enrolment_uuid, activity_uuid=activity_uuid, at=clock.now())
    if standing is None:
        return None
    return Tries(
        is_open=standing.open_attempt is not None,
        left=standing.left,
        opens_at=standing.opens_at if standing.must_wait else None,
        result_url=reverse("assessment:result", args=[standing.submitted[-1].uuid]) if standing.submitted else "",
    )


def tries_of(enrolment_uuids: Iterable[UUID]) -> dict[UUID, list[tuple[bool, datetime]]]:
    """Passed or not, and when, for each try handed in; one query for any number of enrolments."""
    tries: dict[UUID, list[tuple[bool, datetime]]] = {}
    handed_in = Attempt.objects.filter(seat__enrolment_uuid__in=list(enrolment_uuids), state=Attempt.State.SUBMITTED)
    for enrolment_uuid, passed, at in handed_in.order_by("submitted_at").values_list(
        "seat__enrolment_uuid", "passed", "submitted_at"
    ):
        if at:
            tries.setdefault(enrolment_uuid, []).append((bool(passed), at))
    return tries
