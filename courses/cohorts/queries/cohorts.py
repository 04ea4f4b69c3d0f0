"""Access is decided here and nowhere else: trainers see their cohorts, coordinators their scope."""

from typing import Any

from django.db.models import Q, QuerySet

from courses.cohorts.models import Cohort, CohortRole, Participant
from courses.syllabus import queries as syllabus
from courses.syllabus.models import Course
from portal.accounts.api import Role, scope_of

LEADS = (CohortRole.Role.TRAINER, CohortRole.Role.CO_TRAINER)


def cohorts_seen_by(user: Any) -> QuerySet[Cohort]:
    rows = Cohort.objects.select_related("course", "jurisdiction", "owner")
    scope = scope_of(user, Role.COORDINATOR, Role.ADMINISTRATOR)
    if scope.everywhere:
        return rows
    mine = Q(pk__in=CohortRole.objects.filter(user_id=user.pk).values("cohort")) | Q(owner_id=user.pk)
    return rows.filter(mine | Q(jurisdiction_id__in=scope.jurisdictions))


def cohorts_led_by(user: Any) -> QuerySet[Cohort]:
    """Where somebody may change things: not as an observer."""
    observed = CohortRole.objects.filter(user_id=user.pk).exclude(role__in=LEADS).values("cohort")
    return cohorts_seen_by(user).exclude(pk__in=observed)


def people_taught_by(user: Any) -> Any:
    """Ids of the people in the cohorts that somebody leads."""
    rows = Participant.objects.filter(cohort__in=cohorts_led_by(user).values("pk"), user__isnull=False)
    return rows.values("user_id")


def courses_to_teach() -> QuerySet[Course]:
    return syllabus.listed_courses()
