from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpResponse
from django.utils import timezone

from portal.accounts.api import Role, grant_role, has_role, people, people_seen_by, requires_role, revoke_role, roles_of
from portal.accounts.models import Jurisdiction, RoleGrant, User
from portal.accounts.registry import Erase, personal_data
from portal.audit.models import Entry
from tests.factories.accounts import institution, person

pytestmark = pytest.mark.django_db


def fresh(user):
    return User.objects.get(pk=user.pk)


def test_roles_are_one_query_however_often_they_are_asked_for(django_assert_num_queries):
    user = fresh(person(Role.TRAINER, Role.AUTHOR))
    with django_assert_num_queries(1):
        assert roles_of(user) == {"trainer", "author"}
        assert has_role(user, Role.AUTHOR, Role.COORDINATOR)
        assert not has_role(user, Role.COORDINATOR)


@pytest.mark.parametrize(
    ("scope", "asked", "holds"),
    [(None, None, True), (None, "AL", True), ("AL", None, True), ("AL", "AL", True), ("AL", "RS", False)],
)
def test_a_role_holds_in_its_jurisdiction_or_everywhere(scope, asked, holds):
    user = person(Role.COORDINATOR, scope=scope)
    assert has_role(user, Role.COORDINATOR, jurisdiction=asked) is holds


def test_a_role_in_one_institution_does_not_hold_for_its_jurisdiction():
    user = person()
    grant_role(user=user, role=Role.COORDINATOR, institution=institution(jurisdiction="AL"))
    assert has_role(user, Role.COORDINATOR)
    assert not has_role(user, Role.COORDINATOR, jurisdiction="AL")


def test_a_role_ends_after_its_last_day():
    user = person()
    today = timezone.localdate()
    grant_role(user=user, role=Role.TRAINER, until=today - timedelta(days=1))
    grant_role(user=user, role=Role.AUTHOR, until=today)
    assert roles_of(fresh(user)) == {"author"}


def test_whoever_is_not_active_has_no_role():
    user = person(Role.ADMINISTRATOR, is_active=False)
    assert roles_of(fresh(user)) == frozenset()


def test_groups_and_staff_follow_the_grants_and_the_trail_says_so():
    admin, user = person(Role.ADMINISTRATOR), person(Role.LEARNER)
    assert not fresh(user).is_staff
    grant = grant_role(user=user, role=Role.AUTHOR, actor=admin)
    again = grant_role(user=user, role=Role.AUTHOR, actor=admin)
    assert grant.pk == again.pk
    assert [group.name for group in user.groups.all()] == ["Authors"]
    assert fresh(user).is_staff
    assert fresh(user).has_perm("wagtailadmin.access_admin")
    revoke_role(grant=RoleGrant.objects.get(pk=grant.pk), actor=admin)
    assert list(user.groups.all()) == []
    assert not fresh(user).is_staff
    verbs = Entry.objects.filter(target=f"user:{user.uuid}", actor=str(admin.uuid)).values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["role.granted", "role.revoked"]


@pytest.mark.parametrize(("role", "status"), [(Role.COORDINATOR, 200), (Role.LEARNER, 404), (None, 302)])
def test_a_guarded_view_opens_for_its_roles_hides_from_others_and_asks_strangers_to_sign_in(rf, role, status):
    request = rf.get("/en/somewhere/")
    request.user = fresh(person(role)) if role else type("Stranger", (), {"is_authenticated": False})()
    view = requires_role(Role.COORDINATOR)(lambda request: HttpResponse("in"))
    if status == 404:
        with pytest.raises(Http404):
            view(request)
    else:
        assert view(request).status_code == status


def test_people_are_values_with_their_place(django_assert_num_queries):
    user = person(name="Vera Sol", jurisdiction="XK", function="Caseworker")
    with django_assert_num_queries(1):
        found = people([user.uuid])[str(user.uuid)]
    assert (found.first_name, found.function, found.jurisdiction, found.jurisdiction_name) == (
        "Vera",
        "Caseworker",
        "XK",
        "Kosovo*",
    )


def test_a_coordinator_sees_the_people_of_the_own_jurisdiction():
    here, there = person(jurisdiction="ME"), person(jurisdiction="RS")
    coordinator = person(Role.COORDINATOR, jurisdiction="ME", scope="ME")
    assert set(people_seen_by(coordinator, Role.COORDINATOR)) == {here, coordinator}
    assert there not in people_seen_by(coordinator, Role.COORDINATOR)
    assert list(people_seen_by(here, Role.COORDINATOR)) == []


def test_what_is_kept_needs_a_reason():
    with pytest.raises(ImproperlyConfigured, match="say why"):
        personal_data("accounts.RoleGrant", erase=Erase.KEEP)


def test_every_jurisdiction_is_there_with_its_kind():
    kinds = Jurisdiction.objects.order_by("kind").values_list("kind", flat=True)
    counted = {kind: list(kinds).count(kind) for kind in set(kinds)}
    assert (counted["western_balkans"], counted["eu"], counted["associated"]) == (6, 27, 4)
    assert set(Jurisdiction.objects.filter(kind="western_balkans").values_list("code", flat=True)) == {
        "AL",
        "BA",
        "XK",
        "ME",
        "MK",
        "RS",
    }
