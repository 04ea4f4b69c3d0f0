"""Writing a note in the browser: nothing typed is lost, nothing personal is kept."""

import re
import uuid

import pytest

from portal.guard.models import Incident
from specialists_network.notes.models import Note, NoteEdition
from tests.factories.network import draft, proposed, specialist

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"
NEW = "/en/network/notes/new/"


@pytest.fixture
def author():
    return specialist("MK")


@pytest.fixture
def written(client, author):
    client.force_login(author.user)
    return {
        "title": "Medicines on arrival",
        "situation": "Somebody on insulin returns alone.",
        "what_we_did": "Ask for the generic name.",
        "countries": ["MK"],
        "themes": ["health"],
        "language": "en",
        "valid_months": "6",
        "once": str(uuid.uuid4()),
    }


def test_a_note_is_written_and_a_second_click_writes_no_second_one(client, written):
    first, second = client.post(NEW, written), client.post(NEW, written)
    note = Note.objects.get()
    assert first["Location"] == second["Location"] == f"/en/network/notes/{note.uuid}/proposal/"
    assert note.editions.get().themes == " health "


def test_a_held_text_comes_back_marked_and_leaves_nothing_behind(client, written):
    answer = client.post(NEW, written | {"situation": f"An elderly man.\nThe file said: JMBG {NUMBER}."})
    page = answer.content.decode()

    assert f"The file said: JMBG {NUMBER}." in page
    assert f"<mark>{NUMBER}</mark>" in page
    assert 'href="#id_situation"' in page
    assert "Situation, line 2: this looks like a personal identity number" in page
    assert (Note.objects.count(), NoteEdition.objects.count()) == (0, 0)
    assert Incident.objects.values_list("place", "kinds").get() == ("notes.note", ["jmbg"])


def test_a_warning_is_ticked_away_once(client, written):
    warned = written | {"law": "Ask the desk at +383 44 123 456."}
    page = client.post(NEW, warned).content.decode()
    assert Note.objects.count() == 0

    token = re.search(r'name="guard_seen" id="guard-seen" value="([0-9a-f]+)"', page).group(1)
    client.post(NEW, warned | {"guard_seen": token})
    assert NoteEdition.objects.get().law == "Ask the desk at +383 44 123 456."


@pytest.mark.parametrize("missing", ["title", "situation", "countries", "themes"])
def test_a_missing_part_is_named_and_the_rest_stays(client, written, missing):
    page = client.post(NEW, {key: value for key, value in written.items() if key != missing}).content.decode()
    assert "govuk-error-summary" in page
    assert "Ask for the generic name." in page
    assert Note.objects.count() == 0


def test_a_megabyte_is_refused_and_comes_back(client, written):
    text = "word " * 200_000
    answer = client.post(NEW, written | {"situation": text})
    assert answer.status_code == 200
    assert b"at most 20000 fit" in answer.content
    assert text.strip().encode() in answer.content


def test_foreign_values_are_refused_in_words(client, written):
    for wrong in ({"countries": ["ZZ"]}, {"themes": ["gossip"]}, {"language": "xx"}, {"valid_months": "999"}):
        assert client.post(NEW, written | wrong).status_code == 200
    assert Note.objects.count() == 0


def test_a_stale_tab_shows_both_texts_and_changes_nothing(client, author, written):
    note = draft(author)
    edit = f"/en/network/notes/{note.uuid}/edit/"
    client.post(edit, written | {"seen": "1.1", "title": "First tab"})
    answer = client.post(edit, written | {"seen": "1.1", "title": "Second tab"})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'value="Second tab"' in page
    assert "First tab" in page
    assert NoteEdition.objects.get().title == "First tab"
    assert 'name="seen" value="1.2"' in page


@pytest.mark.parametrize("seen", ["", "x", "9.9", "1.99999999999999999999", "-1.1"])
def test_a_text_nobody_has_seen_is_not_replaced(client, author, written, seen):
    note = draft(author)
    assert client.post(f"/en/network/notes/{note.uuid}/edit/", written | {"seen": seen}).status_code == 409
    assert NoteEdition.objects.get().revision == 1


def test_the_way_of_a_note_in_the_browser(client, author, written):
    client.post(NEW, written)
    note = Note.objects.get()
    base = f"/en/network/notes/{note.uuid}/"
    client.post(base + "submit/", {"seen": "1.1"})

    client.force_login(specialist("AL").user)
    assert b"Endorse and publish" in client.get(base + "proposal/").content
    client.post(base + "endorse/", {"seen": "1.1", "comment": "Same with us."})
    page = client.get(base).content.decode()
    assert "Endorsed" in page
    assert "Same with us." in page
    assert b"Medicines on arrival" in client.get("/en/network/notes/?theme=health&country=MK").content
    assert b"Medicines on arrival" not in client.get("/en/network/notes/?theme=children").content


def test_an_endorsement_from_a_stale_page_asks_to_read_again(client, author):
    edition = proposed(author)
    client.force_login(specialist("AL").user)
    answer = client.post(f"/en/network/notes/{edition.note.uuid}/endorse/", {"seen": "1.7"}, follow=True)
    assert b"Please read it again" in answer.content
    edition.refresh_from_db()
    assert edition.state == "review"


def test_a_held_word_to_readers_comes_back(client, author):
    edition = proposed(author)
    client.force_login(specialist("AL").user)
    answer = client.post(
        f"/en/network/notes/{edition.note.uuid}/endorse/", {"seen": "1.1", "comment": f"As JMBG {NUMBER}"}
    )
    assert f'value="As JMBG {NUMBER}"' in answer.content.decode()
    edition.refresh_from_db()
    assert edition.state == "review"
