"""The session ends while somebody writes: what was typed comes back, and nothing is stored."""

import pytest

from specialists_network.forum.models import Post
from tests.factories.network import question, specialist

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("act", ["reply/", "1/correct/"])
def test_what_was_typed_is_given_back(client, act):
    thread = question(specialist("AL"))
    answer = client.post(f"/en/network/threads/{thread.uuid}/{act}", {"text": "A long answer.\nIn two lines."})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Your session has ended" in page
    assert "A long answer.<br>In two lines." in page
    assert Post.objects.count() == 1


def test_a_page_asked_for_without_a_session_leads_to_sign_in(client):
    assert client.get("/en/network/threads/").status_code == 302


def test_signing_out_is_no_lost_form(client):
    client.force_login(specialist("AL").user)
    assert client.post("/en/account/logout/").status_code == 302
