from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from courses.learning.models import Enrolment
from courses.syllabus.engine.structure import from_json
from courses.syllabus.models import Course
from portal.core.clock import now


class CourseNotOpen(Exception):
    """The course does not exist, was not published, or is entered through a cohort only."""


@transaction.atomic
def enrol(
    *, user: Any, course_code: str, cohort_key: UUID | None = None, due: date | None = None, at: datetime | None = None
) -> Enrolment:
    """One enrolment per person, course and cycle: a second click or a cohort joined later changes no progress."""
    course = Course.objects.select_related("current").filter(code=course_code, current__isnull=False).first()
    if course is None or course.current is None or not (cohort_key or (course.is_open and course.is_listed)):
        raise CourseNotOpen(course_code)
    structure = from_json(course.current.structure)
    enrolment, created = Enrolment.objects.get_or_create(
        user=user,
        course=course,
        cycle=_cycle_of(user, course),
        defaults={
            "cohort_key": cohort_key,
            "due": due,
            "syllabus": course.current,
            "required_total": len(structure.required),
            "next_activity": next(iter(structure)).uuid,
            "enrolled_at": at or now(),
            **_snapshot(user),
        },
    )
    if not created and cohort_key and enrolment.cohort_key is None:
        Enrolment.objects.filter(pk=enrolment.pk).update(cohort_key=cohort_key, due=due or enrolment.due)
        enrolment.refresh_from_db()
    return enrolment


def _cycle_of(user: Any, course: Course) -> int:
    last = Enrolment.objects.filter(user=user, course=course).order_by("-cycle").values_list("cycle", flat=True).first()
    return last or 1


def _snapshot(user: Any) -> dict[str, str]:
    institution = user.institution
    return {
        "snap_jurisdiction": institution.jurisdiction_id if institution else "",
        "snap_institution": institution.name if institution else "",
        "snap_sex": user.sex,
        "snap_function": user.function,
    }
