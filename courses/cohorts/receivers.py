"""What follows in cohorts when an invited person has arrived."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from courses.cohorts import services
from portal.accounts.signals import invitation_accepted


@receiver(invitation_accepted)
def take_the_kept_places(invitation_uuid: UUID | str, email: str, **_rest: Any) -> None:
    services.join_cohorts(invitation_uuid=UUID(str(invitation_uuid)), email=email)
