from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from courses.cohorts.engine.attention import Need
from courses.cohorts.models import Cohort, Participant
from courses.cohorts.queries.boards import Member, board_of
from portal.accounts.models import User
from portal.audit import api as audit
from portal.core import clock
from portal.notify import api as notify


@transaction.atomic
def remind(*, cohort_id: int, need: Need, actor: User, today: date) -> int:
    """One mail a day to each of those who stand so and have an account; a second click sends nothing twice."""
    # Lock first, so that two trainers do not both find that nobody was reminded today.
    cohort = Cohort.objects.select_for_update(of=("self",)).select_related("course").get(pk=cohort_id)
    waiting = [
        member
        for member in board_of(cohort, at=clock.now()).who(need)
        if member.participant.user and member.participant.reminded_on != today
    ]
    for member in waiting:
        _write(cohort, member, actor)
    Participant.objects.filter(pk__in=[member.participant.pk for member in waiting]).update(reminded_on=today)
    if waiting:
        detail = {"need": need.word, "people": len(waiting)}
        audit.record(actor=actor, verb="cohort.reminded", target=f"cohort:{cohort.uuid}", detail=detail)
    return len(waiting)


def _write(cohort: Cohort, member: Member, actor: User) -> None:
    user = member.participant.user
    if user is None:
        return
    with translation.override(user.locale):
        path = reverse("learning:resume", args=[cohort.course.code])
    notify.send(
        to=user.email,
        template="reminder",
        locale=user.locale,
        about=f"cohort:{cohort.uuid}",
        context={
            "name": user.name,
            "trainer": actor.name,
            "cohort": cohort.name,
            "need": member.need.word,
            "done": member.done,
            "total": member.total,
            "due": cohort.due,
            "url": settings.BASE_URL.rstrip("/") + path,
        },
    )
