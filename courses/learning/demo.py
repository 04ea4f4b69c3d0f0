"""How far the people of the demo site have come: each lesson answered and ticked through the services, in the past."""

from datetime import datetime, timedelta
from uuid import UUID

from courses.learning import queries, services
from courses.learning.engine.practice import right_answer
from courses.learning.models import Completion, Enrolment
from portal.accounts.demo import cast, script
from portal.core.clock import now
from simulations.runs.demo import PATHS, Path, play

PACE = timedelta(days=2)


def build() -> None:
    cohort, users = script()["cohort"], cast()
    for entry in cohort["participants"]:
        user = users.get(entry.get("same_as") or entry.get("email"))
        progress = entry["progress"]
        if user and progress["enrolled"] and not Enrolment.objects.filter(user=user).exists():
            stopped = now() - timedelta(days=progress["idle_days"])
            begun = stopped - PACE * progress["lessons_done"]
            enrolment = services.enrol(user=user, course_code=cohort["course"], at=begun)
            walk(enrolment, lessons=progress["lessons_done"], stopped=stopped)
            play_case(enrolment, PATHS.get(progress["case"]) if "same_as" not in entry else None)


def walk(enrolment: Enrolment, *, lessons: int, stopped: datetime) -> None:
    """The first lessons in order, one every other day, the last of them finished at `stopped`."""
    steps = queries.view_of(enrolment, "en").position.structure.lessons[:lessons]
    for days_before, activity in zip(reversed(range(len(steps))), steps, strict=True):
        at = stopped - PACE * days_before
        _answer_questions(enrolment, activity.uuid, at)
        services.complete_activity(
            enrolment_uuid=enrolment.uuid, activity_uuid=activity.uuid, source=Completion.Source.TICKED, at=at
        )


def play_case(enrolment: Enrolment, path: Path | None) -> None:
    """From within the course, so that a passed case stands among the steps of its person."""
    case = next(
        (step for step in queries.view_of(enrolment, "en").position.structure if step.kind == "simulation"), None
    )
    if path and case:
        play(enrolment.user, path, context={"enrolment": str(enrolment.uuid), "activity": str(case.uuid)})


def _answer_questions(enrolment: Enrolment, activity_uuid: UUID, at: datetime) -> None:
    lesson = queries.lesson_view(enrolment, activity_uuid, "en")
    for uuid, question in (lesson.questions if lesson else {}).items():
        services.answer_practice(
            enrolment=enrolment,
            activity_uuid=activity_uuid,
            question_uuid=uuid,
            answer=sorted(right_answer(question)),
            at=at,
        )
