import pytest

from courses import library
from courses.assessment.demo import build_quiz

pytestmark = pytest.mark.django_db


def test_the_final_test_that_ships_is_published_once_and_its_marks_come_from_the_register():
    course = library.load("readmission-basics")
    version = build_quiz(course)
    assert build_quiz(course) == version
    standings = [each.question_version.standing for each in version.questions.select_related("question_version")]
    assert (len(standings), standings.count("counts"), standings.count("shown")) == (15, 12, 3)


def test_each_question_leads_to_the_lesson_that_teaches_it():
    course = library.load("readmission-basics")
    lessons = {lesson["uuid"] for module in course["modules"] for lesson in module["lessons"]}
    linked = {each.question_version.body["lesson"] for each in build_quiz(course).questions.all()}
    assert linked <= lessons
