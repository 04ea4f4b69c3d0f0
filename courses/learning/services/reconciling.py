import logging
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, F, Q

from courses.learning import queries
from courses.learning.models import Completion, Enrolment
from courses.learning.services.completing import announce_finished, complete_activity
from portal.core.clock import now

log = logging.getLogger("academy.learning")


@dataclass(frozen=True)
class Found:
    passed: int
    finished: int
    drifted: int


def reconcile() -> Found:
    """Finishes what is complete but was never marked so. A counter that disagrees with the rows is an alarm, not
    repaired in silence: it would hide the fault that made it."""
    passed = sum(
        complete_activity(enrolment_uuid=enrolment, activity_uuid=activity, source=Completion.Source.PASSED)
        for enrolment, activity in list(queries.missed_passes())
    )
    full = Enrolment.objects.filter(state=Enrolment.State.ACTIVE, required_done__gte=F("required_total"))
    finished = sum(_finish(pk) for pk in full.values_list("pk", flat=True))
    drifted = _count_drift()
    if drifted:
        log.error("progress counters disagree with completions", extra={"kinds": f"{drifted} enrolments"})
    return Found(passed, finished, drifted)


@transaction.atomic
def _finish(pk: int) -> bool:
    enrolment = Enrolment.objects.select_for_update().get(pk=pk)
    if enrolment.is_completed:
        return False
    Enrolment.objects.filter(pk=pk).update(state=Enrolment.State.COMPLETED, completed_at=now())
    announce_finished(enrolment)
    return True


def _count_drift() -> int:
    counted = Enrolment.objects.annotate(
        counted=Count(
            "completions",
            filter=Q(completions__activity__requirements__version=F("syllabus"))
            & Q(completions__activity__requirements__required=True),
        )
    )
    return counted.exclude(counted=F("required_done")).count()
