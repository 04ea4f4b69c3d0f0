"""A lesson as its owner reads it, as a colleague and a stranger meet it, and what it costs."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.learning.models import Completion, Enrolment, PracticeAnswer
from courses.learning.services import complete_activity, enrol
from courses.syllabus import queries
from tests.courses.small import document, lesson, question, stands, text, uid

# Fixed, because test names must be the same in each worker.
NOBODYS = "3590365b-5847-4335-8cf7-4d0d68751593"

ONE, TWO, TEST, ASKED = (uid("small", key) for key in ("one", "two", "test", "question"))


def address(activity=ONE, *more, locale="en"):
    return "/".join(["", locale, "learn", "small", activity, *more, ""])


@pytest.fixture
def reader(client, learner, enrolment):
    client.force_login(learner)
    return client


def body(response):
    return response.content.decode()


def test_a_lesson_is_read_ticked_and_counted(reader, enrolment):
    page = body(reader.get(address()))
    assert "First words" in page
    assert "Lesson 1 of 2 · 10 min" in page
    assert "0 of 2 lessons done" in page
    assert "Done. Next: Lesson two" in page
    answer = reader.post(address(ONE, "done"))
    assert answer.headers["Location"] == address(TWO)
    assert "1 of 2 lessons done" in body(reader.get(address(TWO)))


def test_a_double_click_on_done_counts_once(reader, enrolment):
    for _ in range(2):
        assert reader.post(address(ONE, "done")).status_code == 302
    enrolment.refresh_from_db()
    assert (enrolment.required_done, Completion.objects.count()) == (1, 1)


def test_opening_a_lesson_keeps_the_place(reader, enrolment):
    reader.get(address(TWO))
    enrolment.refresh_from_db()
    assert str(enrolment.next_activity) == TWO
    assert reader.get("/en/learn/small/continue/").headers["Location"] == address(TWO)


def test_looking_back_at_what_is_done_does_not_move_the_place(reader, enrolment):
    reader.post(address(ONE, "done"))
    reader.get(address(ONE))
    enrolment.refresh_from_db()
    assert str(enrolment.next_activity) == TWO


def test_switching_the_language_loses_nothing(reader, enrolment):
    reader.post(address(ONE, "done"))
    page = body(reader.get(address(locale="sq")))
    assert "Fjalët e para" in page
    assert "Mësimi i parë" in page
    enrolment.refresh_from_db()
    assert (enrolment.required_done, Enrolment.objects.count()) == (1, 1)


def test_what_is_not_translated_is_shown_in_english_and_marked_so(reader):
    page = body(reader.get(address(TWO, locale="sq")))
    assert "ra-note--warn" in page
    assert '<div class="ra-reading" lang="en">' in page
    assert "Second words" in page


def test_on_a_page_that_speaks_english_anyway_it_is_said_once_for_the_whole_page(reader):
    page = body(reader.get(address(TWO, locale="mk")))
    assert page.count("not translated yet") == 1
    assert "There is no translation into" not in page


def test_in_a_language_without_a_catalogue_the_lesson_itself_says_in_which_it_is_shown(reader):
    said = "This text is not yet there in Македонски either; it is shown in English."
    pages = [body(reader.get(address(TWO, locale=locale))) for locale in ("mk", "sq", "en")]
    assert [page.count(said) for page in pages] == [1, 0, 0]


def test_a_page_that_speaks_english_anyway_marks_no_lesson_as_english(reader):
    page = body(reader.get(address(TWO, locale="mk")))
    assert '<div class="ra-reading"' not in page


def test_a_lesson_costs_five_queries_and_no_page(reader):
    reader.get(address(TWO))
    with CaptureQueriesContext(
        connection,
    ) as caught:
        reader.get(address(TWO))
    statements = [query["sql"] for query in caught.captured_queries]
    assert len(statements) == 5
    assert not [sql for sql in statements if "wagtail" in sql or "catalogue_" in sql]


def test_a_first_opening_reads_the_text_and_keeps_the_place_within_six(reader, django_assert_num_queries):
    reader.get(address(TWO))
    with django_assert_num_queries(6):
        reader.get(address(ONE))


def test_officials_see_their_own_law_open_and_that_of_others_folded(client, learner):
    course = document("national")
    for code, words in (("AL", "Albanian law"), ("RS", "Serbian law")):
        block = {"uuid": uid("national", code), "kind": "national", "jurisdiction": code}
        block["en"] = {"title": words, "html": "<p>Words.</p>"}
        course["modules"][0]["lessons"][0]["blocks"].append(block)
    stands(course)
    enrol(user=learner, course_code="national")
    client.force_login(learner)
    page = body(client.get(f"/en/learn/national/{uid('national', 'one')}/"))
    assert f'<h3 class="ra-note__title" id="n-{uid("national", "AL")}">Albanian law</h3>' in page
    assert '<span class="govuk-details__summary-text">Serbian law</span>' in page


def test_a_cold_process_reads_three_rows_more_and_still_no_page(reader):
    reader.get(address(TWO))
    queries._outline.cache_clear()
    queries._lesson.cache_clear()
    with CaptureQueriesContext(connection) as caught:
        reader.get(address(TWO))
    assert len(caught) == 8
    assert not [query for query in caught.captured_queries if "wagtail" in query["sql"]]


@pytest.mark.parametrize("path", [address(), address(TEST), "/en/learn/small/continue/"])
def test_a_colleague_without_enrolment_finds_nothing(client, course, colleague, path):
    client.force_login(colleague)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [address(ONE, "done"), address(TWO, ASKED), address(TWO, "begin")])
def test_a_colleague_changes_nothing(client, enrolment, colleague, path):
    client.force_login(colleague)
    assert client.post(path, {"answer": "b"}).status_code == 404
    assert (Completion.objects.count(), PracticeAnswer.objects.count()) == (0, 0)


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client, course):
    answer = client.get(address())
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"?next={address()}")


@pytest.mark.parametrize(
    "path",
    [
        address(NOBODYS),
        address(NOBODYS, "done"),
        address().replace("small", "other"),
        "/en/learn/small/not-a-uuid/",
    ],
)
def test_foreign_ids_and_unknown_locales_are_not_found(reader, path):
    assert reader.get(path, follow=True).status_code in {404, 405}
    assert reader.post(path).status_code in {404, 405}


def test_a_question_of_another_lesson_is_not_found(reader):
    assert reader.post(address(TWO, NOBODYS), {"answer": "a"}).status_code == 404
    assert reader.post(address(ONE, ASKED), {"answer": "a"}).status_code == 404


def test_an_unknown_locale_is_not_found(reader):
    assert reader.get(address(locale="xx"), follow=True).status_code == 404


def test_another_course_does_not_lend_its_lessons(reader):
    stands(document("other"))
    assert reader.get(address(uid("other", "one"))).status_code == 404


def test_a_page_unpublished_while_it_is_being_read_stays_readable(pages, reader, enrolment):
    pages.get_children().first().get_children().first().specific.unpublish()
    pages.specific.unpublish()
    assert "First words" in body(reader.get(address()))
    assert reader.post(address(ONE, "done")).status_code == 302
    enrolment.refresh_from_db()
    assert enrolment.required_done == 1


def test_a_practice_answer_is_kept_and_explained_under_the_options(reader):
    answer = reader.post(address(TWO, ASKED), {"answer": "a"})
    assert answer.headers["Location"] == f"{address(TWO)}#f-{ASKED}"
    page = body(reader.get(address(TWO)))
    assert "Not yet. Here is why." in page
    assert "Signing is not the first step." in page
    assert "EU–Serbia readmission agreement, Article 17" in page
    reader.post(address(TWO, ASKED), {"answer": "b"})
    assert PracticeAnswer.objects.get().answer == ["b"]
    assert "Yes, that comes first." in body(reader.get(address(TWO, locale="sq")))


@pytest.mark.parametrize("sent", [{}, {"answer": "x"}, {"answer": ["a", "b"]}, {"answer": "a" * 1_000_000}])
def test_an_answer_that_was_not_offered_is_refused_with_a_way_to_the_question(reader, sent):
    refused = reader.post(address(TWO, ASKED), sent)
    assert refused.status_code == 422
    assert f'<a href="#q-{ASKED}">Choose an answer, then check.</a>' in body(refused)
    assert PracticeAnswer.objects.count() == 0


def test_an_answer_to_options_that_were_replaced_is_asked_again(reader):
    reader.post(address(TWO, ASKED), {"answer": "a"})
    changed = document()
    options = changed["modules"][0]["lessons"][1]["blocks"][1]["en"]["options"]
    options["c"] = options.pop("a")
    stands(changed)
    page = body(reader.get(address(TWO)))
    assert "Not yet. Here is why." not in page
    assert "Second words" in page


def test_an_answer_sent_after_the_session_has_ended_is_given_back(reader):
    reader.logout()
    answer = reader.post(address(TWO, ASKED), {"answer": "a"})
    assert answer.status_code == 403
    assert PracticeAnswer.objects.count() == 0


def test_a_lesson_with_the_rule_answered_waits_for_its_questions(client, learner):
    course = document("strict")
    course["modules"][0]["lessons"] = [
        lesson("strict", "one", text("strict", "words", "Words"), question("strict"), rule="answered")
    ]
    stands(course)
    enrolment = enrol(user=learner, course_code="strict")
    client.force_login(learner)
    path, asked = f"/en/learn/strict/{uid('strict', 'one')}/", uid("strict", "question")
    refused = client.post(f"{path}done/")
    assert refused.status_code == 422
    assert f'<a href="#q-{asked}">This question is still open: What comes first?</a>' in body(refused)
    client.post(f"{path}{asked}/", {"answer": "a"})
    assert client.post(f"{path}done/").status_code == 302
    enrolment.refresh_from_db()
    assert enrolment.required_done == 1


def test_the_test_opens_after_the_lessons(reader, enrolment):
    assert reader.get(address(TEST)).headers["Location"] == "/en/learn/small/"
    for key in (ONE, TWO):
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=UUID(key), source="ticked")
    assert f"/en/learn/small/{TEST}/" in body(reader.get("/en/learn/small/"))


def test_whoever_comes_to_the_address_of_a_form_is_led_to_its_page(reader):
    assert reader.post(address()).status_code == 405
    for path in (address(ONE, "done"), address(ONE, ASKED), address(ONE, "begin")):
        assert reader.get(path).headers["Location"] == address()
    assert reader.get("/en/learn/small/enrol/").headers["Location"] == "/en/learn/small/"
