"""What this room keeps about a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from courses.cohorts.models import Participant
from portal.accounts.api import Erase, personal_data


def _forget(user: Any) -> None:
    for place in Participant.objects.filter(user=user):
        place.name, place.email = "", f"erased-{place.uuid}@example.invalid"
        place.save(update_fields=["name", "email"])


personal_data("cohorts.CohortRole")
personal_data("cohorts.Cohort", erase=Erase.UNLINK)
personal_data(
    "cohorts.Participant",
    erase=_forget,
    reason=_("How many took part stays; the name and the address go."),
)
