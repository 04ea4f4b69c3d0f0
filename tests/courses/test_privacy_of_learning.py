"""What is handed over of a learner, and what erasure leaves: counts and sealed serials, no name."""

import pytest

from courses.assessment.services import open_seat, publish_quiz, save_answer, start_attempt, submit_attempt
from courses.certificates import queries, services
from courses.certificates.models import Certificate
from courses.cohorts.models import Cohort, Participant
from courses.cohorts.queries import board_of
from courses.syllabus.models import Course
from portal.accounts import registry
from portal.accounts.services.privacy import erase
from portal.core import clock
from tests.courses.assessment.documents import ACTIVITY, KEY, QUIZ
from tests.factories.accounts import person
from tests.factories.courses import completed_by, publish_small_course

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner(db):
    """With a certificate, a test handed in, and a place in a cohort."""
    publish_small_course()
    publish_quiz(QUIZ)
    learner = person(name="Vera Example", email="vera@example.org")
    enrolment = completed_by(learner)
    services.issue(enrolment_uuid=enrolment.uuid)
    seat = open_seat(user=learner, enrolment_uuid=enrolment.uuid, activity_uuid=ACTIVITY, quiz_key=KEY)
    attempt = start_attempt(seat_id=seat.pk, locale="en")
    save_answer(attempt_id=attempt.pk, position=1, given="b", revision=0, client_uuid=attempt.uuid)
    submit_attempt(attempt_id=attempt.pk)
    return learner


def exported(label, user):
    rule = next(rule for rule in registry.rules() if rule.label == label)
    return registry.export_of(rule, user)


def test_answers_and_certificates_are_handed_over(learner):
    (test,) = exported("assessment.quizseat", learner)
    assert (test["test"], test["try"], test["passed"]) == (KEY, 1, False)
    assert test["answers"][0]["given"] == "b"
    (certificate,) = exported("certificates.certificate", learner)
    assert certificate["name"] == "Vera Example"


def test_erasure_takes_the_name_from_certificate_and_cohort_and_leaves_the_rest(learner, client):
    from_cohort = _in_a_cohort(learner)
    erase(user=learner)
    certificate = Certificate.objects.get()
    assert (certificate.holder_name, queries.is_sealed(certificate)) == ("", True)
    assert "Valid" in client.get(f"/c/{certificate.serial}/").content.decode()
    from_cohort.refresh_from_db()
    assert "vera" not in f"{from_cohort.name}{from_cohort.email}".lower()
    assert board_of(from_cohort.cohort, at=clock.now()).members == ()
    Certificate.objects.all().delete()
    assert services.reconcile() == 0


def _in_a_cohort(learner):
    today = clock.now().date()
    cohort = Cohort.objects.create(name="Group", course=Course.objects.get(), starts=today, ends=today, due=today)
    return Participant.objects.create(cohort=cohort, user=learner, email=learner.email, added_at=clock.now())
