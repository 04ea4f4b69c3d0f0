"""Asker, colleague, stranger; double click, stale tab, bad input."""

import uuid
from urllib.parse import urlencode

import pytest

from portal.guard.models import Incident
from specialists_network.forum.models import Post, Thread
from tests.factories.accounts import person
from tests.factories.network import question, specialist

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"


@pytest.fixture
def asker():
    return specialist("AL")


@pytest.fixture
def colleague():
    return specialist("RS")


@pytest.fixture
def thread(asker, colleague):
    return question(asker, replies=((colleague, "Count to Sunday."),))


def _path(thread, act=""):
    return f"/en/network/threads/{thread.uuid}/{act}"


def test_members_read_and_strangers_find_nothing(client, thread, asker, colleague):
    pages = ["/en/network/threads/", "/en/network/threads/ask/", _path(thread)]
    for user, expected in ((asker.user, 200), (colleague.user, 200), (person(), 404)):
        client.force_login(user)
        assert [client.get(page).status_code for page in pages] == [expected] * 3
    client.force_login(person())
    assert client.post(_path(thread, "reply/"), {"text": "Let me in", "language": "en"}).status_code == 404
    assert Post.objects.count() == 2


def test_a_question_is_posted_once_however_often_it_is_sent(client, asker):
    client.force_login(asker.user)
    data = {"title": "Who pays?", "text": "Who pays for the translation?", "language": "en", "once": str(uuid.uuid4())}
    first, second = (client.post("/en/network/threads/ask/", data) for _click in range(2))
    assert first["Location"] == second["Location"] == _path(Thread.objects.get())


def test_a_reply_is_posted_once_however_often_it_is_sent(client, thread, colleague):
    client.force_login(colleague.user)
    data = {"text": "Friday, to be safe.", "language": "en", "once": str(uuid.uuid4())}
    for _click in range(2):
        assert client.post(_path(thread, "reply/"), data)["Location"] == _path(thread) + "#post-3"
    assert thread.posts.count() == 3


def test_a_held_reply_comes_back_on_the_thread_and_leaves_nothing(client, thread, colleague):
    client.force_login(colleague.user)
    answer = client.post(_path(thread, "reply/"), {"text": f"As with JMBG {NUMBER}.", "language": "en"})
    page = answer.content.decode()
    assert f"As with JMBG {NUMBER}." in page
    assert f"<mark>{NUMBER}</mark>" in page
    assert "Count to Sunday." in page
    assert thread.posts.count() == 2
    assert Incident.objects.get().place == "forum.post"


def test_a_question_is_looked_up_before_it_is_posted(client, thread, colleague):
    client.force_login(colleague.user)
    page = client.post("/en/network/threads/look/", {"text": "What if the limit ends on a Sunday?"}).content.decode()
    assert "Reply limit ends on a" in page
    assert 'value="What if the limit ends on a Sunday?"' in page
    assert Thread.objects.count() == 1

    page = client.post("/en/network/threads/look/", {"text": f"What about {NUMBER}?"}).content.decode()
    assert f"<mark>{NUMBER}</mark>" in page
    assert f"What about {NUMBER}?" in page


def test_only_the_asker_is_offered_to_accept(client, thread, asker, colleague):
    client.force_login(colleague.user)
    assert "This answered my question" not in client.get(_path(thread)).content.decode()
    assert client.post(_path(thread, "2/accept/")).status_code == 404

    client.force_login(asker.user)
    assert "This answered my question" in client.get(_path(thread)).content.decode()
    for _click in range(2):
        assert client.post(_path(thread, "2/accept/")).status_code == 302
    assert "Accepted answer" in client.get(_path(thread)).content.decode()


@pytest.mark.parametrize("seq", [1, 3, 99999999])
def test_a_post_that_is_no_reply_cannot_be_accepted(client, thread, asker, seq):
    client.force_login(asker.user)
    assert client.post(_path(thread, f"{seq}/accept/")).status_code == 404


def test_own_posts_are_changed_and_those_of_others_are_not(client, thread, asker, colleague):
    client.force_login(asker.user)
    assert client.get(_path(thread, "2/correct/")).status_code == 404
    assert client.post(_path(thread, "2/correct/"), {"text": "Mine", "seen": "1"}).status_code == 404

    client.force_login(colleague.user)
    assert client.post(_path(thread, "2/correct/"), {"text": "To Monday.", "seen": "1"}).status_code == 302
    stale = client.post(_path(thread, "2/correct/"), {"text": "To Tuesday.", "seen": "1"})
    assert stale.status_code == 409
    assert "To Tuesday." in stale.content.decode()
    assert "To Monday." in stale.content.decode()
    assert thread.posts.get(seq=2).text == "To Monday."


def test_a_page_of_the_thread_is_a_stretch_of_its_numbers(client, asker, colleague):
    thread = question(asker, replies=tuple((colleague, f"Reply number {n:03}") for n in range(2, 105)))
    client.force_login(asker.user)
    first, second = client.get(_path(thread)), client.get(_path(thread) + "?from=52")
    assert first.content.decode().count("Reply number") == 50
    assert "Reply number 052" in second.content.decode()
    assert "Reply number 051" not in second.content.decode()
    for wrong in ("x", "-4", "99999999999999999999", "\x00"):
        assert client.get(_path(thread), {"from": wrong}).status_code == 200


@pytest.mark.parametrize("replies", [1, 3, 50])
def test_a_thread_of_fifty_posts_costs_as_much_as_one_of_two(
    client, asker, colleague, replies, django_assert_num_queries
):
    thread = question(asker, replies=tuple((colleague, f"Reply {n}") for n in range(replies)))
    client.force_login(colleague.user)
    client.get(_path(thread))
    with django_assert_num_queries(8):
        client.get(_path(thread))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_questions_costs_the_same(client, asker, colleague, rows, django_assert_num_queries):
    for _row in range(rows):
        question(asker, replies=((colleague, "Yes."),))
    client.force_login(colleague.user)
    with django_assert_num_queries(4):
        page = client.get("/en/network/threads/").content.decode()
    assert page.count("Reply limit ends") == rows


def test_the_list_is_narrowed_by_theme_and_state(client, asker, colleague):
    question(asker, title="Open one", themes=("children",))
    answered = question(asker, title="Answered one", replies=((colleague, "Yes."),))
    client.force_login(asker.user)
    client.post(_path(answered, "2/accept/"))

    def titles(query):
        page = client.get("/en/network/threads/" + query).content.decode()
        return [title for title in ("Open one", "Answered one") if title in page]

    assert titles("") == ["Open one", "Answered one"]
    assert titles("?state=open") == ["Open one"]
    assert titles("?state=answered") == ["Answered one"]
    assert titles("?theme=children") == ["Open one"]
    assert titles("?theme=%22&state=nonsense") == ["Open one", "Answered one"]


def test_a_thread_that_does_not_exist_is_not_found(client, asker):
    client.force_login(asker.user)
    path = f"/en/network/threads/{uuid.uuid4()}/"
    assert [client.get(path).status_code, client.post(path + "reply/").status_code] == [404, 404]


def _as_a_browser_sends(client, path, text):
    return client.post(path, urlencode({"text": text}), "application/x-www-form-urlencoded")


@pytest.mark.parametrize("letter", ["a", "ж"])
def test_a_text_far_too_long_comes_back_whole_with_its_fault_in_words(client, colleague, thread, letter):
    client.force_login(colleague.user)
    answer = _as_a_browser_sends(client, _path(thread, "reply/"), letter * 1_000_000)
    page = answer.content.decode()
    assert "Shorten this: it has 1000000 characters and at most 20000 fit." in page
    assert letter * 1_000_000 in page
    assert Post.objects.count() == 2


def test_what_no_form_could_hold_is_called_too_long(client, colleague, thread):
    client.force_login(colleague.user)
    answer = _as_a_browser_sends(client, _path(thread, "reply/"), "ж" * 1_500_000)
    assert answer.status_code == 413
    assert "This is too long to be sent" in answer.content.decode()
    assert Post.objects.count() == 2
