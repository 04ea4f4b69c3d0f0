"""The counter: right after every click, however many there are."""

import threading
from uuid import UUID, uuid4

import pytest
from django.db import connection

from courses.learning.models import Completion, Enrolment
from courses.learning.services import NotInSyllabus, complete_activity, enrol, reconcile
from courses.learning.signals import activity_completed, enrolment_completed
from courses.syllabus.models import Requirement
from tests.courses.small import document, stands, uid
from tests.factories.accounts import person

ONE, TWO, TEST = (UUID(uid("small", key)) for key in ("one", "two", "test"))


def tick(enrolment: Enrolment, *activities: UUID) -> Enrolment:
    for activity in activities:
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=activity, source="ticked")
    return Enrolment.objects.get(pk=enrolment.pk)


@pytest.fixture
def heard():
    news = []

    def hear(signal, **values):
        news.append((signal, values["course_code"]))

    activity_completed.connect(hear)
    enrolment_completed.connect(hear)
    yield news
    activity_completed.disconnect(hear)
    enrolment_completed.disconnect(hear)


def test_a_step_done_counts_and_leads_on(enrolment):
    now = tick(enrolment, ONE)
    assert (now.required_done, now.state, now.next_activity) == (1, "active", TWO)
    assert now.last_activity_at is not None


def test_a_double_click_counts_once(enrolment):
    now = tick(enrolment, ONE, ONE, ONE)
    assert (now.required_done, Completion.objects.count()) == (1, 1)


def test_the_last_step_finishes_the_course_in_the_same_moment(enrolment):
    now = tick(enrolment, ONE, TWO, TEST)
    assert (now.required_done, now.state, now.next_activity) == (3, "completed", None)
    assert now.completed_at == Completion.objects.get(activity__uuid=TEST).done_at


def test_each_step_and_the_end_are_announced_once(enrolment, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tick(enrolment, ONE, ONE, TWO, TEST, TEST)
    assert heard == [
        (activity_completed, "small"),
        (activity_completed, "small"),
        (enrolment_completed, "small"),
        (activity_completed, "small"),
    ]


def test_what_is_not_in_the_pinned_version_is_refused(enrolment):
    with pytest.raises(NotInSyllabus):
        tick(enrolment, uuid4())


def test_an_optional_step_is_kept_and_not_counted(learner):
    course = document("optional")
    course["modules"][0]["lessons"][1]["required"] = False
    stands(course)
    enrolment = enrol(user=learner, course_code="optional")
    now = tick(enrolment, UUID(uid("optional", "two")))
    assert (now.required_total, now.required_done, Completion.objects.count()) == (2, 0, 1)


def test_somebody_elses_counter_stays(enrolment, colleague):
    other = enrol(user=colleague, course_code="small")
    tick(enrolment, ONE)
    other.refresh_from_db()
    assert other.required_done == 0


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_count_once():
    stands(document())
    enrolment = enrol(user=person(), course_code="small")
    start = threading.Barrier(2)

    def click():
        start.wait()
        tick(enrolment, ONE)
        connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for click_ in clicks:
        click_.start()
    for click_ in clicks:
        click_.join()
    enrolment.refresh_from_db()
    assert (enrolment.required_done, Completion.objects.count()) == (1, 1)


def test_the_reconcile_finishes_what_was_complete_and_finds_nothing_the_second_time(enrolment, heard):
    tick(enrolment, ONE, TWO, TEST)
    Enrolment.objects.update(state="active", completed_at=None)
    found = reconcile()
    assert (found.passed, found.finished, found.drifted) == (0, 1, 0)
    assert Enrolment.objects.get().state == "completed"
    again = reconcile()
    assert (again.passed, again.finished, again.drifted) == (0, 0, 0)


def test_a_counter_that_disagrees_is_an_alarm_and_stays_as_it_is(enrolment, caplog):
    tick(enrolment, ONE)
    Enrolment.objects.update(required_done=2)
    assert reconcile().drifted == 1
    assert Enrolment.objects.get().required_done == 2
    assert "progress counters disagree" in caplog.text


def test_the_counter_and_the_rows_agree_for_three_people(course, enrolment):
    for person_, steps in ((person(), (ONE,)), (person(), (ONE, TWO))):
        tick(enrol(user=person_, course_code="small"), *steps)
    assert reconcile().drifted == 0
    assert sorted(Enrolment.objects.values_list("required_done", flat=True)) == [0, 1, 2]
    assert Requirement.objects.count() == 3
