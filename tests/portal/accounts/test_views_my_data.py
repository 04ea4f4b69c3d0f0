import json

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from portal.accounts import registry
from portal.accounts.api import Role, personal_data
from portal.accounts.models import ErasureRequest, Institution, Invitation, RoleGrant, User
from portal.accounts.registry import Erase
from portal.accounts.services.invitations import invite_person
from portal.accounts.services.privacy import erase, everything_about
from portal.audit.models import Entry
from portal.notify.services import queue
from portal.settings.languages import NOT_YET_TRANSLATED
from tests.factories.accounts import PASSWORD, person

pytestmark = pytest.mark.django_db
ERASE = "/en/account/my-data/erase/"


@pytest.fixture
def vera(client):
    user = person(Role.LEARNER, name="Vera Sol", email="vera@example.org", function="Caseworker", sex="female")
    client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
    return user


@pytest.mark.parametrize("path", ["profile/", "my-data/", "my-data/download/", "my-data/erase/"])
def test_strangers_are_asked_to_sign_in(client, path):
    assert client.get(f"/en/account/{path}")["Location"].startswith("/en/account/login/")


def test_the_profile_is_changed_and_says_so_in_the_new_language(client, vera):
    answers = {"name": "Vera Sol-Marku", "institution": "Asylum office", "function": "", "sex": "", "locale": "sq"}
    response = client.post("/en/account/profile/", answers)
    assert response["Location"] == "/sq/account/profile/"
    vera.refresh_from_db()
    assert (vera.name, vera.institution.name, vera.institution.jurisdiction_id, vera.sex, vera.locale) == (
        "Vera Sol-Marku",
        "Asylum office",
        "AL",
        "",
        "sq",
    )
    assert vera.email == "vera@example.org"


def test_the_institution_is_found_whatever_its_capitals(client, vera):
    before = Institution.objects.count()
    answers = {"name": "Vera", "institution": vera.institution.name.upper(), "locale": "en"}
    client.post("/en/account/profile/", answers)
    assert Institution.objects.count() == before


def test_the_profile_says_which_languages_the_pages_do_not_speak_yet(client, vera):
    assert client.get("/en/account/profile/").content.decode().count("pages and mails in English for now") == len(
        NOT_YET_TRANSLATED
    )


def test_a_profile_without_a_name_keeps_what_was_typed(client, vera):
    page = client.post("/en/account/profile/", {"name": "", "institution": "X", "function": "Escort", "locale": "en"})
    assert 'value="Escort"' in page.content.decode()
    vera.refresh_from_db()
    assert vera.function == "Caseworker"


def test_everything_about_me_is_one_file_without_secrets(client, vera):
    queue(to="vera@example.org", subject="Hello", body="Text", locale="en")
    response = client.get("/en/account/my-data/download/")
    assert response["Content-Disposition"] == 'attachment; filename="my-data.json"'
    document = json.loads(response.content)
    assert document["about"] == str(vera.uuid)
    (account,) = document["data"]["accounts.user"]
    assert (account["name"], account["jurisdiction"], account["sex"]) == ("Vera Sol", "AL", "female")
    assert document["data"]["accounts.rolegrant"][0]["role"] == "learner"
    assert document["data"]["notify.mail:to"][0]["subject"] == "Hello"
    assert "password" not in response.content.decode()


def test_nobody_finds_another_person_in_the_own_file(client, vera):
    person(Role.LEARNER, name="Somebody Else", email="else@example.org")
    text = client.get("/en/account/my-data/download/").content.decode()
    assert "else@example.org" not in text
    assert "Somebody Else" not in text


def test_being_forgotten_asks_for_the_password_and_a_tick(client, vera):
    for answers in ({}, {"password": "wrong", "understood": "on"}, {"password": PASSWORD}):
        assert "govuk-error-summary" in client.post(ERASE, answers).content.decode()
    assert User.objects.filter(email="vera@example.org").exists()


def test_being_forgotten_empties_the_account_and_signs_out_everywhere(client, vera):
    elsewhere = Client()
    elsewhere.post("/en/account/login/", {"login": vera.email, "password": PASSWORD})
    assert client.post(ERASE, {"password": PASSWORD, "understood": "on"})["Location"] == "/en/account/my-data/erased/"
    vera.refresh_from_db()
    assert (vera.name, vera.email, vera.function, vera.sex, vera.institution, vera.is_active) == (
        "Former participant",
        f"{vera.uuid}@erased.invalid",
        "",
        "",
        None,
        False,
    )
    assert elsewhere.get("/en/")["Location"].startswith("/en/account/login/")
    assert UserSession.objects.filter(user=vera).count() == 0
    assert RoleGrant.objects.filter(user=vera).count() == 0
    assert ErasureRequest.objects.get(user_uuid=vera.uuid).done_at is not None
    assert client.get("/en/account/my-data/erased/").status_code == 200


def test_the_trail_survives_and_its_number_leads_to_nobody(vera):
    lines = Entry.objects.filter(target=f"user:{vera.uuid}").count()
    erase(user=vera)
    assert Entry.objects.filter(target=f"user:{vera.uuid}").count() == lines + 1


def test_an_inviter_who_is_forgotten_leaves_the_invitation_standing(vera):
    invite_person(
        email="new@example.org",
        name="New",
        institution="Border police",
        jurisdiction=vera.institution.jurisdiction,
        locale="en",
        actor=vera,
    )
    erase(user=vera)
    assert Invitation.objects.get(email="new@example.org").invited_by is None


def test_a_forgotten_address_can_be_invited_again(vera):
    erase(user=vera)
    assert person(email="vera@example.org").pk != vera.pk


def test_erasing_twice_does_nothing_more(vera):
    erase(user=vera)
    before = Entry.objects.count()
    erase(user=vera)
    assert Entry.objects.count() == before


def test_a_room_keeps_deletes_unlinks_or_decides_itself(vera, monkeypatch):
    monkeypatch.setattr(registry, "_rules", {})
    seen = []
    personal_data("accounts.RoleGrant", erase=Erase.KEEP, reason="Kept for the test.")
    personal_data("account.EmailAddress", erase=lambda user: seen.append(user.uuid), export=lambda user: [{"a": 1}])
    assert everything_about(vera)["data"]["account.emailaddress"] == [{"a": 1}]
    erase(user=vera)
    assert (RoleGrant.objects.filter(user=vera).count(), seen) == (1, [vera.uuid])


def test_whoever_signs_in_by_passkey_shows_it_again_instead_of_a_password(client, vera):
    vera.set_unusable_password()
    vera.save()
    client.force_login(vera)
    response = client.post(ERASE, {"understood": "on"})
    assert response["Location"] == "/en/account/my-data/erased/"
