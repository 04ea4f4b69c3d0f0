from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from courses.learning import signals
from courses.learning.engine.progress import following
from courses.learning.models import Completion, Enrolment
from courses.syllabus.engine.structure import from_json
from courses.syllabus.models import Activity, Requirement
from portal.core.clock import now


class NotInSyllabus(Exception):
    """The activity does not stand in the version this person is enrolled in."""


@transaction.atomic
def complete_activity(*, enrolment_uuid: UUID, activity_uuid: UUID, source: str, at: datetime | None = None) -> bool:
    """True where something new was done; the same activity twice counts once, whoever says it and however often."""
    # The row lock makes two clicks queue up; the second then finds the completion and stops.
    enrolment = Enrolment.objects.select_for_update().get(uuid=enrolment_uuid)
    requirement = (
        Requirement.objects.filter(version_id=enrolment.syllabus_id, activity__uuid=activity_uuid)
        .select_related("activity", "version")
        .first()
    )
    if requirement is None:
        raise NotInSyllabus(str(activity_uuid))
    at = at or now()
    _completion, created = Completion.objects.get_or_create(
        enrolment=enrolment, activity=requirement.activity, defaults={"source": source, "done_at": at}
    )
    if created:
        _count(enrolment, requirement, at)
        _announce(enrolment, requirement.activity)
    return created


def _count(enrolment: Enrolment, requirement: Requirement, at: datetime) -> None:
    done = frozenset(enrolment.completions.values_list("activity__uuid", flat=True))
    step = 1 if requirement.required else 0
    changes = {
        "required_done": F("required_done") + step,
        "last_activity_at": at,
        "next_activity": following(from_json(requirement.version.structure), done, requirement.activity.uuid),
    }
    if enrolment.required_done + step == enrolment.required_total and not enrolment.is_completed:
        changes |= {"state": Enrolment.State.COMPLETED, "completed_at": at}
        announce_finished(enrolment)
    Enrolment.objects.filter(pk=enrolment.pk).update(**changes)


def _announce(enrolment: Enrolment, activity: Activity) -> None:
    transaction.on_commit(
        lambda: signals.activity_completed.send(
            sender=Enrolment,
            enrolment_uuid=enrolment.uuid,
            user_id=enrolment.user_id,
            course_code=enrolment.course.code,
            activity_uuid=activity.uuid,
            kind=activity.kind,
        )
    )


def announce_finished(enrolment: Enrolment) -> None:
    transaction.on_commit(
        lambda: signals.enrolment_completed.send(
            sender=Enrolment,
            enrolment_uuid=enrolment.uuid,
            user_id=enrolment.user_id,
            course_code=enrolment.course.code,
        )
    )
