"""Who sees which place in the navigation."""

from types import SimpleNamespace

from portal.core import navigation
from portal.home.places import teaches


def test_a_learner_is_known_without_asking_the_database():
    assert teaches(SimpleNamespace(is_staff=False)) is False


def test_the_places_are_in_the_order_a_person_meets_them():
    assert [place.key for place in navigation.PLACES] == ["home", "courses", "cases", "network", "teach"]
