"""Day tables: when an office is open, and why not."""

from datetime import date

import pytest

from simulations.agreements.engine.calendars import read_table, table_as_yaml
from simulations.agreements.engine.shelf import calendars

RS, DE = calendars()["RS"], calendars()["DE"]


def test_serbia_closes_for_orthodox_easter_and_labour_day():
    closed = [date(2026, 4, day) for day in (10, 11, 12, 13)] + [date(2026, 5, 1), date(2026, 5, 2)]
    assert [day for day in sorted(RS.closed) if date(2026, 4, 1) <= day <= date(2026, 5, 31)] == closed


def test_germany_closes_on_its_own_easter():
    assert [day.day for day in sorted(DE.closed) if (day.year, day.month) == (2026, 4)] == [3, 6]


def test_a_holiday_on_a_weekend_gives_both_reasons():
    assert RS.reasons_closed(date(2026, 4, 12)) == ("Easter Sunday", "Sunday")
    assert RS.reasons_closed(date(2026, 4, 9)) == ()


@pytest.mark.parametrize(("day", "expected"), [(9, 14), (2, 3), (3, 6)])
def test_the_next_open_day_in_serbia(day, expected):
    assert RS.next_open(date(2026, 4, day)) == date(2026, 4, expected)


def test_open_days_are_counted_after_the_day_itself():
    assert DE.after_open_days(date(2026, 4, 2), 1) == date(2026, 4, 7)


def test_a_table_survives_its_file(tmp_path):
    closed = {date(2026, 5, 1): 'Labour "Day"', date(2026, 1, 1): "New Year's Day"}
    path = tmp_path / "xx-2026.yaml"
    path.write_text(table_as_yaml("XX", 2026, closed, seeded_with="a library"), encoding="utf-8")
    table = read_table(path).table
    assert (table.jurisdiction, table.closed, table.confirmed_by) == ("XX", closed, "")
    assert table.covers(date(2026, 12, 31))
    assert not table.covers(date(2027, 1, 1))
