"""The editor: who may publish a course, and where a page's address leads a reader."""

import re

import pytest

from courses.catalogue.models import LessonPage
from courses.syllabus.models import Course
from portal.accounts.api import Role
from tests.courses.small import uid
from tests.factories.accounts import person


@pytest.fixture
def author(db):
    return person(Role.AUTHOR)


@pytest.fixture
def publish_address(pages):
    return f"/admin/courses/{pages.pk}/publish/"


def body(response):
    return response.content.decode()


def test_an_author_publishes_and_is_told_what_happened(client, author, publish_address):
    client.force_login(author)
    assert "Learners read version 1" in body(client.get(publish_address))
    for words in ("Nothing had changed", "Nothing had changed"):
        page = client.post(publish_address, {"impact": "minor", "note": "A comma"}, follow=True)
        assert words in body(page)
    client.post(publish_address, {"impact": "material", "note": "New law"})
    assert (Course.objects.get().current.n, Course.objects.get().current.note) == (2, "New law")


def test_the_kind_of_change_must_be_chosen(client, author, publish_address):
    client.force_login(author)
    answer = client.post(publish_address, {"note": "A comma"})
    assert answer.status_code == 200
    assert "This field is required." in body(answer)
    assert "A comma" in body(answer)


def test_problems_are_listed_and_nothing_is_published(client, author, publish_address):
    page = LessonPage.objects.get(translation_key=uid("small", "one"), locale__language_code="en")
    page.body = [("text", "<p>[[eu-serbia.nothing]]</p>")]
    page.save_revision().publish()
    client.force_login(author)
    answer = body(client.post(publish_address, {"impact": "minor", "note": ""}))
    assert "The course cannot be published yet:" in answer
    assert "Lesson one: no agreement pack has the value" in answer


def test_a_structural_change_is_not_cosmetic(client, author, publish_address):
    LessonPage.objects.get(translation_key=uid("small", "two"), locale__language_code="en").unpublish()
    client.force_login(author)
    answer = body(client.post(publish_address, {"impact": "cosmetic", "note": ""}))
    assert "that is more than cosmetic" in answer


def lesson(key):
    return LessonPage.objects.get(translation_key=uid("small", key), locale__language_code="en")


def test_before_publishing_an_author_sees_what_learners_would_see(client, author, publish_address):
    client.force_login(author)
    assert "Publishing now would change nothing for learners." in body(client.get(publish_address))
    one = lesson("one")
    one.body = [("text", "<p>Better words.</p>")]
    one.save_revision().publish()
    lesson("two").unpublish()
    page = " ".join(re.sub("<[^>]+>", " ", body(client.get(publish_address))).split())
    assert "What learners would see No longer in the course Lesson two Title page and outline en sq" in page
    assert "Lessons with new words Lesson one (en) What kind of change" in page


@pytest.mark.parametrize(("keys", "said"), [(["one"], "1 lesson has"), (["one", "two"], "2 lessons have")])
def test_what_was_published_is_counted_in_words(client, author, publish_address, keys, said):
    for key in keys:
        page = lesson(key)
        page.body = [("text", "<p>Better words.</p>")]
        page.save_revision().publish()
    client.force_login(author)
    answer = client.post(publish_address, {"impact": "minor", "note": ""}, follow=True)
    assert f"Published: {said} new words." in body(answer)


def test_each_page_in_the_editor_says_what_its_own_button_does_and_leads_to_the_other(client, author, pages):
    client.force_login(author)
    for page in (pages, lesson("one")):
        editor = body(client.get(f"/admin/pages/{page.pk}/edit/"))
        assert "Learners read it only after the course as a whole is published." in editor
        assert f'href="/admin/courses/{page.pk}/publish/">Publish course</a>' in editor
    assert client.get(f"/admin/courses/{lesson('one').pk}/publish/").status_code == 200


@pytest.mark.parametrize("roles", [[], [Role.TRAINER], [Role.TRANSLATOR]])
def test_nobody_else_publishes(client, publish_address, roles):
    client.force_login(person(*roles))
    client.post(publish_address, {"impact": "material", "note": ""})
    assert Course.objects.get().current.n == 1


def test_a_stranger_is_asked_to_sign_in(client, publish_address):
    assert client.get(publish_address).status_code == 302


def test_the_button_stands_on_every_page_of_the_course(client, author, pages, publish_address):
    client.force_login(author)
    lesson = LessonPage.objects.first()
    for page in (pages, lesson):
        assert publish_address.split("/")[2] in body(client.get(f"/admin/pages/{page.pk}/edit/"))
    assert "Publish course" in body(client.get(f"/admin/pages/{lesson.pk}/edit/"))


def test_an_author_saves_a_lesson_in_the_editor(client, author, pages):
    client.force_login(author)
    lesson = LessonPage.objects.get(translation_key=uid("small", "one"), locale__language_code="en")
    assert client.get(f"/admin/pages/{lesson.pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{pages.pk}/edit/").status_code == 200


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/en/courses/small/", "/en/learn/small/"),
        ("/en/courses/small/module/", "/en/learn/small/"),
        ("/en/courses/small/module/one/", f"/en/learn/small/{uid('small', 'one')}/"),
        ("/sq/courses/small/module/one/", f"/sq/learn/small/{uid('small', 'one')}/"),
    ],
)
def test_the_address_of_a_page_leads_to_what_is_published(client, pages, path, leads_to):
    assert client.get(path).headers["Location"] == leads_to
