import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from portal.accounts.api import Role
from portal.audit.models import Entry
from portal.notify.models import Mail
from tests.factories.accounts import PASSWORD, person

pytestmark = pytest.mark.django_db
LOGIN = "/en/account/login/"


@pytest.fixture(autouse=True)
def _no_counted_attempts():
    cache.clear()
    yield
    cache.clear()


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post(LOGIN, {"login": user.email, "password": password} | extra)


def confirm(client):
    """What touches the account asks for the password once more."""
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})


def code(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_sign_in_leads_home_in_the_own_language(client):
    response = sign_in(client, person(locale="mk"))
    assert response["Location"] == "/mk/"
    assert response.cookies["django_language"].value == "mk"


def test_capitals_and_spaces_in_the_address_do_not_matter(client):
    user = person(email="vera.sol@example.org")
    response = client.post(LOGIN, {"login": " Vera.Sol@Example.org ", "password": PASSWORD})
    assert response["Location"] == "/en/"
    assert int(client.session["_auth_user_id"]) == user.pk


def test_whoever_was_asked_to_sign_in_goes_on_where_they_were_going(client):
    response = sign_in(client, person(locale="sq"), next="/en/account/invitations/?before=7")
    assert response["Location"] == "/sq/account/invitations/?before=7"


def test_another_site_is_no_place_to_go_on(client):
    assert sign_in(client, person(), next="https://elsewhere.example.org/")["Location"] == "/en/"


def test_a_wrong_password_and_an_unknown_address_look_the_same(client):
    user = person()

    def words(email):
        page = client.post(LOGIN, {"login": email, "password": "wrong"}).content.decode()
        return re.sub(r'value="[^"]*"', "", page)

    assert words(user.email) == words("nobody@example.org")


def test_after_five_wrong_passwords_the_right_one_must_wait(client):
    user = person()
    for _ in range(5):
        sign_in(client, user, password="wrong")
    response = sign_in(client, user)
    assert response.status_code == 200
    assert "Too many wrong passwords. Wait five minutes" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_page_for_a_new_password_asks_in_our_words_and_helps_once(client):
    sign_in(client, person())
    page = client.get("/en/account/password/change/").content.decode()
    assert "Your password now" in page
    assert (page.count("Forgotten your password?"), page.count("Forgot your password?")) == (1, 0)


def test_too_many_attempts_from_one_address_get_a_page_in_words(client):
    for _ in range(31):
        response = client.post(LOGIN, {"login": "", "password": ""})
    assert response.status_code == 429
    assert "Wait five minutes" in response.content.decode()


def test_nobody_signs_up_without_an_invitation(client):
    for response in (client.get("/en/account/signup/"), client.post("/en/account/signup/", {"email": "a@example.org"})):
        assert "begins with an invitation" in response.content.decode()


def test_a_closed_account_does_not_open(client):
    user = person(is_active=False)
    sign_in(client, user)
    assert "_auth_user_id" not in client.session


def test_a_new_password_comes_by_mail_in_the_own_language_and_its_link_works_once(client):
    user = person(locale="sq", name="Vera Sol")
    client.post("/en/account/password/reset/", {"email": user.email})
    mail = Mail.objects.get()
    assert (mail.to, mail.locale) == (user.email, "sq")
    link = re.search(r"http://\S+", mail.body)[0].removeprefix("http://testserver")
    form = client.get(link)["Location"]
    client.post(form, {"password1": "quite another sentence", "password2": "quite another sentence"})
    user.refresh_from_db()
    assert user.check_password("quite another sentence")
    client.logout()
    assert client.get(link).status_code == 200  # no form any more: the page says what to do
    assert "password1" not in client.get(link).content.decode()


def test_an_unknown_address_gets_no_mail_and_the_same_page(client):
    response = client.post("/en/account/password/reset/", {"email": "nobody@example.org"})
    assert response["Location"] == "/en/account/password/reset/done/"
    assert Mail.objects.count() == 0


def test_the_list_of_sessions_and_signing_out_everywhere_else(client):
    user = person()
    sign_in(client, user)
    elsewhere = Client()
    sign_in(elsewhere, user)
    assert UserSession.objects.filter(user=user).count() == 2
    assert client.get("/en/account/sessions/").content.decode().count("<tr") == 3
    client.post("/en/account/sessions/")
    assert client.get("/en/").status_code == 200
    assert elsewhere.get("/en/")["Location"].startswith(LOGIN)


def test_one_browser_is_signed_out_and_the_others_stay(client):
    user = person()
    sign_in(client, user)
    elsewhere, at_home = Client(), Client()
    sign_in(elsewhere, user)
    sign_in(at_home, user)
    lost = UserSession.objects.get(session_key=elsewhere.session.session_key)
    page = client.get("/en/account/sessions/").content.decode()
    assert page.count("/end/") == 2  # the one in use has no button
    ended = client.post(f"/en/account/sessions/{lost.pk}/end/")
    assert ended["Location"] == "/en/account/sessions/"
    assert client.post(f"/en/account/sessions/{lost.pk}/end/").status_code == 302  # a second click changes nothing
    assert elsewhere.get("/en/")["Location"].startswith(LOGIN)
    assert (client.get("/en/").status_code, at_home.get("/en/").status_code) == (200, 200)


def test_a_stranger_signs_nobody_out(client):
    user = person()
    sign_in(client, user)
    mine = UserSession.objects.get(user=user)
    stranger = Client()
    sign_in(stranger, person())
    assert stranger.post(f"/en/account/sessions/{mine.pk}/end/").status_code == 404
    assert client.get("/en/").status_code == 200


# The second factor.


@pytest.mark.parametrize(
    ("role", "required", "free"),
    [
        (Role.TRAINER, True, False),
        (Role.COORDINATOR, True, False),
        (Role.ADMINISTRATOR, True, False),
        (Role.AUTHOR, True, False),
        (Role.LEARNER, True, True),
        (Role.FOCAL_POINT, True, True),
        (Role.TRAINER, False, True),
    ],
)
def test_whoever_works_on_the_site_needs_one_where_the_settings_say_so(client, settings, role, required, free):
    settings.STAFF_MFA_REQUIRED = required
    client.force_login(person(role))
    response = client.get("/en/")
    assert (response.status_code == 200) is free
    if not free:
        assert response["Location"] == "/en/account/2fa/"
        assert client.get("/admin/")["Location"] == "/en/account/2fa/"
        assert "Your role needs a second factor" in client.get("/en/account/2fa/").content.decode()


def test_an_authenticator_app_is_set_up_and_then_asked_for(client, settings):
    settings.STAFF_MFA_REQUIRED = True
    trainer = person(Role.TRAINER)
    sign_in(client, trainer)
    assert client.get("/en/account/2fa/totp/activate/")["Location"].startswith("/en/account/reauthenticate/")
    confirm(client)
    page = client.get("/en/account/2fa/totp/activate/")
    assert "<svg" in page.content.decode()
    assert "data:" not in page.content.decode()
    secret = page.context["form"].secret
    client.post("/en/account/2fa/totp/activate/", {"code": code(secret)})
    assert client.get("/en/").status_code == 200
    assert "codes" in client.get("/en/account/2fa/recovery-codes/").content.decode()
    client.post("/en/account/logout/")
    assert sign_in(client, trainer)["Location"] == "/en/account/2fa/authenticate/"
    assert "six digits" in client.get("/en/account/2fa/authenticate/").content.decode()
    assert client.get("/en/")["Location"].startswith(LOGIN)
    cache.clear()  # the same digits may not be used twice; here they are
    response = client.post("/en/account/2fa/authenticate/", {"code": code(secret)})
    assert response["Location"] == "/en/"


@pytest.mark.django_db(transaction=True)
def test_recovery_codes_are_shown_right_after_the_first_factor_to_somebody_without_a_password(client):
    user = person()
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    secret = client.get("/en/account/2fa/totp/activate/").context["form"].secret
    response = client.post("/en/account/2fa/totp/activate/", {"code": code(secret)})
    assert response["Location"] == "/en/account/2fa/recovery-codes/"
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_the_trail_says_when_the_way_in_changed(client):
    user = person()
    sign_in(client, user)
    changed = {"oldpassword": PASSWORD, "password1": "quite another sentence", "password2": "quite another sentence"}
    client.post("/en/account/password/change/", changed)
    client.post("/en/account/reauthenticate/", {"password": "quite another sentence"})
    secret = client.get("/en/account/2fa/totp/activate/").context["form"].secret
    client.post("/en/account/2fa/totp/activate/", {"code": code(secret)})
    lines = Entry.objects.filter(target=f"user:{user.uuid}").order_by("pk").values_list("verb", "detail")
    assert list(lines) == [
        ("signin.password_changed", {}),
        ("signin.factor_added", {"kind": "totp"}),
        ("signin.factor_added", {"kind": "recovery_codes"}),
    ]
    assert [mail.subject for mail in Mail.objects.order_by("pk")] == [
        "Your password was changed",
        "An authenticator app was set up",
    ]


def test_without_its_last_factor_staff_stand_at_the_door_again(client, settings):
    settings.STAFF_MFA_REQUIRED = True
    trainer = person(Role.TRAINER)
    TOTP.activate(trainer, "A" * 32)
    client.force_login(trainer)
    assert client.get("/en/").status_code == 200
    trainer.authenticator_set.all().delete()
    assert client.get("/en/")["Location"] == "/en/account/2fa/"


@pytest.mark.parametrize(
    "path",
    [
        "login/",
        "logout/",
        "password/reset/",
        "password/reset/done/",
        "password/change/",
        "2fa/",
        "2fa/webauthn/",
        "2fa/webauthn/add/",
        "2fa/totp/activate/",
        "reauthenticate/",
        "sessions/",
        "signup/",
        "inactive/",
    ],
)
@pytest.mark.parametrize("language", ["en", "sr"])
def test_every_page_of_sign_in_has_our_look_and_no_inline_script(client, path, language):
    if path not in {"login/", "signup/", "inactive/"}:
        sign_in(client, person())
        confirm(client)
    response = client.get(f"/{language}/account/{path}")
    page = response.content.decode()
    assert response.status_code == 200
    assert "academy.css" in page
    assert "style=" not in page
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)


@pytest.mark.parametrize("door", ["/admin/login/", "/admin/password_reset/", "/en/_util/login/"])
def test_there_is_no_second_door_past_the_second_factor_and_the_limit(client, door):
    author = person(Role.AUTHOR)
    response = client.post(door, {"username": author.email, "password": PASSWORD, "email": author.email})
    assert response.status_code == 405 or response["Location"] in {LOGIN, "/en/account/password/reset/"}
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.AUTHOR, 200), (Role.TRANSLATOR, 200), (Role.ADMINISTRATOR, 200), (Role.TRAINER, 302), (None, 302)],
)
def test_the_editor_opens_for_authors_translators_and_administrators(client, role, status):
    if role:
        client.force_login(person(role))
    assert client.get("/admin/").status_code == status


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/login/?next=/admin/"])
def test_whoever_may_not_edit_is_told_so_once_and_not_sent_in_a_circle(client, address):
    client.force_login(person(Role.TRAINER))
    response = client.get(address, follow=True)
    assert response.status_code == 403
    assert "This page is not open to you" in response.content.decode()


def test_the_editor_is_there_again_after_signing_in(client):
    assert client.get("/admin/pages/", follow=True).redirect_chain[-1][0] == f"{LOGIN}?next=/admin/pages/"
    client.force_login(person(Role.AUTHOR))
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/admin/"


def test_an_administrator_changes_nobodys_password_in_the_editor(client):
    client.force_login(person(Role.ADMINISTRATOR))
    assert client.get("/admin/users/").status_code == 302
    assert "password" not in client.get("/admin/account/").content.decode()
