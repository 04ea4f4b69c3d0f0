"""Two clicks that arrive together: each thread has its own connection, as two workers of the server have."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from courses.assessment import services as assessment
from courses.assessment import signals
from courses.assessment.models import Attempt, Response
from courses.certificates import services as certificates
from courses.certificates.models import Certificate
from portal.competencies.models import Evidence
from tests.courses.assessment.documents import ACTIVITY, ENROLMENT, KEY, QUIZ
from tests.factories.accounts import person
from tests.factories.courses import completed_by, publish_small_course

pytestmark = pytest.mark.django_db(transaction=True)
CLICKS = 4


def together(click):
    def once(_number):
        try:
            return click()
        finally:
            connection.close()

    with ThreadPoolExecutor(CLICKS) as threads:
        return list(threads.map(once, range(CLICKS)))


@pytest.fixture
def seat(transactional_db):
    assessment.publish_quiz(QUIZ)
    return assessment.open_seat(user=person(), enrolment_uuid=ENROLMENT, activity_uuid=ACTIVITY, quiz_key=KEY)


def test_a_test_begun_four_times_at_once_is_begun_once(seat):
    together(lambda: assessment.start_attempt(seat_id=seat.pk, locale="en"))
    assert (Attempt.objects.count(), Response.objects.count()) == (1, 6)


def test_a_test_handed_in_four_times_at_once_is_scored_and_announced_once(seat):
    attempt, heard = assessment.start_attempt(seat_id=seat.pk, locale="en"), []
    signals.attempt_submitted.connect(lambda **kwargs: heard.append(kwargs), weak=False, dispatch_uid="test")
    together(lambda: assessment.submit_attempt(attempt_id=attempt.pk))
    signals.attempt_submitted.disconnect(dispatch_uid="test")
    assert (len(heard), Evidence.objects.count()) == (1, 3)


def test_of_four_windows_that_saw_the_same_answer_one_saves(seat):
    attempt = assessment.start_attempt(seat_id=seat.pk, locale="en")

    def save():
        try:
            assessment.save_answer(attempt_id=attempt.pk, position=1, given="b", revision=0, client_uuid=uuid4())
        except assessment.StaleAnswer:
            return "stale"
        return "saved"

    assert sorted(together(save)) == ["saved", "stale", "stale", "stale"]


def test_a_course_completed_four_times_at_once_is_certified_once(transactional_db):
    publish_small_course()
    enrolment = completed_by(person())
    together(lambda: certificates.issue(enrolment_uuid=enrolment.uuid))
    assert Certificate.objects.count() == 1
