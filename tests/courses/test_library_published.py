"""The course of the library, published: what learners are given is complete."""

import json
import re

import pytest
from wagtail.images.models import Image

from courses import library
from courses.catalogue.demo import build_course
from courses.syllabus.models import Course, LessonEdition
from courses.syllabus.queries import outline, taught
from portal.law import api as law
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db
CODE = "readmission-basics"


@pytest.fixture
def editions():
    build_course(CODE, actor=person())
    return list(LessonEdition.objects.all())


def test_every_lesson_is_there_in_english_and_the_first_module_in_albanian(editions):
    found = sorted(edition.locale for edition in editions)
    assert found == ["en"] * 9 + ["sq"] * 3


def test_no_token_stays_open_and_values_bring_their_mark(editions):
    rendered = json.dumps([edition.parts for edition in editions], ensure_ascii=False)
    assert re.findall(r"\[\[[^\]]*\]\]", rendered) == []
    assert "10 calendar days" in rendered


def test_a_lesson_weighs_less_than_25_kilobytes(editions):
    assert max(len(json.dumps(edition.parts, ensure_ascii=False).encode()) for edition in editions) < 25_000


def test_the_hours_certified_are_those_that_everybody_studies(editions):
    course = Course.objects.get(code=CODE)
    needed = sum(each.minutes for each in outline(course, course.current_id, "en").structure if each.required)
    assert course.hours == needed // 60 == 3


def test_the_register_knows_where_each_provision_is_cited(editions):
    cited = {
        block["provision"]
        for module in library.load(CODE)["modules"]
        for lesson in module["lessons"]
        for block in lesson["blocks"]
        if block["kind"] == "citation"
    }
    assert {key for key in cited if not law.places_citing(key)} == set()


def test_the_lesson_advised_for_a_competency_is_the_one_about_it(editions):
    course = Course.objects.get(code=CODE)
    words = outline(course, course.current_id, "en").words
    advised = {}
    for block in taught(course, course.current_id):
        advised.setdefault(block.competency, words.activity(block.activity).title)
    assert advised == {
        "identification": "Proof, prima facie evidence and the travel document",
        "legal_clocks": "Time limits and when they start",
        "safeguards": "Children, families, health and dignity",
        "data_protection": "Only what the task needs, and a good handover",
        "cooperation": "Only what the task needs, and a good handover",
    }


def test_the_picture_of_a_lesson_is_shown_to_whoever_takes_it_and_stored_once(editions, client):
    build_course(CODE, actor=person())
    (picture,) = Image.objects.all()
    rendered = json.dumps([edition.parts for edition in editions], ensure_ascii=False)
    (address,) = set(re.findall(r'src=\\"(/media/images/[^"\\]+)', rendered))
    client.force_login(person())
    answer = client.get(address)
    assert (answer["Content-Type"], b"".join(answer.streaming_content)[8:12]) == ("image/webp", b"WEBP")
    assert (picture.title, picture.width, picture.height) == ("clocks.webp", 900, 640)
