"""What follows in certificates when somebody has completed a course."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.utils.translation import gettext as _

from courses.certificates import api, services
from courses.learning.api import Reward, register_reward
from courses.learning.signals import enrolment_completed


@receiver(enrolment_completed)
def certify(enrolment_uuid: UUID, **_rest: Any) -> None:
    # One row, so no detour over the worker: whoever has just passed finds the certificate on the next page.
    services.issue(enrolment_uuid=enrolment_uuid)


def _reward(enrolment_uuid: UUID) -> Reward | None:
    certificate = api.certificate_of(enrolment_uuid)
    return Reward(_("Open my certificate"), certificate.url) if certificate else None


register_reward(_reward)
