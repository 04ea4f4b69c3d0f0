"""The network of the demo site is made by the services, holds nothing personal, and is made once."""

import pytest

from portal.accounts import demo as accounts
from portal.search.api import read_question
from specialists_network.forum import demo as forum
from specialists_network.forum import queries as threads
from specialists_network.forum.models import Post, Thread
from specialists_network.notes import demo as notes
from specialists_network.notes import queries
from specialists_network.notes.models import NoteEdition
from specialists_network.spaces import demo as spaces
from specialists_network.spaces.api import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled():
    for _time in range(2):
        for room in (accounts, spaces, notes, forum):
            room.build()


@pytest.mark.usefixtures("filled")
def test_six_notes_and_four_threads_are_there_once_and_are_found_in_either_script(client):
    assert NoteEdition.objects.filter(state="published").count() == 6
    assert NoteEdition.objects.filter(state="review").count() == 1
    assert Thread.objects.count() == 4
    assert Thread.objects.filter(accepted__isnull=False).count() >= 2
    assert Post.objects.count() > 12

    reader = member_of(accounts.cast()["specialist_al"])
    in_latin, in_cyrillic = (queries.search(reader, read_question(word), limit=9) for word in ("imenjaci", "имењаци"))
    assert [found.pk for found in in_latin] == [found.pk for found in in_cyrillic] != []
    assert threads.search(reader, read_question("limit Sunday"), limit=9) != []

    client.force_login(reader.user)
    pages = ["", "notes/", "threads/", "people/", "search/?q=rok"]
    assert [client.get("/en/network/" + page).status_code for page in pages] == [200] * 5
    for edition in NoteEdition.objects.select_related("note"):
        assert client.get(f"/en/network/notes/{edition.note.uuid}/").status_code == 200
    for thread in Thread.objects.all():
        assert client.get(f"/en/network/threads/{thread.uuid}/").status_code == 200
