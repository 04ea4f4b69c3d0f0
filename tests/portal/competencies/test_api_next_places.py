"""Where a person learns or practises a competency next."""

from datetime import UTC, datetime

import pytest

from portal.competencies import api, registry
from portal.competencies.api import NextPlace, Resource
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
LESSON = Resource("safeguards", "lesson", "Non-refoulement", "/lesson/#q-1", "en")
PLAYED = Resource("safeguards", "case", "Easter clock", "/cases/easter/", "en", is_new=False)
OTHER = Resource("safeguards", "case", "Fit to fly", "/cases/fit/", "en")


@pytest.fixture(autouse=True)
def known(monkeypatch):
    monkeypatch.setattr(registry, "_sources", {"lesson": lambda *_: [LESSON], "case": lambda *_: [PLAYED, OTHER]})


def failed(user, times: int) -> None:
    for n in range(times):
        api.record_evidence(user_id=user.pk, competency="safeguards", source=f"run:{n}", score=0.1, at=MONDAY)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (0, NextPlace(LESSON, is_due=False)),
        (1, NextPlace(LESSON, is_due=False)),
        (2, NextPlace(LESSON, is_due=True)),
        (3, NextPlace(OTHER, is_due=True)),
    ],
)
def test_the_lesson_comes_first_and_then_a_case_not_played_yet(times, expected):
    user = person()
    failed(user, times)
    assert api.next_places(user.pk, "en") == {"safeguards": expected}


def test_the_same_case_is_better_than_none(monkeypatch):
    monkeypatch.setattr(registry, "_sources", {"case": lambda *_: [PLAYED]})
    user = person()
    failed(user, 3)
    assert api.next_places(user.pk, "en") == {"safeguards": NextPlace(PLAYED, is_due=True)}


def test_whoever_comes_from_a_case_is_not_sent_back_to_it():
    user = person()
    failed(user, 3)
    found = api.next_places(user.pk, "en", besides=OTHER.url)
    assert found == {"safeguards": NextPlace(PLAYED, is_due=True)}
