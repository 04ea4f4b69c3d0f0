"""The explainer for programs."""

import pytest
from django.core.cache import cache
from django.urls import reverse

pytestmark = pytest.mark.django_db
EASTER = {"agreement": "eu-serbia", "clock": "reply", "received": "2026-04-02"}


def asked(client, **changes: str):
    return client.get(reverse("agreements:deadline_json"), EASTER | changes)


def test_one_limit_with_everything_it_rests_on(client):
    found = asked(client).json()
    ends = ("earliest", "default", "latest", "in_time_by", "in_working_days")
    assert [found[name][-5:] for name in ends] == ["04-11", "04-14", "04-14", "04-09", "04-20"]
    assert (found["requested"], found["requesting"], found["mark"]) == ("RS", "DE", "sourced")
    assert found["value"] == {
        "token": "eu-serbia.reply",
        "text": "10 calendar days",
        "number": 10,
        "unit": "calendar_days",
        "mark": "sourced",
        "article": "Art. 10(2)",
        "source": "S1",
        "valid_from": "2008-01-01",
        "valid_until": None,
        "reviewed_by": None,
        "confirmed_by": None,
        "confirmed_on": None,
    }
    assert found["readings"][0] == {
        "due": "2026-04-14",
        "receipt_counted": False,
        "roll_over": "requested",
        "extension_from": None,
        "working_days_of": None,
    }
    assert found["days"][11] == {
        "day": "2026-04-13",
        "number": None,
        "why": ["rolled_over", "Easter Monday"],
        "requested_closed": ["Easter Monday"],
        "requesting_closed": [],
    }
    assert found["tables"][0] == {
        "jurisdiction": "RS",
        "year": 2026,
        "seeded_with": "holidays 0.109",
        "confirmed_by": None,
        "confirmed_on": None,
        "compared_with": None,
        "earlier_state_confirmed_on": None,
    }
    assert len(found["agreement_digest"]) == 64


def test_it_may_be_kept_for_a_day_by_anybody(client, django_assert_num_queries):
    asked(client)
    with django_assert_num_queries(1):
        response = asked(client)
    assert response["Cache-Control"] == "public, max-age=86400"
    assert "Cookie" not in response.get("Vary", "")


def test_what_is_not_known_has_no_reading(client):
    found = asked(client, clock="document_validity").json()
    assert (found["value"]["mark"], found["value"]["number"], found["readings"]) == ("absent", None, [])


@pytest.mark.parametrize(
    ("changes", "status", "problems"),
    [
        ({"agreement": "eu-atlantis"}, 404, [("agreement", "invalid_choice")]),
        ({"clock": "lunch"}, 404, [("clock", "invalid_choice")]),
        ({"received": ""}, 400, [("received", "required")]),
        ({"received": "2026-02-30"}, 400, [("received", "invalid")]),
        ({"received": "1800-01-01"}, 400, [("received", "out_of_tables")]),
        ({"received": "2999-01-01"}, 400, [("received", "out_of_tables")]),
        ({"received": "\0"}, 400, [("received", "invalid")]),
        ({"received": "2" * 3000}, 400, [("received", "invalid")]),
        ({"requested": "BA-RS"}, 400, [("requested", "other_side")]),
        ({"received": "", "clock": ""}, 400, [("clock", "required"), ("received", "required")]),
    ],
)
def test_all_problems_come_at_once_with_their_fields(client, changes, status, problems):
    response = asked(client, **changes)
    assert response.status_code == status
    assert [(row["field"], row["code"]) for row in response.json()["problems"]] == problems


def test_only_reading_is_possible(client):
    assert client.post(reverse("agreements:deadline_json"), EASTER).status_code == 405


@pytest.fixture
def two_a_minute(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "limits"}}
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "explain_deadline": "2/m/ip"}
    yield
    cache.clear()


def test_an_address_that_asks_too_often_is_told_when_to_come_back(client, two_a_minute):
    assert [asked(client).status_code for _ in range(3)] == [200, 200, 429]
    response = asked(client, agreement="eu-atlantis")
    assert response.json() == {
        "problems": [
            {
                "field": None,
                "code": "too_many",
                "message": "Too many questions from this address. Ask again in a minute.",
            }
        ]
    }
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (429, "60", "no-store")


def test_another_address_is_not_held_up_by_it(client, two_a_minute):
    for _ in range(3):
        asked(client)
    other = client.get(reverse("agreements:deadline_json"), EASTER, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 200


def test_the_page_for_people_is_not_counted(client, two_a_minute):
    pages = [client.get(reverse("agreements:deadlines"), EASTER).status_code for _ in range(4)]
    assert (pages, asked(client).status_code) == ([200] * 4, 200)
