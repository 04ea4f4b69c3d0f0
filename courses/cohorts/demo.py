"""The cohort of the demo site: twelve officials in different states of progress, placed and tested by the services."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from courses.assessment.demo import sit
from courses.assessment.models import QuizSeat
from courses.assessment.services import open_seat
from courses.cohorts import services
from courses.cohorts.engine import pasting
from courses.cohorts.models import Cohort, Participant
from courses.learning.models import Enrolment
from courses.syllabus.engine.structure import Activity, from_json
from courses.syllabus.models import Course
from portal.accounts.demo import cast, script
from portal.accounts.models import Jurisdiction
from portal.core.clock import now

BETWEEN_TRIES = timedelta(days=2)


def build() -> None:
    """Repeating it changes nothing."""
    plan, people = script()["cohort"], cast()
    cohort = _cohort(plan, people)
    _fill(cohort, plan, people)
    for entry in plan["participants"]:
        user = people.get(entry.get("same_as") or entry["email"])
        if user and entry["progress"]["test"]:
            _sit_tests(user, entry["progress"])


def _cohort(plan: dict[str, Any], people: dict[str, Any]) -> Cohort:
    today = timezone.localdate(now())
    return services.create_cohort(
        name=plan["name"],
        course=Course.objects.get(code=plan["course"]),
        starts=today - timedelta(days=24),
        ends=today + timedelta(days=18),
        due=today + timedelta(days=18),
        place="Sarajevo",
        languages=["en", "sq"],
        owner=people["coordinator"],
        trainer=people[plan["trainer"]],
    )


def _fill(cohort: Cohort, plan: dict[str, Any], people: dict[str, Any]) -> None:
    """The list as a trainer would paste it; who has not followed the invitation yet is on it too."""
    places = {entry["key"]: entry for entry in script()["institutions"]}
    for entry in plan["participants"]:
        user = people.get(entry.get("same_as") or entry["email"])
        line = user.email if user else entry["email"]
        if user is None:
            line = f"{entry['email']}; {entry['name']}; {places[entry['institution']]['name']}"
        services.add_people(
            cohort_id=cohort.pk,
            lines=pasting.check(pasting.read(line), known={user.email} if user else set(), members=set()),
            jurisdiction=None if user else Jurisdiction.objects.get(code=places[entry["institution"]]["jurisdiction"]),
            locale=entry.get("locale", "en"),
            actor=people[plan["trainer"]],
        )


def _sit_tests(user: Any, progress: dict[str, Any]) -> None:
    enrolment = Enrolment.objects.select_related("syllabus").get(
        uuid__in=Participant.objects.filter(user=user).values("enrolment_uuid")
    )
    quiz = _quiz_of(enrolment)
    if quiz is None or QuizSeat.objects.filter(enrolment_uuid=enrolment.uuid).exists():
        return
    seat = open_seat(user=user, enrolment_uuid=enrolment.uuid, activity_uuid=quiz.uuid, quiz_key=quiz.config["quiz"])
    last = now() - timedelta(days=progress["idle_days"])
    for tries_after, share in zip(reversed(range(len(progress["test"]))), progress["test"], strict=True):
        sit(seat, share=share, at=last - BETWEEN_TRIES * tries_after)


def _quiz_of(enrolment: Enrolment) -> Activity | None:
    return next((each for each in from_json(enrolment.syllabus.structure) if each.kind == "quiz"), None)
