"""What a person does with a test: take a seat, begin, answer, hand in."""

import secrets
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from courses.assessment import signals
from courses.assessment.engine.grading import share_of
from courses.assessment.engine.kinds import Given
from courses.assessment.models import Attempt, Quiz, QuizSeat, Response
from courses.assessment.queries import results, seats
from portal.competencies.api import record_evidence
from portal.core import clock


class AttemptRefused(Exception):
    """No further try now; the start page says why and when the next one opens."""


class AttemptClosed(Exception):
    """The test was handed in; its answers stand."""


class StaleAnswer(Exception):
    """A newer answer was saved from another window; it stands."""


@transaction.atomic
def open_seat(*, user: Any, enrolment_uuid: UUID, activity_uuid: UUID, quiz_key: str) -> QuizSeat:
    seat, _ = QuizSeat.objects.get_or_create(
        enrolment_uuid=enrolment_uuid,
        activity_uuid=activity_uuid,
        defaults={"user": user, "quiz": Quiz.objects.get(key=quiz_key)},
    )
    return seat


@transaction.atomic
def start_attempt(*, seat_id: int, locale: str, at: datetime | None = None) -> Attempt:
    """Begins a try, or gives back the one that is open: a double click begins once."""
    at = at or clock.now()
    # Lock first: two clicks must not both find that no try is open.
    seat = QuizSeat.objects.select_for_update().get(pk=seat_id)
    standing = seats.standing_of(seat, at=at)
    if standing.open_attempt:
        return standing.open_attempt
    if not standing.may_start:
        raise AttemptRefused
    attempt = Attempt.objects.create(
        seat=seat,
        quiz_version=standing.quiz_version,
        n=len(standing.attempts) + 1,
        seed=secrets.randbits(48),
        locale=locale,
        started_at=at,
    )
    Response.objects.bulk_create(
        Response(attempt=attempt, question_version_id=each.question_version_id, position=each.position)
        for each in standing.quiz_version.questions.all()
    )
    return attempt


@transaction.atomic
def save_answer(
    *, attempt_id: int, position: int, given: Given | None, revision: int, client_uuid: UUID, at: datetime | None = None
) -> Response:
    """Saves the answer as given. A window may save again and again, but not over a newer saving it has not seen."""
    # The attempt is locked too, so that no answer slips in while the test is being scored.
    attempt = Attempt.objects.select_for_update().get(pk=attempt_id)
    if not attempt.is_open:
        raise AttemptClosed
    response = Response.objects.select_for_update().get(attempt=attempt, position=position)
    if revision < response.revision and client_uuid != response.client_uuid:
        raise StaleAnswer
    response.given = given
    response.revision += 1
    response.client_uuid = client_uuid
    response.saved_at = at or clock.now()
    response.save(update_fields=["given", "revision", "client_uuid", "saved_at"])
    return response


@transaction.atomic
def submit_attempt(*, attempt_id: int, at: datetime | None = None) -> Attempt:
    """Scores the test once; handing it in again gives back the same result."""
    attempt = Attempt.objects.select_for_update(of=("self",)).select_related("seat", "quiz_version").get(pk=attempt_id)
    if not attempt.is_open:
        return attempt
    responses = list(attempt.responses.select_related("question_version__question"))
    for response in responses:
        share = share_of(response.question_version.kind, response.given)
        response.awarded = Decimal(share.numerator) / Decimal(share.denominator)
    Response.objects.bulk_update(responses, ["awarded"])
    outcome = results.outcome_of(responses, pass_mark=attempt.quiz_version.pass_mark)
    attempt.state = Attempt.State.SUBMITTED
    attempt.submitted_at = at or clock.now()
    attempt.percent, attempt.passed = outcome.percent, outcome.passed
    attempt.save(update_fields=["state", "submitted_at", "percent", "passed"])
    for each in outcome.competencies:
        record_evidence(
            user_id=attempt.seat.user_id,
            competency=each.competency,
            source=f"quiz:{attempt.uuid}",
            score=float(each.share),
            at=attempt.submitted_at,
        )
    transaction.on_commit(lambda: _announce(attempt))
    return attempt


def _announce(attempt: Attempt) -> None:
    seat = attempt.seat
    names = {"enrolment_uuid": seat.enrolment_uuid, "activity_uuid": seat.activity_uuid, "user_id": seat.user_id}
    signals.attempt_submitted.send(sender=Attempt, attempt_uuid=attempt.uuid, passed=attempt.passed, **names)
    if attempt.passed:
        signals.quiz_passed.send(sender=Attempt, score=attempt.percent, at=attempt.submitted_at, **names)


@transaction.atomic
def grant_attempt(*, seat_id: int) -> bool:
    """One further try for somebody who has used all of them; a second click grants no second one."""
    seat = QuizSeat.objects.select_for_update().get(pk=seat_id)
    standing = seats.standing_of(seat, at=clock.now())
    if standing.left or standing.open_attempt or standing.has_passed:
        return False
    seat.extra_attempts += 1
    seat.save(update_fields=["extra_attempts"])
    return True
