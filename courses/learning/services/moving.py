from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from courses.learning.models import Completion, Enrolment
from courses.syllabus.models import Requirement, SyllabusVersion

BATCH = 500


def move_unfinished(*, version_id: int) -> int:
    """After a material change: unfinished enrolments go on in the new version, finished ones never move.

    Set-based and in batches, so that a course with thousands of learners does not hold one long lock.
    """
    version = SyllabusVersion.objects.get(pk=version_id)
    moved = 0
    while ids := _next_batch(version):
        moved += _move(ids, version)
    return moved


def _next_batch(version: SyllabusVersion) -> list[int]:
    behind = Enrolment.objects.filter(course_id=version.course_id, state=Enrolment.State.ACTIVE)
    return list(behind.exclude(syllabus=version).order_by("pk").values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def _move(ids: list[int], version: SyllabusVersion) -> int:
    required = Requirement.objects.filter(version=version, required=True)
    done = (
        Completion.objects.filter(enrolment=OuterRef("pk"), activity__in=required.values("activity"))
        .order_by()
        .values("enrolment")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Enrolment.objects.filter(pk__in=ids, state=Enrolment.State.ACTIVE).update(
        syllabus=version,
        required_total=required.count(),
        required_done=Coalesce(Subquery(done, output_field=IntegerField()), 0),
    )
