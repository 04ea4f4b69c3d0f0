from uuid import uuid4

import pytest

from courses.assessment import services
from portal.accounts.models import User
from tests.courses.assessment.documents import ACTIVITY, ENROLMENT, KEY, QUIZ


@pytest.fixture
def quiz(db):
    return services.publish_quiz(QUIZ)


@pytest.fixture
def learner(db):
    return User.objects.create_user("learner@example.org", name="Lena Dervari")


@pytest.fixture
def colleague(db):
    return User.objects.create_user("colleague@example.org", name="Ana Beker")


@pytest.fixture
def seat(quiz, learner):
    return services.open_seat(user=learner, enrolment_uuid=ENROLMENT, activity_uuid=ACTIVITY, quiz_key=KEY)


@pytest.fixture
def attempt(seat):
    return services.start_attempt(seat_id=seat.pk, locale="en")


@pytest.fixture
def page(client, learner, attempt):
    """The test as its owner meets it: ask for a question, answer it as a browser would, hand in."""
    client.force_login(learner)
    return Page(client, attempt)


class Page:
    def __init__(self, client, attempt):
        self.client, self.attempt, self.window = client, attempt, uuid4()

    def address(self, position, locale="en"):
        return f"/{locale}/tests/attempts/{self.attempt.uuid}/{position}/"

    def get(self, position, locale="en"):
        return self.client.get(self.address(position, locale))

    def answer(self, position, fields, *, window=None, revision=0, headers=None, **extra):
        data = {"client_uuid": window or self.window, "revision": revision, **fields, **extra}
        return self.client.post(self.address(position), data, headers=headers)

    def hand_in(self):
        return self.client.post(f"/en/tests/attempts/{self.attempt.uuid}/submit/")

    def result(self):
        return self.client.get(f"/en/tests/attempts/{self.attempt.uuid}/result/")
