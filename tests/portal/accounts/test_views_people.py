import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from portal.accounts.api import Role, grant_role, roles_of
from portal.accounts.models import RoleGrant, User
from portal.accounts.services.privacy import erase
from portal.audit.models import Entry
from portal.notify.models import Mail
from tests.factories.accounts import PASSWORD, institution, person

pytestmark = pytest.mark.django_db
PEOPLE = "/en/account/people/"


@pytest.fixture
def coordinator(client):
    user = person(Role.COORDINATOR, jurisdiction="AL", scope="AL", name="Ina Coordinator")
    client.force_login(user)
    return user


@pytest.fixture
def vera():
    return person(Role.LEARNER, name="Vera Sol", jurisdiction="AL")


def page_of(user):
    return f"{PEOPLE}{user.uuid}/"


def test_only_coordinators_and_administrators_see_people(client, vera):
    assert client.get(PEOPLE)["Location"].startswith("/en/account/login/")
    client.force_login(person(Role.TRAINER))
    assert [client.get(url).status_code for url in (PEOPLE, page_of(vera))] == [404, 404]


def test_a_coordinator_sees_the_own_jurisdiction_and_finds_by_any_word(client, coordinator, vera):
    there = person(name="Elsewhere Person", jurisdiction="RS")
    assert "Elsewhere Person" not in client.get(PEOPLE).content.decode()
    assert client.get(page_of(there)).status_code == 404
    found = client.get(PEOPLE, {"q": "police sol"}).context["rows"]
    assert [(row.name, roles) for row, roles in found] == [("Vera Sol", ["Learner"])]
    assert client.get(PEOPLE, {"q": '\x00"%_'}).status_code == 200


def test_a_role_is_given_within_the_own_scope_and_taken_away_again(client, coordinator, vera):
    client.post(page_of(vera), {"role": "trainer", "jurisdiction": "AL"})
    grant = RoleGrant.objects.get(user=vera, role="trainer")
    assert grant.jurisdiction_id == "AL"
    for _ in range(2):
        client.post(f"{page_of(vera)}take/{grant.pk}/")
    assert roles_of(User.objects.get(pk=vera.pk)) == {"learner"}
    verbs = Entry.objects.filter(actor=str(coordinator.uuid), target=f"user:{vera.uuid}").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["role.granted", "role.revoked"]


@pytest.mark.parametrize(
    "answers",
    [
        {"role": "administrator", "jurisdiction": "AL"},
        {"role": "coordinator", "jurisdiction": "AL"},
        {"role": "trainer", "jurisdiction": "RS"},
        {"role": "trainer"},
        {"role": "trainer", "jurisdiction": "AL", "until_day": "1", "until_month": "1", "until_year": "2020"},
    ],
)
def test_nobody_gives_more_than_they_have(client, coordinator, vera, answers):
    response = client.post(page_of(vera), answers)
    assert "govuk-error-summary" in response.content.decode()
    assert RoleGrant.objects.filter(user=vera).count() == 1


@pytest.mark.parametrize(("role", "scope"), [(Role.ADMINISTRATOR, None), (Role.TRAINER, None), (Role.AUTHOR, "AL")])
def test_a_coordinator_takes_no_role_that_reaches_further(client, coordinator, vera, role, scope):
    grant = grant_role(user=vera, role=role, jurisdiction=vera.institution.jurisdiction if scope else None)
    client.post(f"{page_of(vera)}take/{grant.pk}/")
    assert RoleGrant.objects.filter(pk=grant.pk).exists()


def test_a_role_in_one_institution_is_in_the_scope_of_its_jurisdiction(client, coordinator, vera):
    grant = grant_role(user=vera, role=Role.FOCAL_POINT, institution=institution(jurisdiction="AL"))
    client.post(f"{page_of(vera)}take/{grant.pk}/")
    assert not RoleGrant.objects.filter(pk=grant.pk).exists()


def test_the_last_key_of_the_house_is_not_thrown_away_by_its_holder(client):
    administrator = person(Role.ADMINISTRATOR)
    client.force_login(administrator)
    client.post(f"{page_of(administrator)}take/{administrator.role_grants.get().pk}/")
    assert administrator.role_grants.count() == 1


def test_a_grant_of_somebody_else_is_not_reached_through_this_page(client, coordinator, vera):
    other = person(Role.LEARNER, jurisdiction="RS")
    client.post(f"{page_of(vera)}take/{other.role_grants.get().pk}/")
    assert other.role_grants.count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_person_and_for_three(client, coordinator, django_assert_num_queries, rows):
    for _ in range(rows - 1):
        person(Role.LEARNER)
    client.get(PEOPLE)
    with django_assert_num_queries(5):  # session, user, grants, people, their roles
        client.get(PEOPLE)


# The account itself.


def test_a_new_address_is_told_to_both_and_signs_in(client, coordinator, vera):
    before = vera.email
    response = client.post(f"{page_of(vera)}address/", {"email": "Vera.New@example.org"})
    assert response["Location"] == page_of(vera)
    vera.refresh_from_db()
    assert vera.email == "vera.new@example.org"
    assert list(Mail.objects.order_by("pk").values_list("to", flat=True)) == [before, "vera.new@example.org"]
    client.logout()
    answer = client.post("/en/account/login/", {"login": "vera.new@example.org", "password": PASSWORD})
    assert answer["Location"] == "/en/"


def test_an_address_of_somebody_else_is_refused(client, coordinator, vera):
    page = client.post(f"{page_of(vera)}address/", {"email": coordinator.email.upper()}).content.decode()
    assert "Somebody else has this address." in page


def test_a_closed_account_signs_out_and_can_be_opened_again(client, coordinator, vera):
    theirs = Client()
    theirs.post("/en/account/login/", {"login": vera.email, "password": PASSWORD})
    for _ in range(2):
        client.post(f"{page_of(vera)}close/")
    assert theirs.get("/en/")["Location"].startswith("/en/account/login/")
    assert "Closed" in client.get(page_of(vera)).content.decode()
    client.post(f"{page_of(vera)}open/")
    vera.refresh_from_db()
    assert vera.is_active
    verbs = Entry.objects.filter(actor=str(coordinator.uuid)).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["account.closed", "account.opened"]


@pytest.mark.parametrize("act", ["address/", "close/", "open/", "remove-factors/"])
def test_a_coordinator_touches_no_account_that_opens_more_doors_than_their_own(client, coordinator, act):
    author = person(Role.AUTHOR, jurisdiction="AL")
    assert client.post(f"{page_of(author)}{act}", {"email": "x@example.org"}).status_code == 404
    there = person(Role.LEARNER, jurisdiction="RS")
    assert client.post(f"{page_of(there)}{act}", {"email": "x@example.org"}).status_code == 404


def test_lost_factors_are_removed_by_an_administrator_and_the_person_is_told(client, vera):
    TOTP.activate(vera, "A" * 32)
    client.force_login(person(Role.ADMINISTRATOR))
    assert "Remove lost second factors" in client.get(page_of(vera)).content.decode()
    for _ in range(2):
        client.post(f"{page_of(vera)}remove-factors/")
    assert vera.authenticator_set.count() == 0
    assert [mail.subject for mail in Mail.objects.all()] == ["Your second factor was removed"]


def test_somebody_forgotten_is_on_no_list(client, coordinator, vera):
    erase(user=vera)
    client.force_login(person(Role.ADMINISTRATOR))
    assert client.get(page_of(vera)).status_code == 404
