import pytest

from tests.courses.assessment.documents import RIGHT

pytestmark = pytest.mark.django_db


def test_no_result_before_handing_in(page):
    assert page.result().url == f"/en/tests/attempts/{page.attempt.uuid}/review/"


def test_not_yet_passed_says_what_to_do_and_when_the_next_try_opens(page):
    page.answer(1, {"answer": "a"})
    page.hand_in()
    html = page.result().content.decode()
    assert "Not yet passed, 0 %" in html
    assert "The next try opens on" in html
    assert "1 try is left." in html


def test_each_answer_comes_with_feedback_the_key_and_the_law(page):
    page.answer(1, {"answer": "a"})
    page.hand_in()
    html = page.result().content.decode()
    assert "Said to a." in html
    assert "Said to b." in html
    assert "The authority" in html
    assert "Article 10(2)" in html
    assert "Has a source; not yet reviewed by a lawyer" in html


def test_the_situation_stands_beside_its_question_on_the_review_and_the_result(page):
    review = page.client.get(f"/en/tests/attempts/{page.attempt.uuid}/review/").content.decode()
    page.hand_in()
    assert (review.count("A plane waits."), page.result().content.decode().count("A plane waits.")) == (1, 1)


def test_a_partly_right_answer_earns_its_part(page):
    for position, fields in RIGHT.items():
        page.answer(position, fields)
    page.answer(2, {"answer": ["a"]}, revision=1)
    page.hand_in()
    html = page.result().content.decode()
    assert "Passed, 90 %" in html
    assert "Partly right" in html
    assert "One question to look at again" in html


def test_the_result_costs_the_same_whatever_the_length_of_the_test(page, django_assert_num_queries):
    page.hand_in()
    with django_assert_num_queries(9):
        page.result()
