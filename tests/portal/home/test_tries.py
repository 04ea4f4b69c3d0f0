"""The card of the final test on the home page: what is possible now, and when a further try opens."""

from datetime import UTC, datetime, timedelta

import pytest

from courses.assessment import services
from courses.assessment.models import Attempt
from portal.core import clock
from portal.home.queries import home_of
from tests.courses.assessment.documents import ACTIVITY, KEY, QUIZ
from tests.factories.accounts import person
from tests.factories.courses import CODE, completed_by, publish_small_course

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.fixture
def learner(db):
    return person()


@pytest.fixture
def seat(learner):
    services.publish_quiz(QUIZ)
    publish_small_course(with_test=True)
    enrolment = completed_by(learner)
    return services.open_seat(user=learner, enrolment_uuid=enrolment.uuid, activity_uuid=ACTIVITY, quiz_key=KEY)


@pytest.fixture
def at(monkeypatch):
    """Noon, and by calling it another moment."""

    def stands(moment):
        monkeypatch.setattr(clock, "now", lambda: moment)

    stands(NOON)
    return stands


def fail(seat):
    attempt = services.start_attempt(seat_id=seat.pk, locale="en")
    services.submit_attempt(attempt_id=attempt.pk)
    return f"/en/tests/attempts/{attempt.uuid}/result/"


def card(learner):
    return home_of(learner, NOON).next_step


def test_a_test_not_yet_begun_comes_now(seat, learner, at):
    assert (card(learner).action, card(learner).second) == ("Go to the test", "")
    assert "the final test comes now" in card(learner).text


def test_a_test_begun_is_gone_on_with(seat, learner, at):
    services.start_attempt(seat_id=seat.pk, locale="en")
    assert (card(learner).action, card(learner).url) == ("Continue the test", f"/en/learn/{CODE}/{ACTIVITY}/")
    assert "every answer is kept" in card(learner).text


def test_who_must_wait_is_told_when_the_next_try_opens_and_what_to_do_until_then(seat, learner, at, client):
    result = fail(seat)
    found = card(learner)
    assert found.text.startswith("The next try opens on Tuesday 24 November 2026 at 12:00.")
    assert (found.action, found.url) == ("Read the feedback", result)
    assert (found.second, found.second_url) == ("Look again at the lessons", f"/en/learn/{CODE}/")
    client.force_login(learner)
    page = client.get("/en/").content.decode()
    assert "The next try opens on Tuesday 24 November 2026 at 12:00." in page
    assert "comes now" not in page
    assert f'href="{result}">Read the feedback</a>' in page


def test_when_the_time_has_come_the_card_leads_to_the_test_again(seat, learner, at):
    result = fail(seat)
    at(NOON + timedelta(hours=24))
    found = card(learner)
    assert (found.action, found.second, found.second_url) == ("Go to the test", "Read the feedback", result)


def test_who_has_used_all_tries_is_led_to_the_trainer_and_the_feedback(seat, learner, at):
    fail(seat)
    at(NOON + timedelta(hours=24))
    result = fail(seat)
    assert card(learner).text.startswith("You have used all tries. Speak with your trainer")
    assert (card(learner).url, Attempt.objects.count()) == (result, 2)


def test_a_home_with_a_failed_test_stays_within_ten_queries(seat, learner, at, client, django_assert_num_queries):
    fail(seat)
    client.force_login(learner)
    client.get("/en/")
    with django_assert_num_queries(10):
        client.get("/en/")
