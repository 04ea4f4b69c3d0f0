from datetime import timedelta
from uuid import uuid4

import pytest

from courses.assessment import api, services, signals
from courses.assessment.models import Attempt, QuizSeat
from courses.assessment.queries import seats
from portal.competencies.models import Evidence
from portal.core import clock
from tests.courses.assessment.documents import ACTIVITY, ENROLMENT, KEY, QUIZ, SINGLE

pytestmark = pytest.mark.django_db
HERE = uuid4()


def save(attempt, position, given, *, revision=0, window=HERE):
    return services.save_answer(
        attempt_id=attempt.pk, position=position, given=given, revision=revision, client_uuid=window
    )


def answer_all(attempt):
    perfect = ["b", ["a", "c"], "false", {"fear": "asylum", "ill": "doctor"}, {"class": 1, "compare": 2, "agree": 3}]
    for position, given in enumerate(perfect, start=1):
        save(attempt, position, given)


def hand_in_empty(seat, *, at):
    attempt = services.start_attempt(seat_id=seat.pk, locale="en")
    return services.submit_attempt(attempt_id=attempt.pk, at=at)


def test_a_seat_is_taken_once(seat, learner):
    again = services.open_seat(user=learner, enrolment_uuid=ENROLMENT, activity_uuid=ACTIVITY, quiz_key=KEY)
    assert (again, QuizSeat.objects.count()) == (seat, 1)


def test_beginning_twice_begins_once(seat):
    first = services.start_attempt(seat_id=seat.pk, locale="en")
    second = services.start_attempt(seat_id=seat.pk, locale="sq")
    assert (first, Attempt.objects.count(), first.responses.count()) == (second, 1, 6)


def test_a_perfect_test_passes_and_is_announced_on_commit(attempt, django_capture_on_commit_callbacks):
    heard = []
    signals.quiz_passed.connect(lambda **kwargs: heard.append(kwargs), weak=False, dispatch_uid="test")
    answer_all(attempt)
    with django_capture_on_commit_callbacks(execute=True):
        scored = services.submit_attempt(attempt_id=attempt.pk)
    signals.quiz_passed.disconnect(dispatch_uid="test")
    assert (scored.percent, scored.passed) == (100, True)
    assert [(each["enrolment_uuid"], each["activity_uuid"], each["score"]) for each in heard] == [
        (ENROLMENT, ACTIVITY, 100)
    ]
    assert api.pass_mark_of(ENROLMENT) == 70
    assert api.competencies_shown(ENROLMENT) == {"safeguards", "cooperation", "identification"}


def test_what_a_passed_test_sends_back_to_is_not_called_shown(attempt):
    answer_all(attempt)
    save(attempt, 5, {"class": 3, "compare": 2, "agree": 1}, revision=1)
    assert services.submit_attempt(attempt_id=attempt.pk).passed
    assert api.competencies_shown(ENROLMENT) == {"safeguards", "cooperation"}


def test_what_counted_becomes_evidence_of_each_competency_once(attempt, learner):
    answer_all(attempt)
    services.submit_attempt(attempt_id=attempt.pk)
    services.submit_attempt(attempt_id=attempt.pk)
    evidence = Evidence.objects.filter(user=learner).order_by("competency").values_list("competency", "score")
    assert list(evidence) == [("cooperation", 1.0), ("identification", 1.0), ("safeguards", 1.0)]


def test_handing_in_twice_scores_and_announces_once(attempt, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as announced:
        first = services.submit_attempt(attempt_id=attempt.pk)
        second = services.submit_attempt(attempt_id=attempt.pk)
    assert (first.submitted_at, len(announced)) == (second.submitted_at, 1)


def test_a_question_on_an_unreviewed_value_never_decides(attempt):
    save(attempt, 6, "a")
    scored = services.submit_attempt(attempt_id=attempt.pk)
    assert (scored.percent, scored.passed, scored.responses.get(position=6).awarded) == (0, False, 1)


def test_an_answer_after_handing_in_changes_nothing(attempt):
    services.submit_attempt(attempt_id=attempt.pk)
    with pytest.raises(services.AttemptClosed):
        save(attempt, 1, "b")


def test_the_same_window_may_save_again_and_again(attempt):
    save(attempt, 1, "a")
    save(attempt, 1, "b")
    assert attempt.responses.get(position=1).given == "b"


def test_a_window_that_has_not_seen_a_newer_answer_cannot_replace_it(attempt):
    save(attempt, 1, "b", window=uuid4())
    with pytest.raises(services.StaleAnswer):
        save(attempt, 1, "a", revision=0, window=HERE)
    assert attempt.responses.get(position=1).given == "b"
    save(attempt, 1, "a", revision=1, window=HERE)
    assert attempt.responses.get(position=1).given == "a"


def test_the_next_try_waits_its_hours(seat):
    handed_in = hand_in_empty(seat, at=clock.now())
    standing = seats.standing_of(seat, at=clock.now())
    assert (standing.may_start, standing.left) == (False, 1)
    assert standing.opens_at == handed_in.submitted_at + timedelta(hours=24)
    with pytest.raises(services.AttemptRefused):
        services.start_attempt(seat_id=seat.pk, locale="en")
    assert seats.standing_of(seat, at=standing.opens_at).may_start is True


def test_after_the_last_try_a_trainer_may_grant_one_more(seat):
    long_ago = clock.now() - timedelta(days=9)
    hand_in_empty(seat, at=long_ago)
    hand_in_empty(seat, at=clock.now())
    with pytest.raises(services.AttemptRefused):
        services.start_attempt(seat_id=seat.pk, locale="en")
    assert [services.grant_attempt(seat_id=seat.pk) for _ in range(2)] == [True, False]
    assert services.start_attempt(seat_id=seat.pk, locale="en").n == 3


def test_an_open_try_is_graded_by_the_version_it_began_with(attempt):
    save(attempt, 1, "b")
    services.publish_quiz(QUIZ | {"questions": [SINGLE | {"correct": ["a"]}, *QUIZ["questions"][1:]]})
    services.submit_attempt(attempt_id=attempt.pk)
    assert attempt.responses.get(position=1).awarded == 1
