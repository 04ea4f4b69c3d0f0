"""Giving people their places: with an account they are enrolled, without one invited, and enrolled on arrival."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from courses.cohorts.engine.pasting import CheckedLine, Line, Verdict
from courses.cohorts.models import Cohort, Participant
from courses.learning import api as learning
from portal.accounts.api import find_people, invite_person
from portal.accounts.models import Jurisdiction, User
from portal.audit import api as audit
from portal.core import clock


@dataclass(frozen=True)
class Added:
    enrolled: int
    invited: int


@transaction.atomic
def add_people(
    *, cohort_id: int, lines: tuple[CheckedLine, ...], jurisdiction: Jurisdiction | None, locale: str, actor: User
) -> Added:
    """Takes the lines that are found or new; the others are left alone. Repeating it adds and writes nothing."""
    # Lock first: two trainers may paste the same list at the same moment.
    cohort = Cohort.objects.select_for_update(of=("self",)).select_related("course").get(pk=cohort_id)
    found = [each.line for each in lines if each.verdict is Verdict.FOUND]
    new = [each.line for each in lines if each.verdict is Verdict.NEW]
    people = find_people(line.email for line in found)
    enrolled = sum(_enrol(cohort, people[line.email]) for line in found if line.email in people)
    # Where nobody is new, nobody has to say where the new ones come from.
    invited = sum(_invite(cohort, line, jurisdiction, locale, actor) for line in new) if jurisdiction else 0
    if enrolled or invited:
        detail = {"enrolled": enrolled, "invited": invited}
        audit.record(actor=actor, verb="cohort.people_added", target=f"cohort:{cohort.uuid}", detail=detail)
    return Added(enrolled, invited)


@transaction.atomic
def join_cohorts(*, invitation_uuid: UUID, email: str) -> int:
    """What was promised with an invitation: the account that began takes the places that were kept for it."""
    user = find_people([email]).get(email.lower())
    if user is None:
        return 0
    # By address too: the first invitation may have been closed and another one followed.
    kept = Q(invitation_uuid=invitation_uuid) | Q(email=email.lower())
    places = Participant.objects.filter(kept, user=None).select_related("cohort__course")
    for place in places:
        place.user, place.email = user, email.lower()
        place.enrolment_uuid = _enrol_in_course(place.cohort, user)
        place.save(update_fields=["user", "email", "enrolment_uuid"])
    return len(places)


def _enrol(cohort: Cohort, user: User) -> bool:
    enrolment_uuid = _enrol_in_course(cohort, user)
    _, is_new = Participant.objects.get_or_create(
        cohort=cohort,
        user=user,
        defaults={"email": user.email.lower(), "enrolment_uuid": enrolment_uuid, "added_at": clock.now()},
    )
    return is_new


def _enrol_in_course(cohort: Cohort, user: User) -> UUID:
    return learning.enrol(user=user, course_code=cohort.course.code, cohort_key=cohort.uuid, due=cohort.due)


def _invite(cohort: Cohort, line: Line, jurisdiction: Jurisdiction, locale: str, actor: User) -> bool:
    invited = invite_person(
        email=line.email,
        name=line.name,
        institution=line.institution,
        jurisdiction=jurisdiction,
        locale=line.language or locale,
        actor=actor,
    )
    _, is_new = Participant.objects.get_or_create(
        cohort=cohort,
        email=line.email,
        defaults={"name": line.name, "invitation_uuid": UUID(invited.uuid), "added_at": clock.now()},
    )
    return is_new
