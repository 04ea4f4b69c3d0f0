"""What follows in cohorts when an invited person has arrived."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from courses.cohorts import queries, services
from portal.accounts.signals import invitation_accepted
from simulations.runs import api as runs

# A trainer reads what the people of the own cohorts write in a practice case.
runs.register_circle(queries.people_taught_by)


@receiver(invitation_accepted)
def take_the_kept_places(invitation_uuid: UUID | str, email: str, **_rest: Any) -> None:
    services.join_cohorts(invitation_uuid=UUID(str(invitation_uuid)), email=email)
