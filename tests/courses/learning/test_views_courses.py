"""My courses, and a course with its one call to action."""

import pytest

from courses.learning.models import Enrolment
from courses.learning.queries import Reward, surroundings
from courses.learning.services import complete_activity, enrol
from courses.syllabus.models import Course
from tests.courses.small import document, stands, uid

COURSE = "/en/learn/small/"


def body(response):
    return response.content.decode()


def test_anybody_may_look_at_a_course_and_is_asked_to_sign_in(client, course):
    page = body(client.get(COURSE))
    assert "Course small" in page
    assert "Sign in to start" in page
    assert "Not started" not in page


def test_a_learner_joins_with_one_button_and_a_second_click_does_nothing(client, course, learner):
    client.force_login(learner)
    assert "Join this course" in body(client.get(COURSE))
    for _ in range(2):
        assert client.post("/en/learn/small/enrol/").headers["Location"] == COURSE
    assert Enrolment.objects.filter(user=learner).count() == 1
    assert ">Start</a>" in body(client.get(COURSE))


def test_continue_names_the_lesson(client, enrolment, learner):
    client.force_login(learner)
    complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=uid("small", "one"), source="ticked")
    page = body(client.get(COURSE))
    assert "Continue lesson 2" in page
    assert "1 of 2 lessons done, about 30 min left" in page
    assert page.count('ra-state--done">Done</span>') == 1


def test_a_finished_course_says_so(client, enrolment, learner):
    client.force_login(learner)
    for key in ("one", "two", "test"):
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=uid("small", key), source="ticked")
    assert "2 of 2 lessons done; the course is completed" in body(client.get(COURSE))


def test_a_finished_course_leads_to_what_it_has_brought(client, enrolment, learner, monkeypatch):
    monkeypatch.setattr(surroundings, "_rewards", [lambda uuid: Reward("Open my certificate", f"/c/{uuid}/")])
    client.force_login(learner)
    link = f'<a class="govuk-button" href="/c/{enrolment.uuid}/">Open my certificate</a>'
    assert link not in body(client.get(COURSE))
    for key in ("one", "two", "test"):
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=uid("small", key), source="ticked")
    assert link in body(client.get(COURSE))


def test_a_course_for_cohorts_has_no_button(client, course, learner):
    Course.objects.update(is_open=False)
    client.force_login(learner)
    page = body(client.get(COURSE))
    assert "Join this course" not in page
    assert "You join this course with a cohort." in page
    assert client.post("/en/learn/small/enrol/").status_code == 404


def test_a_course_off_the_shelf_is_found_by_those_enrolled_only(client, enrolment, learner, colleague):
    Course.objects.update(is_listed=False)
    client.force_login(colleague)
    assert client.get(COURSE).status_code == 404
    client.force_login(learner)
    assert client.get(COURSE).status_code == 200


def test_an_unknown_course_is_not_found(client, db):
    assert client.get("/en/learn/nothing/").status_code == 404


def test_titles_without_translation_carry_their_language(client, enrolment, learner):
    client.force_login(learner)
    page = body(client.get("/sq/learn/small/"))
    assert "Kursi small" in page
    assert 'lang="en"><a class="govuk-task-list__link"' in page


@pytest.mark.parametrize("courses", [1, 3])
def test_my_courses_cost_the_same_for_one_and_for_three(client, learner, django_assert_num_queries, courses):
    for n in range(courses):
        stands(document(f"course-{n}"))
        enrol(user=learner, course_code=f"course-{n}")
    client.force_login(learner)
    client.get("/en/learn/")
    with django_assert_num_queries(3):
        page = body(client.get("/en/learn/"))
    assert page.count("0 of 3 steps done") == courses


def test_the_outline_costs_four_queries(client, enrolment, learner, django_assert_num_queries):
    client.force_login(learner)
    client.get(COURSE)
    with django_assert_num_queries(4):
        client.get(COURSE)


def test_my_courses_are_mine(client, enrolment, colleague):
    client.force_login(colleague)
    assert "You have not joined a course yet." in body(client.get("/en/learn/"))


def test_my_courses_show_the_latest_cycle_only(client, enrolment, learner):
    Enrolment.objects.create(
        user=learner,
        course=enrolment.course,
        cycle=2,
        syllabus=enrolment.syllabus,
        required_total=3,
        enrolled_at=enrolment.enrolled_at,
    )
    client.force_login(learner)
    assert body(client.get("/en/learn/")).count("ra-card--course") == 1
