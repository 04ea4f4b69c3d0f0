"""A lesson says which legal values it rests on, so that a changed value finds it."""

import pytest

from courses.catalogue.models import LessonPage
from simulations.agreements.api import touched_by

pytestmark = pytest.mark.django_db


def test_a_lesson_with_a_token_is_touched_by_its_value(pages):
    lesson = LessonPage.objects.filter(locale__language_code="en").first()
    lesson.body = [("text", "<p>A reply within [[switzerland-bih.document_renewal]].</p>")]
    lesson.save_revision().publish()
    assert [(one.kind, one.name, one.where) for one in touched_by("switzerland-bih.document_renewal")] == [
        ("lesson", f"{lesson.title} (en)", "[0].value"),
    ]


def test_a_lesson_that_is_no_longer_live_is_not(pages):
    lesson = LessonPage.objects.filter(locale__language_code="en").first()
    lesson.body = [("text", "<p>A reply within [[switzerland-bih.document_renewal]].</p>")]
    lesson.save_revision().publish()
    lesson.unpublish()
    assert touched_by("switzerland-bih.document_renewal") == ()


def test_a_course_that_ships_is_touched_in_its_lessons_and_in_its_questions():
    touched = {one.where.partition(".")[0].partition("[")[0] for one in touched_by("eu-serbia") if one.kind == "course"}
    assert touched == {"modules", "test"}
