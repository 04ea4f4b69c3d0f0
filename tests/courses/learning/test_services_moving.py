"""What a new version does to people in the middle of the course, and to those who have finished."""

from uuid import UUID

import pytest

from courses.catalogue.services import publish_course
from courses.learning.models import Enrolment
from courses.learning.services import complete_activity, enrol
from courses.syllabus.models import Course
from tests.courses.small import document, lesson, published, text, uid


@pytest.fixture
def people(course, learner, colleague):
    """One in the middle, one who has finished."""
    for user, steps in ((learner, ["one"]), (colleague, ["one", "two", "test"])):
        enrolment = enrol(user=user, course_code="small")
        for step in steps:
            complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=UUID(uid("small", step)), source="ticked")
    return learner, colleague


def longer():
    course = document()
    course["modules"][0]["lessons"].append(lesson("small", "three", text("small", "three-text", "Third words")))
    return course


def standing(user):
    row = Enrolment.objects.get(user=user)
    return row.syllabus.n, row.required_done, row.required_total, row.state


def test_a_material_change_takes_unfinished_people_along_and_keeps_what_they_did(
    people, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        published(longer(), "material")
    assert standing(people[0]) == (2, 1, 4, "active")
    assert standing(people[1]) == (1, 3, 3, "completed")


def test_a_minor_change_of_structure_moves_nobody(people, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        published(longer(), "minor")
    assert standing(people[0]) == (1, 1, 3, "active")
    assert Course.objects.get().current.n == 2


def test_a_lesson_taken_out_lowers_the_total_and_never_goes_beyond_it(
    pages, people, django_capture_on_commit_callbacks
):
    pages.get_children().first().get_children().first().specific.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        publish_course(page=pages, actor=None, impact="material")
    assert standing(people[0]) == (2, 0, 2, "active")


@pytest.fixture
def without_lesson_one(client, people, django_capture_on_commit_callbacks):
    """The course was published anew while somebody stood in its first lesson, which it no longer has."""
    shorter = document()
    shorter["modules"][0]["lessons"].pop(0)
    with django_capture_on_commit_callbacks(execute=True):
        published(shorter, "material")
    client.force_login(people[0])


LEFT = "This step is no longer part of the course. What you did in it is kept; here is the course as it is now."


@pytest.mark.parametrize("sent", [False, True])
def test_whoever_stands_in_a_lesson_that_left_the_course_is_told_so_and_led_to_it(client, without_lesson_one, sent):
    address = f"/en/learn/small/{uid('small', 'one')}/"
    answer = client.post(f"{address}done/", follow=True) if sent else client.get(address, follow=True)
    assert answer.redirect_chain == [("/en/learn/small/", 302)]
    assert answer.content.decode().count(LEFT) == 1
    assert LEFT not in client.get("/en/learn/small/").content.decode()


def test_an_address_that_never_was_in_the_course_is_still_not_found(client, without_lesson_one):
    assert client.get(f"/en/learn/small/{uid('small', 'never')}/").status_code == 404
    assert client.post(f"/en/learn/small/{uid('small', 'never')}/done/").status_code == 404


def test_a_count_that_fell_with_a_new_version_is_explained_on_the_course(client, people, without_lesson_one):
    page = client.get("/en/learn/small/").content.decode()
    assert "0 of 1 lesson done" in page
    assert "One step you have done is no longer part of the course" in page
    client.force_login(people[1])
    assert "no longer part of the course" not in client.get("/en/learn/small/").content.decode()


def test_whoever_is_in_the_middle_reads_what_is_new_until_they_go_on(
    client, people, django_capture_on_commit_callbacks
):
    page = published(document())
    with django_capture_on_commit_callbacks(execute=True):
        publish_course(page=page, actor=None, impact="material", note="The reply limit was reviewed.")
    course, home = "/en/learn/small/", "/en/"
    for user, told in ((people[0], True), (people[1], False)):
        client.force_login(user)
        assert ("The reply limit was reviewed." in client.get(course).content.decode()) is told
        assert ("The course was changed on" in client.get(home).content.decode()) is told
    client.force_login(people[0])
    client.post(f"/en/learn/small/{uid('small', 'two')}/done/")
    assert "The reply limit was reviewed." not in client.get(course).content.decode()
