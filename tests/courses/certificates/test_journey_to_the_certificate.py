"""From the last answer of the test to the certificate, through every room between, without a browser."""

import pytest

from courses.assessment.services import publish_quiz
from courses.certificates.models import Certificate
from courses.learning.models import Enrolment
from tests.courses.assessment.documents import ACTIVITY, QUIZ, RIGHT
from tests.factories.accounts import person
from tests.factories.courses import CODE, FIRST, completed_by, publish_small_course

pytestmark = pytest.mark.django_db


def test_passing_the_test_completes_the_course_and_brings_the_certificate(
    client, django_capture_on_commit_callbacks, django_assert_num_queries
):
    on_first_lesson = [question | {"lesson": str(FIRST)} for question in QUIZ["questions"]]
    publish_quiz(QUIZ | {"questions": on_first_lesson})
    publish_small_course(with_test=True)
    learner = person()
    enrolment = completed_by(learner)
    assert not enrolment.is_completed

    client.force_login(learner)
    seat = client.get(f"/en/learn/{CODE}/{ACTIVITY}/").url
    attempt = client.post(f"{seat}start/").url.removesuffix("1/")
    for position, fields in RIGHT.items():
        client.post(f"{attempt}{position}/", {"client_uuid": ACTIVITY, "revision": 0, **fields})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{attempt}submit/")

    assert Enrolment.objects.get().is_completed
    certificate = Certificate.objects.get()
    assert (certificate.user, certificate.snapshot["pass_mark"]) == (learner, 70)
    result = client.get(f"{attempt}result/").content.decode()
    assert "Passed, 100 %" in result
    assert "Open my certificate" in result
    assert f'href="/en/learn/{CODE}/{FIRST}/"' in result
    assert certificate.serial in client.get("/en/certificates/").content.decode()

    client.get(f"{attempt}result/")
    with django_assert_num_queries(9):
        client.get(f"{attempt}result/")
