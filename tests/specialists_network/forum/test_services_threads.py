"""Numbers without gaps, one answer, and a history that keeps nothing it should not."""

import pytest

from portal.guard import services as guard
from portal.guard.api import Refused
from specialists_network.forum import queries, services
from specialists_network.forum.models import Post, PostRevision, ReadMark, Thread
from specialists_network.forum.services import NotTheAsker, StaleText
from tests.factories.network import question, specialist

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"


@pytest.fixture
def asker():
    return specialist("AL")


@pytest.fixture
def colleague():
    return specialist("RS")


def test_posts_are_numbered_without_gaps_and_counted_on_the_thread(asker, colleague):
    thread = question(asker, replies=((colleague, "Count to Sunday."), (asker, "Thank you.")))
    assert list(thread.posts.values_list("seq", flat=True)) == [1, 2, 3]
    assert (thread.post_seq, thread.replies) == (3, 2)
    assert thread.last_posted_at == thread.posts.last().created_at


def test_only_the_asker_accepts_and_a_second_click_changes_nothing(asker, colleague):
    thread = question(asker, replies=((colleague, "Count to Sunday."),))
    with pytest.raises(NotTheAsker):
        services.accept(member=colleague, thread_uuid=thread.uuid, seq=2)
    first = services.accept(member=asker, thread_uuid=thread.uuid, seq=2).accepted_at
    assert services.accept(member=asker, thread_uuid=thread.uuid, seq=2).accepted_at == first


def test_the_question_itself_is_no_answer(asker):
    thread = question(asker)
    with pytest.raises(Post.DoesNotExist):
        services.accept(member=asker, thread_uuid=thread.uuid, seq=1)


def test_a_changed_answer_is_no_longer_accepted_in_its_new_words(asker, colleague):
    thread = question(asker, replies=((colleague, "Count to Sunday."),))
    services.accept(member=asker, thread_uuid=thread.uuid, seq=2)
    services.correct(member=colleague, thread_uuid=thread.uuid, seq=2, text="Count to Monday.", seen_revision=1)
    assert queries.thread_for(asker, thread.uuid).accepted_was_changed
    services.accept(member=asker, thread_uuid=thread.uuid, seq=2)
    assert not queries.thread_for(asker, thread.uuid).accepted_was_changed


def test_a_correction_keeps_the_earlier_text_and_counts_once(asker):
    thread = question(asker)
    for _click in range(2):
        services.correct(member=asker, thread_uuid=thread.uuid, seq=1, text="Better words.", seen_revision=1)
    post = thread.posts.get()
    assert (post.text, post.revision) == ("Better words.", 2)
    assert list(PostRevision.objects.values_list("revision", "text")) == [(1, "Do you count to Sunday or to Monday?")]


def test_a_stale_tab_corrects_nothing(asker):
    thread = question(asker)
    services.correct(member=asker, thread_uuid=thread.uuid, seq=1, text="First tab.", seen_revision=1)
    with pytest.raises(StaleText):
        services.correct(member=asker, thread_uuid=thread.uuid, seq=1, text="Second tab.", seen_revision=1)
    assert thread.posts.get().text == "First tab."


def test_nobody_corrects_the_post_of_another(asker, colleague):
    thread = question(asker)
    with pytest.raises(Post.DoesNotExist):
        services.correct(member=colleague, thread_uuid=thread.uuid, seq=1, text="Mine now.", seen_revision=1)


@pytest.mark.parametrize("part", ["title", "text"])
def test_neither_a_title_nor_a_question_holds_a_personal_number(asker, part):
    with pytest.raises(Refused):
        question(asker, **{part: f"JMBG {NUMBER}"})
    assert (Thread.objects.count(), Post.objects.count()) == (0, 0)


def test_neither_a_reply_nor_a_correction_holds_one(asker):
    thread = question(asker)
    with pytest.raises(Refused):
        services.reply(member=asker, thread_uuid=thread.uuid, text=f"JMBG {NUMBER}", language="en")
    with pytest.raises(Refused):
        services.correct(member=asker, thread_uuid=thread.uuid, seq=1, text=f"JMBG {NUMBER}", seen_revision=1)
    assert (Post.objects.count(), PostRevision.objects.count()) == (1, 0)


def test_what_the_guard_has_learnt_to_refuse_is_not_kept_as_history(asker, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(guard, "check", lambda text, **kwargs: guard.Verdict())
        thread = question(asker, text=f"It slipped in: {NUMBER}")
    services.correct(member=asker, thread_uuid=thread.uuid, seq=1, text="Without it.", seen_revision=1)
    assert PostRevision.objects.get().text == ""


def test_reading_goes_forward_only(asker, colleague):
    thread = question(asker, replies=((colleague, "One."), (colleague, "Two.")))
    services.mark_read(user=asker.user, thread=thread, seq=3)
    services.mark_read(user=asker.user, thread=thread, seq=2)
    assert ReadMark.objects.get(user=asker.user).last_seq == 3
    assert queries.unread(asker) == []


def test_unread_counts_what_came_since(asker, colleague):
    thread = question(asker, replies=((colleague, "One."), (colleague, "Two.")))
    assert [(found.pk, found.new_posts) for found in queries.unread(asker)] == [(thread.pk, 2)]
    services.mark_all_read(member=asker)
    assert queries.unread(asker) == []
    services.reply(member=colleague, thread_uuid=thread.uuid, text="Three.", language="en")
    assert [found.new_posts for found in queries.unread(asker)] == [1]
    services.mark_all_read(member=asker)
    assert queries.unread(asker) == []
