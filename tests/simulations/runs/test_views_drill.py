"""The drill counts any limit from any day and keeps nothing."""

import pytest
from django.urls import reverse

from simulations.runs.models import RunEvent

pytestmark = pytest.mark.django_db


def asked(client, token: str, received: str, said: str = "") -> str:
    day, month, year = received.split(".")
    data = {"limit": token, "received_day": day, "received_month": month, "received_year": year}
    if said:
        data |= dict(zip(("said_day", "said_month", "said_year"), said.split("."), strict=True))
    return client.get(reverse("runs:drill"), data).text


@pytest.fixture
def learner(client, owner):
    client.force_login(owner)
    return client


def test_the_question_comes_before_any_date(learner):
    page = learner.get(reverse("runs:drill")).text
    assert "How to count" in page
    assert "Every reading of the limit" not in page


def test_working_days_are_charged_and_all_readings_shown(learner):
    page = asked(learner, "eu-serbia.reply", "2.4.2026", said="20.4.2026")
    assert "You counted working days" in page
    assert "Out by <strong>Thursday 9 April</strong> is in time on every reading" in page
    assert page.count("moves to the next open day in Serbia") == 2


def test_any_reading_is_right(learner):
    for day in (11, 12, 13, 14):
        assert "lies within the readings" in asked(learner, "eu-serbia.reply", "2.4.2026", said=f"{day}.4.2026")


def test_the_days_can_be_looked_at_without_an_answer(learner):
    page = asked(learner, "eu-serbia.accelerated", "2.4.2026")
    assert "Every reading of the limit" in page
    assert "You counted working days" not in page


@pytest.mark.parametrize("received", ["31.4.2026", "1.1.1990"])
def test_a_day_that_cannot_be_counted_from_is_said(learner, received):
    page = asked(learner, "eu-serbia.reply", received)
    assert "govuk-error-summary" in page
    assert "Every reading of the limit" not in page


def test_a_limit_nobody_knows_is_no_choice(learner):
    assert "govuk-error-summary" in asked(learner, "eu-atlantis.reply", "2.4.2026")


def test_nothing_is_kept(learner):
    asked(learner, "eu-serbia.reply", "2.4.2026", said="14.4.2026")
    assert RunEvent.objects.count() == 0
