"""The explainer: a public page that says every reading, keeps nothing and bears any input."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from portal.guard.models import Incident

pytestmark = pytest.mark.django_db
EASTER = {"agreement": "eu-serbia", "clock": "reply", "received_day": "2", "received_month": "4"}
EASTER["received_year"] = "2026"


def page(client, **changes: str) -> str:
    response = client.get(reverse("agreements:deadlines"), EASTER | changes)
    assert response.status_code == 200
    return response.text


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_page_is_open_to_everybody_and_asks_first(client):
    text = client.get(reverse("agreements:deadlines")).text
    assert "How to read it" in text
    assert "Every reading of the limit" not in text
    assert text.count("<option") == 7 + 12 + 1 + 17 + 1 + 9


def test_days_of_parts_and_communities_are_grouped_by_their_state(client):
    text = client.get(reverse("agreements:deadlines")).text
    groups = dict(re.findall(r"<optgroup label=\"(.*?)\">(.*?)</optgroup>", text, re.S))
    assert {state: found.count("<option") for state, found in groups.items()} == {
        "Bosnia and Herzegovina": 3,
        "Montenegro": 4,
        "North Macedonia": 10,
    }
    assert "<code>BA-BRC</code>, <code>BA-FBiH</code>, <code>BA-RS</code>, <code>ME-catholic</code>" in text


def test_easter_is_explained_to_the_last_safe_day(client):
    text = plain(page(client))
    assert "Done by Thursday 9 April 2026 is in time on every reading" in text
    assert "Earliest Saturday 11 April 2026 day of receipt counted; on a closed day it stays where it ends" in text
    assert "Shown Tuesday 14 April 2026 day of receipt not counted; on a closed day it moves to the next open" in text
    assert "Latest Tuesday 14 April 2026" in text
    assert "10 calendar days (Art. 10(2)). S1 . Not reviewed ; holds from 1 January 2008." in text


def test_each_day_stands_with_its_reason_for_both_sides(client):
    rows = dict(re.findall(r"<tr><th scope=\"row\">(\w+ \d+ \w+)</th>(.*?)</tr>", page(client)))
    said = {day: plain(row).strip() for day, row in rows.items()}
    assert said["Thu 2 Apr"] == "Received, not counted Open Open"
    assert said["Fri 3 Apr"] == "Day 1 Open Closed: Good Friday"
    assert said["Sat 11 Apr"] == "Day 9 · first reading ends Closed: Holy Saturday, Saturday Closed: Saturday"
    assert said["Mon 13 Apr"] == "Not counted Closed: Easter Monday Open"
    assert said["Mon 20 Apr"] == "– Open Open"


def test_the_pictures_are_tables_of_weeks_with_three_counts(client):
    text = page(client)
    assert text.count('<table class="cal">') == 3
    assert "10 working days, Serbia" in text
    assert "Would end <strong>Mon 20 April</strong>" in text


@pytest.mark.parametrize(
    ("days", "ends"),
    [("", "Mon 20 April"), ("BA-RS", "Wed 22 April"), ("BA-FBiH", "Wed 22 April"), ("BA-BRC", "Mon 20 April")],
)
def test_the_days_of_an_entity_may_be_chosen(client, days, ends):
    text = page(client, agreement="eu-bih", requested=days)
    assert f"Would end <strong>{ends}</strong>" in text


def test_religious_days_move_the_count_in_montenegro(client):
    state, orthodox = (page(client, agreement="eu-montenegro", requested=days) for days in ("", "ME-orthodox"))
    assert "Would end <strong>Mon 20 April</strong>" in state
    assert "Would end <strong>Wed 22 April</strong>" in orthodox
    assert "Montenegro, Orthodox days too" in orthodox


def test_more_time_says_where_the_extra_days_start(client):
    text = plain(page(client, clock="reply_extended"))
    assert "10 calendar days + up to 6 calendar days" in text
    assert "from the last day of the first limit" in text
    assert "from the open day it moved to" in text
    assert "Done by Friday 17 April 2026 is in time on every reading" in text


def test_the_clock_depends_on_who_asks(client):
    union, swiss = (plain(page(client, agreement=key)) for key in ("eu-bih", "switzerland-bih"))
    assert "Latest Monday 13 April 2026" in union
    assert "Latest Wednesday 22 April 2026" in swiss


def test_working_days_are_shown_by_the_days_of_both_sides(client):
    text = page(client, clock="accelerated")
    assert "That they are those of the side that is asked is an assumption" in text
    assert text.count('<table class="cal">') == 2


def test_a_limit_in_months_shows_the_days_around_its_end(client):
    text = plain(page(client, clock="transfer"))
    assert "The limit is long: only the days around its end are shown." in text
    assert "Latest Thursday 2 July 2026" in text


@pytest.mark.parametrize(
    ("agreement", "clock", "said"),
    [
        ("eu-serbia", "document_validity", "No value: sources conflict"),
        ("eu-north-macedonia", "reply_extended", "No extension known"),
        ("kosovo-austria", "transfer", "No limit for the transfer found"),
        ("eu-serbia", "entry_visa", "This agreement says nothing about it"),
    ],
)
def test_what_is_not_known_stays_absent_and_is_said(client, agreement, clock, said):
    text = plain(page(client, agreement=agreement, clock=clock))
    assert "No length is known for this limit" in text
    assert said in text
    assert "Every reading of the limit" not in text


def test_nobody_stands_for_a_table_yet_and_expected_days_are_named(client):
    text = plain(page(client, agreement="eu-bih", received_day="18", received_month="5"))
    assert "Bosnia and Herzegovina : 2026 not confirmed by a person; taken from the library holidays 0.109" in text
    assert "Wed 27 May, Eid al-Adha (estimated): the day is only expected." in text


def test_no_open_day_may_be_left(client):
    """Two days from New Year's Eve in Serbia: the day of receipt is the only open one."""
    text = plain(page(client, clock="accelerated", received_day="31", received_month="12"))
    assert "Done by Thursday 31 December 2026 is in time on every reading" not in text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"received_day": "", "received_month": "", "received_year": ""}, "Enter day, month and year"),
        ({"received_day": "30", "received_month": "2"}, "Enter a date that exists"),
        ({"received_year": "1800"}, "The tables of closed days reach from 1 January 2026 to 31 December 2027"),
        ({"received_year": "2999"}, "The tables of closed days reach from 1 January 2026 to 31 December 2027"),
        ({"received_year": "9999"}, "The tables of closed days reach from"),
        ({"received_day": "31", "received_month": "12", "received_year": "2027"}, "The tables of closed days reach"),
        ({"received_day": "\0"}, "Null characters are not allowed"),
        ({"received_day": "2" * 3000}, "at most 4"),
        ({"agreement": "eu-atlantis"}, "Choose one from the list: Agreement"),
        ({"clock": "\0"}, "Choose one from the list: What is to be done"),
        ({"clock": "x" * 3000}, "Choose one from the list: What is to be done"),
        ({"agreement": "eu-albania", "requested": "BA-RS"}, "These are not days of Albania"),
        ({"agreement": "switzerland-bih", "requesting": "DE"}, "Germany does not ask under this agreement"),
    ],
)
def test_bad_input_is_said_and_what_was_typed_is_kept(client, changes, said):
    text = page(client, **changes)
    assert "govuk-error-summary" in text
    assert said in text.replace("&#x27;", "'")
    assert "Every reading of the limit" not in text
    if changes.get("received_month") == "2":
        assert 'value="30"' in text


def test_only_reading_is_possible(client):
    assert client.post(reverse("agreements:deadlines"), EASTER).status_code == 405


def test_nothing_is_kept_and_one_query_asks_who_stands_for_the_days(client, django_assert_num_queries):
    page(client)
    with django_assert_num_queries(1):
        page(client)
    assert Incident.objects.count() == 0


def test_the_name_of_kosovo_carries_its_mark(client):
    text = page(client, agreement="kosovo-austria")
    assert "Kosovo" in text
    assert re.findall(r"Kosovo(?!\*|<a class=\"ra-ast\"| declaration)", text) == []


@pytest.mark.parametrize("locale", ["en", "sq", "sr", "sr-latn", "mk", "bs", "cnr"])
def test_the_page_answers_in_every_language(client, locale):
    with translation.override(locale):
        url = reverse("agreements:deadlines")
    assert client.get(url, EASTER).status_code == 200


def test_albanian_says_the_closed_days_in_albanian(client):
    with translation.override("sq"):
        text = client.get(reverse("agreements:deadlines"), EASTER).text
    assert "E Premtja e Madhe" in text
    assert "10 ditë kalendarike" in text
