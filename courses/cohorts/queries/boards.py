"""How the people of cohorts stand. A constant number of queries, whatever the number of cohorts and people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from courses.assessment.api import tries_of
from courses.cohorts.engine.attention import Need, Standing, need
from courses.cohorts.models import Cohort, Participant
from courses.learning.models import Enrolment


@dataclass(frozen=True)
class Member:
    participant: Participant
    name: str
    place: str
    need: Need
    enrolment: Enrolment | None
    tries: tuple[bool, ...]

    @property
    def done(self) -> int:
        return self.enrolment.required_done if self.enrolment else 0

    @property
    def total(self) -> int:
        return self.enrolment.required_total if self.enrolment else 0


@dataclass(frozen=True)
class Board:
    """A cohort with its people, those who need somebody first."""

    cohort: Cohort
    members: tuple[Member, ...]

    def who(self, *needs: Need) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.need in needs)

    @property
    def failed_twice(self) -> tuple[Member, ...]:
        return self.who(Need.FAILED_TWICE)

    @property
    def not_started(self) -> tuple[Member, ...]:
        return self.who(Need.NOT_STARTED)

    @property
    def not_joined(self) -> tuple[Member, ...]:
        return self.who(Need.NOT_JOINED)

    @property
    def idle(self) -> tuple[Member, ...]:
        return self.who(Need.IDLE)

    @property
    def on_course(self) -> tuple[Member, ...]:
        return self.who(Need.ON_COURSE)

    @property
    def finished(self) -> tuple[Member, ...]:
        return self.who(Need.FINISHED)

    @property
    def exceptions(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.need.is_exception)

    def days_left(self, today: date) -> int:
        return (self.cohort.due - today).days


def board_of(cohort: Cohort, *, at: datetime) -> Board:
    return boards_of([cohort], at=at)[0]


def boards_of(cohorts: Iterable[Cohort], *, at: datetime) -> list[Board]:
    found = list(cohorts)
    rows = Participant.objects.filter(cohort__in=found).select_related("user__institution__jurisdiction")
    # An erased account needs nobody, and nobody can be told its name.
    participants = list(rows.exclude(user__is_active=False))
    uuids = [each.enrolment_uuid for each in participants if each.enrolment_uuid]
    # From the counters; nothing is counted again.
    enrolments = {row.uuid: row for row in Enrolment.objects.filter(uuid__in=uuids)}
    tries = tries_of(uuids)
    members: dict[int, list[Member]] = {cohort.pk: [] for cohort in found}
    for each in participants:
        enrolment = enrolments.get(each.enrolment_uuid) if each.enrolment_uuid else None
        own_tries = tries.get(enrolment.uuid, []) if enrolment else []
        members[each.cohort_id].append(_member(each, enrolment, own_tries, at))
    return [Board(cohort, tuple(sorted(members[cohort.pk], key=_by_need))) for cohort in found]


def _member(
    participant: Participant, enrolment: Enrolment | None, tries: list[tuple[bool, datetime]], at: datetime
) -> Member:
    user = participant.user
    outcomes = tuple(passed for passed, _ in tries)
    standing = Standing(
        has_joined=enrolment is not None,
        is_finished=enrolment is not None and enrolment.is_completed,
        last_activity_at=_last_seen(enrolment, tries),
        tries=outcomes,
    )
    return Member(
        participant=participant,
        name=user.name if user else participant.name,
        place=str(user.institution.jurisdiction) if user and user.institution else "",
        need=need(standing, at=at),
        enrolment=enrolment,
        tries=outcomes,
    )


def _last_seen(enrolment: Enrolment | None, tries: list[tuple[bool, datetime]]) -> datetime | None:
    """A lesson or a test, whichever came later."""
    moments = [moment for _, moment in tries]
    if enrolment and enrolment.last_activity_at:
        moments.append(enrolment.last_activity_at)
    return max(moments, default=None)


def _by_need(member: Member) -> tuple[int, int, str]:
    return (member.need, member.done, member.name)
