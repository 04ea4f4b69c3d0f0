from django.db import transaction

from courses.assessment.api import grant_try
from courses.cohorts.models import Participant
from portal.accounts.models import User
from portal.audit import api as audit


@transaction.atomic
def open_further_try(*, participant_id: int, actor: User) -> bool:
    """For somebody who has used all tries of the test; a second click opens no second one."""
    participant = Participant.objects.select_for_update(of=("self",)).select_related("cohort").get(pk=participant_id)
    if participant.enrolment_uuid is None or not grant_try(participant.enrolment_uuid):
        return False
    detail = {"participant": str(participant.uuid)}
    audit.record(actor=actor, verb="cohort.try_granted", target=f"cohort:{participant.cohort.uuid}", detail=detail)
    return True
