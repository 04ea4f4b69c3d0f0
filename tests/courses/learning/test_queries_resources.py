"""Which lesson explains a competency: the block for whoever is in the course, the course for everybody else."""

import pytest

from courses.learning.queries import lessons_teaching
from portal.competencies.api import Resource
from tests.courses.small import uid
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def test_whoever_is_in_the_course_is_led_to_the_very_block(learner, enrolment):
    url = f"/en/learn/small/{uid('small', 'two')}/#q-{uid('small', 'question')}"
    assert list(lessons_teaching(learner.pk, "en")) == [Resource("safeguards", "lesson", "Lesson two", url, "en")]


def test_everybody_else_is_led_to_the_course(enrolment):
    assert list(lessons_teaching(person().pk, "en")) == [
        Resource("safeguards", "course", "Course small", "/en/learn/small/", "en")
    ]
