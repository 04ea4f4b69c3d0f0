"""What follows in learning when something happened below."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from courses.assessment import api as assessment
from courses.assessment.signals import quiz_passed
from courses.learning import queries, services
from courses.learning.models import Completion, Enrolment
from courses.syllabus.signals import version_published
from portal.competencies.api import register_resource
from simulations.runs.signals import run_ended

log = logging.getLogger("academy.learning")
assessment.register_surroundings(queries.surroundings_of_test)
register_resource("lesson", queries.lessons_teaching)


@receiver(version_published)
def go_on_in_the_new_version(version_id: int, impact: str, **_rest: Any) -> None:
    if impact == "material":
        services.move_unfinished(version_id=version_id)


@receiver(quiz_passed)
def a_passed_test_is_done(enrolment_uuid: UUID, activity_uuid: UUID, at: datetime | None = None, **_rest: Any) -> None:
    _passed(enrolment_uuid, activity_uuid, at)


@receiver(run_ended)
def a_passed_case_is_done(passed: bool, context: Mapping[str, str] | None, **_rest: Any) -> None:
    """A run started elsewhere carries another context, or none, and is no step of a course."""
    if passed and context and "enrolment" in context:
        _passed(UUID(context["enrolment"]), UUID(context["activity"]))


def _passed(enrolment_uuid: UUID, activity_uuid: UUID, at: datetime | None = None) -> None:
    """What was passed elsewhere, or in a course that has changed since, counts for nothing here and breaks nothing."""
    try:
        services.complete_activity(
            enrolment_uuid=enrolment_uuid, activity_uuid=activity_uuid, source=Completion.Source.PASSED, at=at
        )
    except (Enrolment.DoesNotExist, services.NotInSyllabus):
        log.info("passed outside of a syllabus")
