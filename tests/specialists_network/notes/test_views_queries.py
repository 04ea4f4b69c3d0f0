"""Lists cost the same with one row and with three."""

import pytest

from tests.factories.network import proposed, published, specialist

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    member = specialist("AL")
    client.force_login(member.user)
    return member


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_notes(client, reader, rows, django_assert_num_queries):
    author = specialist("MK")
    for _row in range(rows):
        published(author, reader)
        proposed(author)
    with django_assert_num_queries(9):
        page = client.get("/en/network/notes/").content.decode()
    assert page.count("Endorsed, published") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_note_with_its_endorsers(client, reader, rows, django_assert_num_queries):
    edition = published(specialist("MK"), reader)
    for code in ("ME", "RS")[: rows - 1]:
        other = published(specialist("MK"), specialist(code))
        other.endorsements.update(edition=edition)
    with django_assert_num_queries(6):
        page = client.get(f"/en/network/notes/{edition.note.uuid}/").content.decode()
    assert page.count('<span class="n-meta">') >= rows


def test_older_notes_are_one_click_away_and_each_is_shown_once(client, reader):
    author = specialist("MK")
    for number in range(23):
        published(author, reader, title=f"Note number {number:02}")
    first = client.get("/en/network/notes/").content.decode()
    older = first.split("older=")[1].split('"')[0]
    second = client.get(f"/en/network/notes/?older={older}").content.decode()
    shown = [f"Note number {number:02}" for number in range(23)]
    assert sum(title in first for title in shown) == 20
    assert sum(title in second for title in shown) == 3
    assert client.get("/en/network/notes/?older=nonsense").content.decode().count("Note number") == first.count(
        "Note number"
    )
