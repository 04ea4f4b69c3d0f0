from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from courses.assessment.models import Attempt, QuestionVersion, Response
from tests.courses.assessment.documents import RIGHT

pytestmark = pytest.mark.django_db


def given(attempt, position):
    return Response.objects.get(attempt=attempt, position=position).given


def answer_everything(page):
    for position, fields in RIGHT.items():
        page.answer(position, fields)


def test_a_learner_takes_the_test_from_start_to_result(client, learner, seat):
    client.force_login(learner)
    assert "6 questions, no time limit" in client.get(f"/en/tests/{seat.uuid}/").content.decode()
    started = client.post(f"/en/tests/{seat.uuid}/start/")
    attempt = Attempt.objects.get()
    assert started.url == f"/en/tests/attempts/{attempt.uuid}/1/"
    for position, fields in RIGHT.items():
        client.post(f"/en/tests/attempts/{attempt.uuid}/{position}/", {"client_uuid": uuid4(), "revision": 0, **fields})
    assert "Not answered" not in client.get(f"/en/tests/attempts/{attempt.uuid}/review/").content.decode()
    result = client.post(f"/en/tests/attempts/{attempt.uuid}/submit/", follow=True).content.decode()
    assert "Passed, 100 %" in result
    assert "5 of 5 questions fully right; 70 % was needed." in result


def test_each_kind_is_saved_as_given_and_shown_again(page):
    answer_everything(page)
    assert [given(page.attempt, position) for position in range(1, 7)] == [
        "b",
        ["a", "c"],
        "false",
        {"fear": "asylum", "ill": "doctor"},
        {"class": 1, "compare": 2, "agree": 3},
        "a",
    ]
    assert 'value="b" checked' in page.get(1).content.decode()
    assert '<option value="asylum" selected>' in page.get(4).content.decode()
    assert '<option value="2" selected>' in page.get(5).content.decode()


def test_save_leads_to_the_next_question_and_the_last_to_all_answers(page):
    assert page.answer(1, {"answer": "a"}).url == page.address(2)
    assert page.answer(6, {"answer": "a"}).url == f"/en/tests/attempts/{page.attempt.uuid}/review/"
    assert page.answer(2, {"answer": "a"}, stop="1").url == f"/en/tests/{page.attempt.seat.uuid}/"
    assert given(page.attempt, 2) == ["a"]


def test_an_unfinished_answer_is_kept_and_named_before_handing_in(page):
    page.answer(4, {"item-fear": "asylum", "item-ill": ""})
    page.answer(5, {"place-class": "1", "place-compare": "1", "place-agree": "2"})
    assert given(page.attempt, 4) == {"fear": "asylum"}
    review = page.client.get(f"/en/tests/attempts/{page.attempt.uuid}/review/").content.decode()
    assert "Not complete" in review
    assert "Each step needs a place of its own" in review
    assert "4 questions have no answer yet" in review


def test_the_page_before_handing_in_does_not_depend_on_the_key(page):
    """The same page, byte for byte, whatever is right: so nothing of the key is in it."""
    before = [page.get(position).content for position in range(1, 7)]
    for response in page.attempt.responses.select_related("question_version"):
        body = response.question_version.body
        other = {"single": ["a"], "multiple": ["b"], "true_false": ["true"], "ordering": ["agree", "class", "compare"]}
        key = other.get(body["type"], {"fear": "airline", "ill": "airline"})
        # A version is never changed, so this goes behind the back of its manager.
        QuerySet(QuestionVersion).filter(pk=response.question_version_id).update(body=body | {"key": key})
    after = [page.get(position).content for position in range(1, 7)]
    assert [_still(html) for html in before] == [_still(html) for html in after]
    assert b"Said to" not in b"".join(before)


def _still(html):
    """Without what is drawn anew for each page."""
    lines = html.decode().splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line and "client_uuid" not in line]


def test_answers_keep_their_order_and_their_tick_in_another_language(page):
    page.answer(1, {"answer": "b"})
    english, albanian = page.get(1).content.decode(), page.get(1, locale="sq").content.decode()
    assert "Autoriteti" in albanian
    in_english = [english.index(text) for text in ("The airline", "The authority", "Nobody")]
    in_albanian = [albanian.index(text) for text in ("Linja ajrore", "Autoriteti", "Askush")]
    assert sorted(range(3), key=in_english.__getitem__) == sorted(range(3), key=in_albanian.__getitem__)
    assert 'value="b" checked' in albanian


def test_a_question_that_is_not_translated_is_asked_in_english(page):
    html = page.get(2, locale="sq").content.decode()
    assert "Which two belong in the query?" in html
    assert html.count('lang="en"') >= 5
    assert 'lang="en">' not in page.get(1, locale="sq").content.decode().split("<main")[1].split("</main")[0]


def test_a_question_on_an_unreviewed_value_says_that_it_does_not_count(page):
    assert "Not counted" in page.get(6).content.decode()
    assert "Not counted" not in page.get(1).content.decode()


def test_autosave_answers_without_a_page(page):
    saved = page.answer(1, {"answer": "c"}, headers={"X-Autosave": "1"})
    assert (saved.status_code, saved.content, given(page.attempt, 1)) == (204, b"", "c")


def test_a_stale_tab_changes_nothing_and_says_so(page):
    page.answer(1, {"answer": "b"}, window=uuid4())
    stale = page.answer(1, {"answer": "a"}, revision=0)
    html = stale.content.decode()
    assert given(page.attempt, 1) == "b"
    assert "A newer answer was saved in another window" in html
    assert "In this window you had chosen: The airline." in html
    assert 'value="b" checked' in html


def test_a_stale_autosave_is_refused_quietly(page):
    page.answer(1, {"answer": "b"}, window=uuid4())
    assert page.answer(1, {"answer": "a"}, headers={"X-Autosave": "1"}).status_code == 409
    assert given(page.attempt, 1) == "b"


def test_a_double_click_on_hand_in_counts_once(page):
    answer_everything(page)
    first, second = page.hand_in(), page.hand_in()
    assert first.url == second.url == f"/en/tests/attempts/{page.attempt.uuid}/result/"
    assert Attempt.objects.filter(state="submitted").count() == 1


def test_an_answer_from_a_tab_left_open_after_handing_in_changes_nothing(page):
    page.hand_in()
    assert page.answer(1, {"answer": "b"}).url == f"/en/tests/attempts/{page.attempt.uuid}/result/"
    assert given(page.attempt, 1) is None


def test_a_tab_left_open_after_handing_in_is_told_that_its_answer_was_not_taken(page):
    said = "You had handed in this test already. The answer from the window left open was not taken."
    page.hand_in()
    assert said not in page.result().content.decode()
    page.answer(1, {"answer": "b"})
    assert page.result().content.decode().count(said) == 1
    assert said not in page.result().content.decode()


def test_an_autosave_after_handing_in_is_not_taken_for_saved(page):
    page.hand_in()
    assert page.answer(1, {"answer": "b"}, headers={"X-Autosave": "1"}).status_code == 409


def test_a_session_that_ends_in_the_middle_keeps_the_answer_until_one_is_back(page, learner):
    page.get(2)
    Session.objects.all().delete()
    sent = page.answer(2, {"answer": ["a", "c"]})
    assert (sent.status_code, "Your session has ended" in sent.content.decode()) == (403, True)
    assert given(page.attempt, 2) is None
    page.client.force_login(learner)
    kept = page.client.session["kept_form"]
    typed = {name: [value for other, value in kept["typed"] if other == name] for name, _ in kept["typed"]}
    page.client.post(kept["path"], typed)
    assert given(page.attempt, 2) == ["a", "c"]


def test_an_autosave_after_the_session_has_ended_is_not_taken_for_saved(page):
    page.client.logout()
    assert page.answer(1, {"answer": "b"}, headers={"X-Autosave": "1"}).status_code == 401
    assert given(page.attempt, 1) is None


def test_an_answer_of_a_megabyte_is_refused_with_words_and_keeps_the_saved_one(page):
    page.answer(1, {"answer": "b"})
    refused = page.answer(1, {"answer": "x" * 1_000_000}, revision=1)
    html = refused.content.decode()
    assert "Choose from the answers on this page." in html
    assert len(html) < 50_000
    assert given(page.attempt, 1) == "b"


def test_an_answer_that_was_never_offered_is_refused(page):
    assert "Choose from the answers" in page.answer(5, {"place-class": "99"}).content.decode()
    assert page.answer(1, {"answer": "z"}, headers={"X-Autosave": "1"}).status_code == 422
    assert given(page.attempt, 5) is None


def test_others_find_nothing(client, colleague, attempt):
    client.force_login(colleague)
    addresses = [f"attempts/{attempt.uuid}/{end}" for end in ("1/", "review/", "result/")] + [f"{attempt.seat.uuid}/"]
    assert [client.get(f"/en/tests/{address}").status_code for address in addresses] == [404] * 4
    posts = [f"attempts/{attempt.uuid}/submit/", f"attempts/{attempt.uuid}/1/", f"{attempt.seat.uuid}/start/"]
    assert [client.post(f"/en/tests/{address}").status_code for address in posts] == [404] * 3
    assert Attempt.objects.get().is_open


def test_a_stranger_is_asked_to_sign_in(client, attempt):
    for end in ("1/", "review/", "result/"):
        assert client.get(f"/en/tests/attempts/{attempt.uuid}/{end}").status_code == 302


def test_a_question_that_is_not_there_is_not_found(page):
    assert (page.get(0).status_code, page.get(7).status_code) == (404, 404)


def test_a_question_costs_the_same_whatever_the_length_of_the_test(page, django_assert_num_queries):
    page.get(1)
    with django_assert_num_queries(6):
        page.get(1)
