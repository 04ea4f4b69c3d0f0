"""Who sees which place in the navigation."""

from types import SimpleNamespace

from django.urls import resolve, reverse

from portal.core import navigation
from portal.home.places import teaches


def test_a_learner_is_known_without_asking_the_database():
    assert teaches(SimpleNamespace(is_staff=False)) is False


def test_the_places_are_in_the_order_a_person_meets_them():
    assert [place.key for place in navigation.PLACES] == ["home", "courses", "cases", "network", "teach"]


def test_on_the_profile_no_other_place_is_the_current_one(rf):
    request = rf.get("/")
    request.user, request.resolver_match = SimpleNamespace(is_staff=False), resolve(reverse("home:me"))
    assert [place.key for place in navigation.places_for(request) if place.is_current] == ["profile"]
    request.resolver_match = resolve(reverse("home:index"))
    assert [place.key for place in navigation.places_for(request) if place.is_current] == ["home"]
