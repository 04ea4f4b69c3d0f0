import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache

from portal.accounts.api import Role
from portal.guard.models import Incident
from tests.factories.accounts import PASSWORD, person

pytestmark = pytest.mark.django_db
INVITE = "/en/account/invitations/new/"
FORM = {"jurisdiction": "AL", "role": "learner", "language": "en", "lines": "vera@example.org;Vera;Border police\n\nx"}


@pytest.fixture
def coordinator(client):
    cache.clear()
    user = person(Role.COORDINATOR)
    client.force_login(user)
    client.get(INVITE)
    return user


def end_of_shift():
    Session.objects.all().delete()


def sign_in(client, user, onward):
    return client.post("/en/account/login/", {"login": user.email, "password": PASSWORD, "next": onward})


def test_a_form_sent_after_the_session_ended_is_there_after_signing_in(client, coordinator):
    end_of_shift()
    response = client.post(INVITE, FORM)
    assert response.status_code == 403
    assert "vera@example.org;Vera;Border police" in response.content.decode()
    assert 'href="/en/account/login/?next=%2Fen%2Faccount%2Fkept%2F"' in response.content.decode()
    assert sign_in(client, coordinator, "/en/account/kept/")["Location"] == "/en/account/kept/"
    page = client.get("/en/account/kept/")
    assert f'action="{INVITE}"' in page.content.decode()
    assert dict(page.context["kept"]["typed"]) == FORM
    again = client.post(INVITE, dict(page.context["kept"]["typed"]))
    assert [row.state.value for row in again.context["review"].rows] == ["new", "bad"]
    assert "kept_form" not in client.session


def test_only_what_the_person_wrote_is_shown_and_everything_is_sent(client, coordinator):
    end_of_shift()
    form = {"once": "11e63e18-9e1b-4c3a-8f6e-0d5a5f0c2b11", "language": "bs", "answer": "b", "text": "Two words."}
    page = client.post(INVITE, form)
    assert page.context["written"] == ["Two words."]
    assert "11e63e18" not in page.content.decode()
    sign_in(client, coordinator, "/en/account/kept/")
    page = client.get("/en/account/kept/")
    assert page.context["written"] == ["Two words."]
    assert all(f'name="{name}"' in page.content.decode() for name in form)


def test_a_form_of_the_editor_is_kept_too(client, coordinator):
    end_of_shift()
    assert client.post("/admin/pages/1/edit/", {"title": "A lesson"}).status_code == 403
    kept = client.session["kept_form"]
    assert (kept["path"], kept["typed"]) == ("/admin/pages/1/edit/", [["title", "A lesson"]])


def test_a_form_of_the_editor_sent_by_whoever_may_not_edit_is_no_lost_session(client, coordinator):
    response = client.post("/admin/pages/1/edit/", {"title": "A lesson"}, follow=True)
    assert (response.status_code, "session has ended" in response.content.decode()) == (403, False)


def test_what_the_guard_holds_back_is_given_back_to_be_copied_and_stored_nowhere(client, coordinator):
    end_of_shift()
    response = client.post(INVITE, FORM | {"lines": "JMBG 0101985710009"})
    assert response.status_code == 403
    assert "JMBG 0101985710009" in response.content.decode()
    assert "kept_form" not in client.session
    assert Incident.objects.count() == 0


def test_a_very_long_text_is_given_back_to_be_copied(client, coordinator):
    end_of_shift()
    response = client.post(INVITE, FORM | {"lines": "word " * 50_000})
    assert (response.status_code, "kept_form" in client.session) == (403, False)


def test_passwords_are_never_kept(client, coordinator):
    end_of_shift()
    client.post("/en/account/my-data/erase/", {"password": PASSWORD, "understood": "on"})
    assert dict(client.session["kept_form"]["typed"]) == {"understood": "on"}


def test_nobody_fills_the_table_of_sessions_from_outside(client):
    cache.clear()
    assert "kept_form" not in client.post(INVITE, FORM).wsgi_request.session
    client.cookies["last_here"] = "made up"
    kept = []
    for _ in range(21):
        client.cookies.pop("sessionid", None)
        kept.append("kept_form" in client.post(INVITE, FORM).wsgi_request.session)
    assert kept == [True] * 20 + [False]


def test_whoever_signs_in_next_in_this_browser_is_not_given_what_somebody_else_wrote(client, coordinator):
    end_of_shift()
    client.post(INVITE, FORM)
    assert "kept_form" in client.session
    assert sign_in(client, person(Role.COORDINATOR), "/en/account/kept/").status_code == 302
    assert client.get("/en/account/kept/")["Location"] == "/en/"
    assert "kept_form" not in client.session


def test_the_mark_in_the_browser_is_set_once_and_names_nobody(client, coordinator):
    mark = client.cookies["last_here"]
    assert (len(mark.value), mark["httponly"], mark["samesite"]) == (32, True, "Lax")
    assert "last_here" not in client.get(INVITE).cookies


def test_what_was_only_chosen_is_kept_without_showing_keys(client, coordinator):
    end_of_shift()
    client.post(INVITE, {"key": "IwdcLElEzTSsGf2xwQ3KyYN-", "order": "stop"})
    sign_in(client, coordinator, "/en/account/kept/")
    page = client.get("/en/account/kept/")
    assert page.context["written"] == []
    assert "What you had chosen is kept and goes with it." in page.content.decode()


def test_a_script_that_saves_on_its_own_keeps_its_text_itself(client, coordinator):
    end_of_shift()
    client.post(INVITE, FORM, headers={"sec-fetch-mode": "cors"})
    assert "kept_form" not in client.session


def test_what_is_no_longer_needed_is_dropped(client, coordinator):
    end_of_shift()
    client.post(INVITE, FORM)
    sign_in(client, coordinator, "/en/account/kept/")
    assert client.post("/en/account/kept/")["Location"] == "/en/"
    assert "kept_form" not in client.session
    assert client.get("/en/account/kept/")["Location"] == "/en/"
