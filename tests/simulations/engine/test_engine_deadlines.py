"""One limit, all its readings, each day with its reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.agreements.engine.shelf import calendars, values
from simulations.engine.calendar import add_months
from simulations.engine.deadlines import Explanation, due_dates, explain_deadline

RS, DE = calendars()["RS"], calendars()["DE"]
REPLY, EXTENSION = values()["eu-serbia.reply"], values()["eu-serbia.extension"]
THURSDAY = date(2026, 4, 2)


def april(day: int) -> date:
    return date(2026, 4, day)


def easter() -> Explanation:
    return explain_deadline(THURSDAY, REPLY, RS, DE)


def test_the_readings_of_easter_run_from_the_11th_to_the_14th():
    readings = {(one.receipt_counted, one.roll_over): one.due.day for one in easter().readings}
    assert readings == {
        (False, "requested"): 14,
        (False, "requesting"): 13,
        (False, "none"): 12,
        (True, "requested"): 14,
        (True, "requesting"): 13,
        (True, "none"): 11,
    }


def test_the_default_does_not_count_the_receipt_and_rolls_over_in_serbia():
    found = easter()
    assert (found.earliest, found.default, found.latest) == (april(11), april(14), april(14))


def test_out_by_thursday_the_9th_is_in_time_on_every_reading():
    assert easter().in_time_by == april(9)


def test_working_days_would_end_on_the_20th():
    assert easter().in_working_days == april(20)


def test_each_day_says_why_it_counts_or_not():
    rows = {row.day: row for row in easter().days}
    assert (rows[april(2)].number, rows[april(2)].why) == (None, ("received",))
    assert (rows[april(3)].number, rows[april(3)].requesting_closed) == (1, ("Good Friday",))
    assert (rows[april(11)].number, rows[april(11)].requested_closed) == (9, ("Holy Saturday", "Saturday"))
    assert (rows[april(12)].number, rows[april(12)].why) == (10, ())
    assert (rows[april(13)].number, rows[april(13)].why) == (None, ("rolled_over", "Easter Monday"))
    assert rows[april(14)].is_due


def test_more_time_runs_from_either_end_and_ends_by_the_20th():
    found = due_dates(THURSDAY, REPLY, RS, DE, EXTENSION)
    assert (found.earliest, found.default, found.latest) == (april(17), april(20), april(20))


def test_three_months_end_on_the_same_day_of_a_later_month():
    found = due_dates(april(8), values()["eu-serbia.transfer"], RS, DE)
    assert (found.earliest, found.default) == (date(2026, 7, 7), date(2026, 7, 8))


def test_whose_working_days_count_is_a_reading_of_a_limit_in_working_days():
    found = explain_deadline(april(9), values()["eu-serbia.accelerated"], RS, DE)
    ends = {
        (one.working_days_of, one.receipt_counted): one.due.day for one in found.readings if one.roll_over == "none"
    }
    assert ends == {
        ("requested", False): 15,
        ("requested", True): 14,
        ("requesting", False): 13,
        ("requesting", True): 10,
    }
    assert (found.earliest.day, found.default.day, found.latest.day, found.in_time_by.day) == (10, 15, 15, 9)


def test_a_limit_in_calendar_days_knows_nobodys_working_days():
    assert {one.working_days_of for one in easter().readings} == {""}


def test_a_limit_in_working_days_skips_labour_day_and_the_weekend():
    found = explain_deadline(date(2026, 4, 29), values()["eu-serbia.document_issue"], RS, DE)
    assert found.default == date(2026, 5, 5)
    skipped = {row.day: row.why for row in found.days if row.number is None and row.day != found.received}
    assert skipped == {
        date(2026, 5, 1): ("Labor Day",),
        date(2026, 5, 2): ("Labor Day", "Saturday"),
        date(2026, 5, 3): ("Sunday",),
    }


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(day, months, expected):
    assert add_months(day, months) == expected


RECEIVED = st.dates(date(2026, 1, 2), date(2027, 6, 30))
TOKENS = st.sampled_from(["reply", "transfer", "accelerated", "document_issue"])


@given(RECEIVED, TOKENS, st.booleans())
def test_readings_are_ordered_and_never_before_the_receipt(received, token, extended):
    value = values()[f"eu-serbia.{token}"]
    found = explain_deadline(received, value, RS, DE, EXTENSION if extended else None)
    assert received <= found.earliest <= found.default <= found.latest
    assert found.in_time_by <= found.earliest
    assert RS.is_open(found.in_time_by)


@given(RECEIVED, TOKENS)
def test_the_days_are_consecutive_and_numbered_without_a_gap(received, token):
    found = explain_deadline(received, values()[f"eu-serbia.{token}"], RS, DE)
    days = [row.day for row in found.days]
    assert days == [received + timedelta(days=n) for n in range(len(days))]
    numbers = [row.number for row in found.days if row.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert sum(row.is_due for row in found.days) == 1


def test_a_limit_that_lies_within_closed_days_has_no_day_that_is_safe_on_every_reading():
    found = explain_deadline(april(11), replace(REPLY, number=1), RS, DE)
    assert (found.earliest, found.in_time_by, found.has_safe_day) == (april(11), april(9), False)


def test_extra_days_say_from_which_end_they_run():
    found = explain_deadline(THURSDAY, REPLY, RS, DE, EXTENSION)
    ends = {(one.receipt_counted, one.roll_over, one.extension_from): one.due.day for one in found.readings}
    assert ends == {
        (False, "requested", "moved"): 20,
        (False, "requested", "last_day"): 20,
        (False, "requesting", "moved"): 20,
        (False, "requesting", "last_day"): 20,
        (False, "none", "last_day"): 18,
        (True, "requested", "moved"): 20,
        (True, "requested", "last_day"): 17,
        (True, "requesting", "moved"): 20,
        (True, "requesting", "last_day"): 17,
        (True, "none", "last_day"): 17,
    }
