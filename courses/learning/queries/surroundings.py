"""What the rooms beside learning are told about a course: the test about its lessons, and above us about the end."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from courses.assessment.api import Link, Surroundings
from courses.learning.models import Enrolment
from courses.learning.queries.outline import CourseView, view_of


@dataclass(frozen=True)
class Reward:
    """What finishing has brought, as the room that gives it says: a certificate and its address."""

    label: str
    url: str


RewardOf = Callable[[UUID], Reward | None]
_rewards: list[RewardOf] = []


def register_reward(reward_of: RewardOf) -> None:
    _rewards[:] = [reward_of]


def reward_of(view: CourseView) -> Reward | None:
    if view.enrolment is None or not view.enrolment.is_completed:
        return None
    return _reward(view.enrolment.uuid)


def _reward(enrolment_uuid: UUID) -> Reward | None:
    return _rewards[0](enrolment_uuid) if _rewards else None


def surroundings_of_test(enrolment_uuid: UUID, locale: str) -> Surroundings:
    enrolment = Enrolment.objects.select_related("course").filter(uuid=enrolment_uuid).first()
    if enrolment is None:
        return Surroundings()
    view = view_of(enrolment, locale)
    code = view.course.code
    reward = _reward(enrolment_uuid) if enrolment.is_completed else None
    return Surroundings(
        course=view.words.title,
        back=Link(view.words.title, reverse("learning:course", args=[code])),
        lessons={
            str(row.activity.uuid): Link(row.label.title, reverse("learning:activity", args=[code, row.activity.uuid]))
            for section in view.sections
            for row in section.rows
            if row.activity.kind == "lesson"
        },
        reward=Link(reward.label, reward.url) if reward else None,
    )
