from uuid import UUID

from courses.learning import api
from courses.learning.services import complete_activity
from tests.courses.small import document, stands, uid


def test_the_next_step_is_the_one_thing_to_go_on_with(enrolment, learner):
    step = api.next_step(learner)
    assert (step.course_title, step.title, step.number, step.lessons) == ("Course small", "Lesson one", 1, 2)
    assert (step.url, step.is_started, step.minutes_left) == (f"/en/learn/small/{uid('small', 'one')}/", False, 40)
    complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=UUID(uid("small", "one")), source="ticked")
    step = api.next_step(learner)
    assert (step.title, step.is_started, step.lessons_done) == ("Lesson two", True, 1)


def test_nobody_without_a_course_has_a_next_step(course, colleague):
    assert api.next_step(colleague) is None
    assert api.my_courses(colleague) == ()


def test_the_course_touched_last_comes_first(enrolment, learner):
    stands(document("later"))
    later = api.enrol(user=learner, course_code="later")
    complete_activity(enrolment_uuid=later, activity_uuid=UUID(uid("later", "one")), source="ticked")
    assert [course.code for course in api.my_courses(learner)] == ["later", "small"]
    assert api.next_step(learner).course_title == "Course later"


def test_progress_is_read_from_the_counter(enrolment, learner, django_assert_num_queries):
    with django_assert_num_queries(1):
        progress = api.progress_of([enrolment.uuid])
    assert (progress[enrolment.uuid].done, progress[enrolment.uuid].total) == (0, 3)
