"""Author, colleague, stranger."""

import pytest

from specialists_network.notes.models import NoteEdition
from tests.factories.accounts import person
from tests.factories.network import draft, proposed, published, specialist

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return specialist("MK")


@pytest.fixture
def colleague():
    return specialist("AL")


def _status(client, user, path):
    client.force_login(user)
    return client.get(path).status_code


def _paths(note):
    return [f"/en/network/notes/{note.uuid}/{act}" for act in ("", "proposal/", "edit/")]


def test_a_draft_is_for_its_author_only(client, author, colleague):
    note = draft(author)
    assert [_status(client, author.user, path) for path in _paths(note)] == [302, 200, 200]
    assert [_status(client, colleague.user, path) for path in _paths(note)] == [404, 404, 404]


def test_what_waits_for_endorsement_is_read_by_members_and_changed_by_its_author(client, author, colleague):
    note = proposed(author).note
    assert [_status(client, author.user, path) for path in _paths(note)] == [302, 200, 200]
    assert [_status(client, colleague.user, path) for path in _paths(note)] == [302, 200, 404]


def test_a_stranger_finds_nothing_and_a_visitor_is_asked_to_sign_in(client, author, colleague):
    note = published(author, colleague).note
    everywhere = [*_paths(note), "/en/network/", "/en/network/notes/", "/en/network/notes/new/", "/en/network/search/"]
    assert {_status(client, person(), path) for path in everywhere} == {404}
    client.logout()
    assert all(client.get(path)["Location"].startswith("/en/account/") for path in everywhere)


@pytest.mark.parametrize("act", ["submit", "take-back", "edit"])
def test_nobody_acts_on_the_note_of_another(client, author, colleague, act):
    edition = proposed(author)
    client.force_login(colleague.user)
    assert client.post(f"/en/network/notes/{edition.note.uuid}/{act}/", {"seen": "1.1"}).status_code == 404
    edition.refresh_from_db()
    assert (edition.state, edition.revision) == ("review", 1)


def test_a_note_that_does_not_exist_is_not_found(client, author):
    path = "/en/network/notes/00000000-0000-4000-8000-000000000000/"
    assert _status(client, author.user, path) == 404
    assert client.post(path + "endorse/", {"seen": "1.1"}).status_code == 404


def test_a_former_member_keeps_nothing_and_the_note_stays(client, author, colleague):
    note = published(author, colleague).note
    author.user.memberships.all().delete()
    author.user.__dict__.pop("_member")
    assert _status(client, author.user, _paths(note)[0]) == 404
    assert _status(client, colleague.user, _paths(note)[0]) == 200
    assert NoteEdition.objects.count() == 1
