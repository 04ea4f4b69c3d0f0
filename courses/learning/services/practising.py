from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.learning.models import Enrolment, PracticeAnswer
from portal.core.clock import now


@transaction.atomic
def answer_practice(
    *, enrolment: Enrolment, activity_uuid: UUID, question_uuid: UUID, answer: Iterable[str], at: datetime | None = None
) -> None:
    """Keeps the last answer. It is not scored, so a second try simply takes the place of the first."""
    at = at or now()
    PracticeAnswer.objects.update_or_create(
        enrolment=enrolment,
        activity_uuid=activity_uuid,
        question_uuid=question_uuid,
        defaults={"answer": list(answer), "answered_at": at},
    )
    Enrolment.objects.filter(pk=enrolment.pk).update(last_activity_at=at)
