"""The first page of the network: what waits for this member and for nobody else."""

import pytest

from tests.factories.network import draft, proposed, published, question, specialist

pytestmark = pytest.mark.django_db


def _page(client, member):
    client.force_login(member.user)
    return client.get("/en/network/").content.decode()


def test_nothing_waits_in_an_empty_network(client):
    page = _page(client, specialist("AL"))
    assert "Nothing waits for you." in page
    assert "No note is published yet." in page


def test_an_endorsement_is_asked_of_those_elsewhere(client):
    author, compatriot, colleague = specialist("MK"), specialist("MK"), specialist("AL")
    proposed(author, title="Generic names only")
    assert "Read and decide" in _page(client, colleague)
    assert "Generic names only" not in _page(client, compatriot)
    assert "Read and decide" not in _page(client, author)
    assert "Waiting for endorsement" in _page(client, author)


def test_a_draft_waits_for_its_author_only(client):
    author = specialist("MK")
    draft(author, title="Half a thought")
    assert "Half a thought" in _page(client, author)
    assert "Half a thought" not in _page(client, specialist("AL"))


def test_the_asker_is_asked_which_reply_helped(client):
    asker, colleague = specialist("AL"), specialist("RS")
    question(asker, replies=((colleague, "Count to Sunday."),))
    assert "Say which one answered it." in _page(client, asker)
    assert "Say which one answered it." not in _page(client, colleague)


def test_unread_posts_are_counted_and_gone_after_one_click(client):
    asker, colleague = specialist("AL"), specialist("RS")
    question(asker, replies=((colleague, "One."), (colleague, "Two.")))
    assert "2 posts are unread" in _page(client, asker)
    client.post("/en/network/threads/all-read/")
    assert "You have read everything." in _page(client, asker)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_with_one_and_three_of_each(client, rows, django_assert_num_queries):
    author, reader = specialist("MK"), specialist("AL")
    for _row in range(rows):
        published(author, reader)
        proposed(author)
        draft(reader)
        question(author)
        question(reader, replies=((author, "Yes."),))
    client.force_login(reader.user)
    with django_assert_num_queries(9):
        client.get("/en/network/")
