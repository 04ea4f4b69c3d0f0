import pytest

from courses.learning.services import complete_activity, enrol
from courses.syllabus.models import Course
from tests.courses.small import document, stands, uid

LIST = "/en/courses/"


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("courses", [1, 3])
@pytest.mark.parametrize(("signed_in", "queries"), [(False, 2), (True, 5)])
def test_the_list_costs_the_same_for_one_and_for_three(
    client, learner, django_assert_num_queries, courses, signed_in, queries
):
    for n in range(courses):
        stands(document(f"course-{n}"))
    if signed_in:
        client.force_login(learner)
    client.get(LIST)
    with django_assert_num_queries(queries):
        page = body(client.get(LIST))
    assert page.count("ra-card--course") == courses


def test_a_card_says_what_to_do_next(client, course, learner):
    client.force_login(learner)
    assert "See course" in body(client.get(LIST))
    enrolment = enrol(user=learner, course_code="small")
    assert ">Start<" in body(client.get(LIST))
    for key, words in (("one", "Continue"), ("two", "Continue"), ("test", "See course")):
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=uid("small", key), source="ticked")
        assert f">{words}<" in body(client.get(LIST))


def test_one_can_ask_for_courses_in_a_language(client, course):
    english_only = document("plain")
    del english_only["sq"]
    stands(english_only)
    assert body(client.get(LIST)).count("ra-card--course") == 2
    assert body(client.get(f"{LIST}?language=sq")).count("ra-card--course") == 1
    assert body(client.get(f"{LIST}?language=%00'\"")).count("ra-card--course") == 2


def test_what_is_off_the_shelf_is_not_listed(client, course):
    Course.objects.update(is_listed=False)
    assert "No course is published yet." in body(client.get(LIST))
