import re
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail as django_mail
from django.urls import reverse
from kombu.exceptions import OperationalError

from portal.accounts.api import Role
from portal.accounts.models import Invitation, User
from portal.audit.models import Entry
from portal.core.clock import now
from portal.guard.models import Incident
from portal.notify import tasks
from portal.notify.models import Mail
from portal.settings.languages import NOT_YET_TRANSLATED
from tests.factories.accounts import PASSWORD, person

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"
INVITE = "/en/account/invitations/new/"
LIST = "/en/account/invitations/"
LINES = "vera@example.org;Vera Sol;Border police;Shqip\nbesim@example.org;Besim Arkun;Border police;"


@pytest.fixture
def coordinator(client):
    user = person(Role.COORDINATOR, jurisdiction="AL", scope="AL", name="Ina Coordinator")
    client.force_login(user)
    return user


def send(client, lines=LINES, **extra):
    return client.post(INVITE, {"jurisdiction": "AL", "role": "learner", "language": "en", "lines": lines} | extra)


@pytest.mark.parametrize("url", [INVITE, LIST])
def test_only_coordinators_and_administrators_invite(client, url):
    assert client.get(url)["Location"].startswith("/en/account/login/")
    client.force_login(person(Role.TRAINER, Role.AUTHOR))
    assert client.get(url).status_code == 404
    client.force_login(person(Role.ADMINISTRATOR))
    assert client.get(url).status_code == 200


def test_every_line_is_shown_with_its_state_and_nothing_is_sent_before_the_confirmation(client, coordinator):
    person(email="known@example.org", name="Known Person")
    send(client, "asked@example.org;Asked;Border police", confirm="1")
    response = send(
        client,
        "vera@example.org;Vera Sol;Border police;Shqip\nKNOWN@example.org;Known;Border police\n"
        "vera@example.org;Vera again;Border police\nnot an address;X;Y\nasked@example.org;Asked;Border police",
    )
    assert [(row.number, row.state.value) for row in response.context["review"].rows] == [
        (1, "new"),
        (2, "known"),
        (3, "duplicate"),
        (4, "bad"),
        (5, "invited"),
    ]
    assert "The same address as in line 1." in response.content.decode()
    assert list(Invitation.objects.values_list("email", flat=True)) == ["asked@example.org"]


def test_a_line_with_a_personal_number_invites_nobody_and_says_why(client, coordinator):
    response = send(client, f"vera@example.org;Vera Sol {NUMBER};Border police;en")
    assert [row.state.value for row in response.context["review"].rows] == ["bad"]
    assert "It holds a number or detail that points at one person." in response.content.decode()
    send(client, f"vera@example.org;Vera Sol {NUMBER};Border police;en", confirm="1")
    assert Invitation.objects.count() == 0


def test_confirmed_invitations_go_out_in_the_language_of_each_person(client, coordinator):
    assert send(client, confirm="1")["Location"] == LIST
    found = Invitation.objects.order_by("pk").values_list("email", "locale", "role", "invited_by")
    assert list(found) == [
        ("vera@example.org", "sq", "learner", coordinator.pk),
        ("besim@example.org", "en", "learner", coordinator.pk),
    ]
    first, second = Mail.objects.order_by("pk")
    assert (first.to, first.locale, second.locale) == ("vera@example.org", "sq", "en")
    assert "/sq/account/invitation/" in first.body
    assert "Ina Coordinator invites you to Readmission Academy." in second.body
    assert Entry.objects.filter(verb="invitation.issued", actor=str(coordinator.uuid)).count() == 2


def test_a_double_click_invites_once(client, coordinator):
    for _ in range(2):
        send(client, confirm="1")
    assert (Invitation.objects.count(), Mail.objects.count()) == (2, 2)


def test_what_was_typed_is_kept_when_the_form_is_not_complete(client, coordinator):
    response = send(client, jurisdiction="")
    assert "vera@example.org;Vera Sol" in response.content.decode()
    assert "govuk-error-summary" in response.content.decode()


@pytest.mark.parametrize(("jurisdiction", "role"), [("RS", "learner"), ("AL", "administrator"), ("PK", "learner")])
def test_a_coordinator_stays_inside_the_own_scope(client, coordinator, jurisdiction, role):
    assert send(client, confirm="1", jurisdiction=jurisdiction, role=role).status_code == 200
    assert Invitation.objects.count() == 0


def test_more_than_500_lines_are_refused_in_words(client, coordinator):
    lines = "\n".join(f"vera{number}@example.org,Vera,Border police" for number in range(501))
    assert "These are 501 lines" in send(client, lines).content.decode()


def test_a_colleague_of_another_jurisdiction_neither_sees_nor_touches_an_invitation(client, coordinator):
    send(client, confirm="1")
    invitation = Invitation.objects.first()
    client.force_login(person(Role.COORDINATOR, jurisdiction="RS", scope="RS"))
    assert "vera@example.org" not in client.get(LIST).content.decode()
    for name in ("accounts:invitation_again", "accounts:invitation_close"):
        assert client.post(reverse(name, args=[invitation.uuid])).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_row_and_for_three(client, coordinator, django_assert_num_queries, rows):
    lines = "\n".join(f"vera{number}@example.org,Vera,Border police" for number in range(rows))
    send(client, lines, confirm="1")
    client.get(LIST)
    with django_assert_num_queries(4):  # session, user, grants, invitations
        client.get(LIST)


def test_a_broker_that_is_down_delays_the_mails_and_says_so_calmly(
    client, coordinator, django_capture_on_commit_callbacks
):
    with (
        mock.patch.object(tasks.send_mail, "delay", side_effect=OperationalError("down")),
        django_capture_on_commit_callbacks(execute=True),
    ):
        response = send(client, confirm="1")
    assert response.status_code == 302
    page = client.get(LIST).content.decode()
    assert "2 people are invited." in page
    assert "2 mails are on their way" in page
    tasks.send_pending()
    assert len(django_mail.outbox) == 2
    assert "on their way" not in client.get(LIST).content.decode()


# The life of a link.


@pytest.fixture
def invited(client, coordinator):
    send(client, "vera@example.org;Vera Sol;Border police;en", confirm="1")
    client.logout()
    return Invitation.objects.get()


def link():
    return re.search(r"/en/account/invitation/\S+/", Mail.objects.latest("pk").body)[0]


def walk(client, password=PASSWORD):
    step = client.get(link())["Location"]
    for answers in (
        {"name": "Vera Sol-Marku", "institution_name": "Border police"},
        {"locale": "sq"},
        {"function": "Caseworker", "sex": "female"},
    ):
        step = client.post(step, answers)["Location"]
    return client.post(step, {"password": password})


def test_one_link_four_screens_then_home_in_the_own_language(client, invited):
    response = walk(client)
    assert response["Location"] == "/sq/"
    user = User.objects.get(email="vera@example.org")
    assert (user.name, user.locale, user.function, user.sex, user.institution.name) == (
        "Vera Sol-Marku",
        "sq",
        "Caseworker",
        "female",
        "Border police",
    )
    assert user.check_password(PASSWORD)
    assert [grant.role for grant in user.role_grants.all()] == ["learner"]
    invited.refresh_from_db()
    assert (invited.accepted_by, invited.function, invited.sex) == (user, "", "")
    assert client.get("/sq/").status_code == 200


def test_the_key_is_nowhere_but_in_the_mail(invited):
    token = link().split("/")[-2]
    assert token not in str(Invitation.objects.values().get())


def test_looking_at_the_link_changes_nothing(client, invited):
    assert [client.get(link()).status_code for _ in range(3)] == [302, 302, 302]
    invited.refresh_from_db()
    assert (invited.steps_done, invited.accepted_at) == (0, None)


def test_the_second_screen_says_which_languages_the_pages_do_not_speak_yet(client, invited):
    client.post(client.get(link())["Location"], {"name": "Vera Sol-Marku", "institution_name": "Border police"})
    page = client.get("/en/account/welcome/language/").content.decode()
    assert page.count("pages and mails in English for now") == len(NOT_YET_TRANSLATED)


def test_an_interrupted_person_goes_on_where_they_stopped_with_what_they_said(client, invited):
    step = client.get(link())["Location"]
    client.post(step, {"name": "Vera Sol-Marku", "institution_name": "Border police"})
    client.cookies.clear()
    assert client.get(link())["Location"] == "/en/account/welcome/language/"
    assert 'value="Vera Sol-Marku"' in client.get("/en/account/welcome/name/").content.decode()


def test_a_screen_further_on_leads_back_to_the_first_unanswered(client, invited):
    client.get(link())
    assert client.get("/en/account/welcome/password/")["Location"] == "/en/account/welcome/name/"


def test_a_name_with_a_personal_number_is_kept_in_the_form_and_nowhere_else(client, invited):
    step = client.get(link())["Location"]
    page = client.post(step, {"name": f"Vera Sol {NUMBER}", "institution_name": "Border police"}).content.decode()
    assert f'value="Vera Sol {NUMBER}"' in page
    assert "looks like a personal identity number" in page
    assert Incident.objects.values_list("place", "kinds").get() == ("invitation.name", ["jmbg"])
    invited.refresh_from_db()
    assert invited.name == "Vera Sol"


def test_a_password_that_says_the_own_name_is_refused_and_says_why(client, invited):
    response = walk(client, password="vera@example.org")
    assert [error.code for error in response.context["form"].errors.as_data()["password"]] == ["password_too_similar"]
    assert not User.objects.filter(email="vera@example.org").exists()


def test_without_a_password_the_next_screen_sets_up_a_passkey(client, invited):
    walk(client, password="")
    response = client.post("/sq/account/welcome/password/", {"passkey": "1"})
    assert response["Location"] == "/sq/account/2fa/webauthn/add/"
    assert client.get(response["Location"]).status_code == 200
    assert not User.objects.get(email="vera@example.org").has_usable_password()


def test_a_double_click_on_the_last_screen_begins_one_account_and_both_lead_home(client, invited):
    walk(client)
    session = client.session
    session["invitation"] = invited.pk
    session.save()
    assert client.post("/sq/account/welcome/password/", {"password": "four words in a row"})["Location"] == "/sq/"
    assert User.objects.filter(email="vera@example.org").count() == 1


def test_a_used_link_says_that_the_account_is_there(client, invited):
    walk(client)
    client.logout()
    response = client.get(link())
    assert response.status_code == 410
    assert "This invitation has been accepted" in response.content.decode()


def test_sent_again_the_old_link_is_dead_and_the_new_one_works(client, coordinator, invited):
    old = link()
    client.force_login(coordinator)
    client.post(reverse("accounts:invitation_again", args=[invited.uuid]))
    client.logout()
    assert client.get(old).status_code == 410
    assert "newer mail has replaced it" in client.get(old).content.decode()
    assert walk(client)["Location"] == "/sq/"


def test_an_expired_link_says_what_to_do_and_can_be_sent_again(client, coordinator, invited):
    Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    response = client.get(link())
    assert (response.status_code, "too old" in response.content.decode()) == (410, True)
    client.force_login(coordinator)
    client.post(reverse("accounts:invitation_again", args=[invited.uuid]))
    client.logout()
    assert client.get(link()).status_code == 302


def test_a_link_that_expires_between_two_screens_ends_there(client, invited):
    step = client.get(link())["Location"]
    Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    assert client.post(step, {"name": "Vera", "institution_name": "Border police"}).status_code == 410


@pytest.mark.parametrize("token", ["nonsense", "a" * 400, "%00", "..%2f"])
def test_a_wrong_link_is_a_page_in_words(client, token):
    response = client.get(f"/en/account/invitation/{token}/")
    assert response.status_code in {404, 410}


def test_somebody_else_signed_in_is_told_and_nothing_is_mixed(client, invited):
    other = person(name="Other Person")
    client.force_login(other)
    response = client.get(link())
    assert (response.status_code, "signed in as Other Person" in response.content.decode()) == (409, True)
    after = client.post("/en/account/logout/", {"next": link()})
    assert after["Location"] == link()
    assert client.get(link()).status_code == 302


def test_closing_the_link_is_asked_first_and_looking_at_the_question_closes_nothing(client, invited):
    screen = client.get(link())["Location"]
    assert 'href="/en/account/welcome/decline/"' in client.get(screen).content.decode()
    page = client.get("/en/account/welcome/decline/").content.decode()
    assert "The link sent to vera@example.org stops working for good" in page
    assert f'href="{screen}"' in page
    assert client.get(link()).status_code == 302


def test_the_question_without_an_invitation_is_a_link_that_does_not_open(client):
    assert client.get("/en/account/welcome/decline/").status_code == 410


def test_not_for_me_closes_the_link(client, invited):
    client.get(link())
    assert client.post("/en/account/welcome/decline/").status_code == 200
    response = client.get(link())
    assert (response.status_code, "invitation is closed" in response.content.decode()) == (410, True)


def test_whoever_got_an_account_meanwhile_is_not_made_twice(client, invited):
    step = client.get(link())["Location"]
    person(email="vera@example.org", password=PASSWORD)
    Invitation.objects.update(steps_done=3)
    response = client.post(step.replace("name", "password"), {"password": "four words in a row"})
    assert (response.status_code, User.objects.filter(email="vera@example.org").count()) == (410, 1)


def test_the_outbox_shows_mails_with_links_that_work_here(client, invited):
    page = client.get("/en/account/outbox/").content.decode()
    assert f'href="http://testserver{link()}"' in page


def test_outside_the_demo_there_is_no_outbox(client, settings):
    settings.DEMO = False
    assert client.get("/en/account/outbox/").status_code == 404
