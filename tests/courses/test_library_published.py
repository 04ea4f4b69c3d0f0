"""The course of the library, published: what learners are given is complete."""

import json
import re

import pytest

from courses import library
from courses.catalogue.demo import build_course
from courses.syllabus.models import Course, LessonEdition
from courses.syllabus.queries import outline
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
