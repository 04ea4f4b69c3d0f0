"""What was passed below and never arrived here: a signal is lost when a process dies between two commits."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Exists, OuterRef

from courses.assessment.models import Attempt
from courses.learning.models import Completion
from courses.syllabus.models import Requirement


def missed_passes() -> Iterator[tuple[UUID, UUID]]:
    """Enrolment and activity of each passed test that stands in the person's syllabus and is not marked as done."""
    done = Completion.objects.filter(
        enrolment__uuid=OuterRef("seat__enrolment_uuid"), activity__uuid=OuterRef("seat__activity_uuid")
    )
    due = Requirement.objects.filter(
        activity__uuid=OuterRef("seat__activity_uuid"), version__enrolments__uuid=OuterRef("seat__enrolment_uuid")
    )
    passed = Attempt.objects.filter(Exists(due), ~Exists(done), passed=True)
    yield from passed.values_list("seat__enrolment_uuid", "seat__activity_uuid").distinct()
