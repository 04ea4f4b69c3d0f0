"""What follows in certificates when somebody has completed a course."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from courses.certificates import services
from courses.learning.signals import enrolment_completed


@receiver(enrolment_completed)
def certify(enrolment_uuid: UUID, **_rest: Any) -> None:
    # One row, so no detour over the worker: whoever has just passed finds the certificate on the next page.
    services.issue(enrolment_uuid=enrolment_uuid)
