"""An erased account leaves what was shared, signed by a former member, and nothing that was not."""

import pytest

from portal.accounts.registry import Erase, export_of, rules
from specialists_network.forum.models import Post
from specialists_network.notes.models import Note, NoteEdition
from tests.factories.network import draft, published, question, specialist

pytestmark = pytest.mark.django_db
OURS = ("spaces.", "notes.", "forum.")


def _rules():
    return [rule for rule in rules() if rule.label.startswith(OURS)]


def _erase(user):
    for rule in _rules():
        if callable(rule.erase):
            rule.erase(user)
        elif rule.erase is Erase.UNLINK:
            rule.rows(user).update(**{rule.user_field: None})
        else:
            rule.rows(user).delete()


def test_shared_texts_stay_and_drafts_go(client):
    gone, reader = specialist("MK", name="Elena Tasevik"), specialist("AL")
    note = published(gone, reader, title="Shared").note
    draft(gone, title="Not shared")
    thread = question(gone, replies=((gone, "My own answer."),))
    _erase(gone.user)

    assert list(NoteEdition.objects.values_list("title", flat=True)) == ["Shared"]
    assert (Note.objects.get().author, Post.objects.filter(author=None).count()) == (None, 2)
    client.force_login(reader.user)
    for path in (f"/en/network/notes/{note.uuid}/", f"/en/network/threads/{thread.uuid}/", "/en/network/notes/"):
        page = client.get(path).content.decode()
        assert "Former member" in page
        assert "Elena Tasevik" not in page


def test_everything_one_wrote_is_in_the_export():
    author, reader = specialist("MK"), specialist("AL")
    published(author, reader, title="Shared")
    question(author, text="What I asked")
    documents = str([export_of(rule, author.user) for rule in _rules()])
    assert "Shared" in documents
    assert "What I asked" in documents
    assert "Regional Group" in documents
    assert "guard_digest" not in documents
