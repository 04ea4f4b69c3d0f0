import re
from datetime import timedelta

import pytest

from courses.assessment import services
from portal.core import clock
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


def try_again(page):
    """The try on the page failed two days ago; the page goes on with the next one."""
    services.submit_attempt(attempt_id=page.attempt.pk, at=clock.now() - timedelta(days=2))
    page.attempt = services.start_attempt(seat_id=page.attempt.seat_id, locale="en")


def questions(html):
    return re.findall(r"<article.*?</article>", html, re.S)


def test_what_to_do_now_stands_before_the_questions(page):
    page.hand_in()
    html = page.result().content.decode()
    assert html.index("What to do now") < html.index("What you can do, in words") < html.index("data-question")


def test_who_must_wait_is_led_to_the_feedback_and_who_need_not_to_the_test(page):
    page.hand_in()
    assert 'href="#again">Read the feedback</a>' in page.result().content.decode()
    page.attempt.refresh_from_db()
    page.attempt.submitted_at -= timedelta(days=2)
    page.attempt.save()
    assert f'href="/en/tests/{page.attempt.seat.uuid}/">Go to the test</a>' in page.result().content.decode()


def test_as_long_as_a_try_is_left_no_right_answer_is_told(page):
    page.answer(1, {"answer": "a"})
    page.answer(2, {"answer": ["a", "b"]})
    page.answer(5, {"place-class": "2", "place-compare": "1", "place-agree": "3"})
    page.hand_in()
    html = page.result().content.decode()
    single, multiple, _true_or_false, matching, ordering, _on_a_value = questions(html)
    assert ("Said to a." in single, "Said to b." in single, "The authority" in single) == (True, False, False)
    assert ("Your answer, right" in multiple, "Birth date" in multiple) == (True, False)
    assert "Each ground has its authority." in matching
    assert "2. Class the evidence" in ordering
    assert ("Right is" in html, "Right answer" in html) == (False, False)
    assert "the right answers are shown after you have passed, or after the last try" in html
    assert "Article 10(2)" in single


def test_after_the_last_try_each_answer_comes_with_the_right_one_and_the_law(page):
    first = page.attempt
    try_again(page)
    page.answer(1, {"answer": "a"})
    page.hand_in()
    html = page.result().content.decode()
    assert "Said to a." in html
    assert "Said to b." in html
    assert "The authority" in html
    assert "Right is" in html
    assert "The next try asks the same questions" not in html
    earlier = page.client.get(f"/en/tests/attempts/{first.uuid}/result/").content.decode()
    assert "Right is" in earlier
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
    assert "Right answer" in html


def test_a_competency_that_is_to_be_looked_at_again_is_said_not_to_be_certified(page):
    for position, fields in RIGHT.items():
        page.answer(position, fields)
    page.answer(5, {"place-class": "3", "place-compare": "2", "place-agree": "1"}, revision=1)
    page.hand_in()
    html = page.result().content.decode()
    assert "Passed, 80" in html
    assert html.count("The certificate names only what you have shown.") == 1


def test_the_result_costs_the_same_whatever_the_length_of_the_test(page, django_assert_num_queries):
    page.hand_in()
    with django_assert_num_queries(9):
        page.result()
