"""Who belongs, and who lets them in."""

import pytest

from portal.accounts.api import Role
from portal.audit.models import Entry
from specialists_network.spaces.api import admit, dismiss, member_of
from specialists_network.spaces.models import Membership
from specialists_network.spaces.services import NoJurisdiction
from tests.factories.accounts import person
from tests.factories.network import specialist

pytestmark = pytest.mark.django_db
PEOPLE = "/en/network/people/"


def test_a_coordinator_admits_by_e_mail_and_twice_is_once(client):
    newcomer = person(jurisdiction="ME")
    client.force_login(person(Role.COORDINATOR))
    for _click in range(2):
        assert client.post(PEOPLE + "admit/", {"email": newcomer.email.upper()}).status_code == 302
    assert Membership.objects.values_list("user", "jurisdiction").get() == (newcomer.pk, "ME")
    assert Entry.objects.filter(verb="network.member_admitted").count() == 1


def test_a_member_sees_people_and_admits_nobody(client):
    client.force_login(specialist("AL").user)
    assert client.get(PEOPLE).status_code == 200
    assert client.post(PEOPLE + "admit/", {"email": person().email}).status_code == 404
    assert Membership.objects.count() == 1


def test_a_learner_finds_no_people(client):
    client.force_login(person())
    assert client.get(PEOPLE).status_code == 404


def test_an_unknown_address_is_named_and_kept(client):
    client.force_login(person(Role.ADMINISTRATOR))
    page = client.post(PEOPLE + "admit/", {"email": "nobody@example.org"}).content.decode()
    assert "There is no account with an institution under this address." in page
    assert 'value="nobody@example.org"' in page


def test_somebody_without_a_place_cannot_speak_for_one():
    with pytest.raises(NoJurisdiction):
        admit(user=person(institution=None))


def test_the_network_is_in_the_navigation_of_members_only(client, django_capture_on_commit_callbacks):
    user = person()
    client.force_login(user)
    assert "/en/network/" not in client.get(PEOPLE.replace("people", "nothing")).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        admit(user=user)
    assert 'href="/en/network/"' in client.get(PEOPLE).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        dismiss(user=user)
    assert member_of(user) is None
    assert client.get(PEOPLE).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same(client, rows, django_assert_num_queries):
    members = [specialist("AL") for _row in range(rows)]
    client.force_login(members[0].user)
    with django_assert_num_queries(6):
        page = client.get(PEOPLE).content.decode()
    assert page.count("<tr") == rows + 1
