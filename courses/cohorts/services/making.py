from datetime import date

from django.db import transaction

from courses.cohorts.models import Cohort, CohortRole
from courses.syllabus.models import Course
from portal.accounts.models import Jurisdiction, User
from portal.audit import api as audit


@transaction.atomic
def create_cohort(
    *,
    name: str,
    course: Course,
    starts: date,
    ends: date,
    due: date,
    owner: User,
    place: str = "",
    languages: list[str] | None = None,
    jurisdiction: Jurisdiction | None = None,
    trainer: User | None = None,
) -> Cohort:
    """A cohort with its first trainer; a second click finds the one that was made."""
    cohort, is_new = Cohort.objects.get_or_create(
        course=course,
        name=name,
        defaults={
            "starts": starts,
            "ends": ends,
            "due": due,
            "place": place,
            "languages": languages or ["en"],
            "jurisdiction": jurisdiction,
            "owner": owner,
        },
    )
    if is_new:
        CohortRole.objects.create(cohort=cohort, user=trainer or owner, role=CohortRole.Role.TRAINER)
        audit.record(actor=owner, verb="cohort.created", target=f"cohort:{cohort.uuid}")
    return cohort
