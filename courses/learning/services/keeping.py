from uuid import UUID

from courses.learning.models import Enrolment
from portal.core.clock import now


def keep_place(*, enrolment: Enrolment, activity_uuid: UUID) -> None:
    """ "Continue" leads here from now on. Writes only when the person has moved."""
    if enrolment.next_activity == activity_uuid and enrolment.last_activity_at:
        return
    Enrolment.objects.filter(pk=enrolment.pk).update(next_activity=activity_uuid, last_activity_at=now())
