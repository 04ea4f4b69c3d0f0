"""The day tables that ship: where limits end in each place, what is only expected, and what the library says."""

from datetime import date, timedelta

import pytest

from simulations.agreements.engine import library_days
from simulations.agreements.engine.calendars import YearTable, read_table, table_as_yaml
from simulations.agreements.engine.comparison import differences
from simulations.agreements.engine.files import FileInvalid
from simulations.agreements.engine.library_days import Days
from simulations.agreements.engine.shelf import calendars, year_tables

EASTER, CHRISTMAS = date(2026, 4, 2), date(2026, 12, 21)


@pytest.mark.parametrize(
    ("table", "after_easter", "after_christmas"),
    [
        ("ME", "2026-04-16", "2027-01-05"),
        ("ME-orthodox", "2026-04-20", "2027-01-05"),
        ("AT", "2026-04-17", "2027-01-07"),
        ("MK", "2026-04-17", "2027-01-05"),
        ("DE", "2026-04-20", "2027-01-06"),
        ("RS", "2026-04-20", "2027-01-05"),
        ("AL", "2026-04-20", "2027-01-07"),
        ("BA", "2026-04-20", "2027-01-06"),
        ("XK", "2026-04-21", "2027-01-08"),
        ("BA-RS", "2026-04-22", "2027-01-11"),
        ("BA-FBiH", "2026-04-22", "2027-01-11"),
        ("BA-BRC", "2026-04-20", "2027-01-06"),
        ("CH", "2026-04-16", "2027-01-06"),
        ("FR", "2026-04-17", "2027-01-06"),
        ("SI", "2026-04-17", "2027-01-06"),
        ("HR", "2026-04-17", "2027-01-07"),
        ("SE", "2026-04-20", "2027-01-07"),
        ("IT", "2026-04-17", "2027-01-07"),
        ("NL", "2026-04-20", "2027-01-06"),
    ],
)
def test_ten_working_days_end_elsewhere_in_each_place(table, after_easter, after_christmas):
    found = calendars()[table]
    ends = (found.after_open_days(EASTER, 10), found.after_open_days(CHRISTMAS, 10))
    assert tuple(day.isoformat() for day in ends) == (after_easter, after_christmas)


def test_ten_calendar_days_end_on_the_same_day_everywhere():
    assert f"{EASTER + timedelta(days=10):%a %d %b}" == "Sun 12 Apr"
    assert CHRISTMAS + timedelta(days=10) == date(2026, 12, 31)


def test_the_tables_that_ship_are_those_of_the_library_of_the_lock():
    """Not one day differs from holidays 0.109. A day a person corrects is to be named here with the reason."""
    differing = {
        f"{year.table.jurisdiction} {year.year}": found
        for year in year_tables()
        if (found := differences(year, library_days.library_days(year.table.jurisdiction, year.year)))
    }
    assert differing == {}
    assert {year.seeded_with for year in year_tables()} == {"holidays 0.109"}


def test_the_notes_counted_fewer_days_for_brcko_than_the_library_does():
    """The design note says three parts of Bosnia and Herzegovina with 21 days each; the library has 12 for Brčko."""
    counted = {year.table.jurisdiction: len(year.table.closed) for year in year_tables() if year.year == 2026}
    found = [counted[key] for key in ("BA", "BA-FBiH", "BA-RS", "BA-BRC")]
    assert found == [10, 21, 21, 12]


def test_every_place_has_both_years_and_no_person_has_confirmed_any():
    years: dict[str, list[int]] = {}
    for year in year_tables():
        years.setdefault(year.table.jurisdiction, []).append(year.year)
    assert set(map(tuple, years.values())) == {(2026, 2027)}
    assert " ".join(sorted(years)) == "AL AT BA BA-BRC BA-FBiH BA-RS CH DE FR HR IT ME MK NL RS SE SI XK"
    assert {year.confirmed_by for year in year_tables()} == {""}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("BA", ["2026-03-20", "2026-05-27"]),
        ("MK", ["2026-03-20"]),
        ("MK-islamic", ["2026-03-20", "2026-05-27"]),
        ("XK", ["2026-03-20", "2026-05-27"]),
        ("AL", []),
        ("RS", []),
        ("ME", []),
        ("ME-islamic", ["2026-03-20", "2026-03-21", "2026-03-22", "2026-05-27", "2026-05-28", "2026-05-29"]),
    ],
)
def test_days_that_wait_for_the_moon_are_marked_estimated(table, expected):
    days = sorted(day.isoformat() for day in calendars()[table].estimated if day.year == 2026)
    assert days == expected


def test_a_community_has_everybodys_days_and_its_own():
    montenegro, orthodox = calendars()["ME"], calendars()["ME-orthodox"]
    further = {day.isoformat(): orthodox.closed[day] for day in orthodox.closed if day not in montenegro.closed}
    assert {day: name for day, name in further.items() if day < "2027"} == {
        "2026-01-06": "Christmas Eve",
        "2026-01-07": "Christmas",
        "2026-01-08": "Christmas",
        "2026-04-10": "Good Friday",
        "2026-04-13": "Easter",
    }
    assert set(montenegro.closed) < set(orthodox.closed)


def test_north_macedonia_has_ten_communities():
    communities = [key.removeprefix("MK-") for key in calendars() if key.startswith("MK-")]
    assert " ".join(communities) == "orthodox catholic islamic hebrew albanian bosnian roma serbian turkish vlach"


def year_of(closed, also=None):
    return table_as_yaml("XX", 2026, closed, seeded_with="a library 1", also=also)


def read_from(tmp_path, text) -> YearTable:
    path = tmp_path / "xx-2026.yaml"
    path.write_text(text, encoding="utf-8")
    return read_table(path)


def test_a_difference_is_named_with_its_day(tmp_path):
    ours = {date(2026, 5, 1): "Labour Day", date(2026, 6, 1): "Fair"}
    year = read_from(tmp_path, year_of(ours, {"orthodox": {date(2026, 4, 10): "Good Friday"}}))
    theirs = Days({date(2026, 5, 1): "May Day", date(2026, 7, 1): "Summer"}, {"orthodox": {}})
    assert differences(year, theirs) == (
        "2026-05-01 Labour Day: the library says May Day",
        "2026-06-01 Fair: only in the table",
        "2026-07-01 Summer: only in the library",
        "orthodox: 2026-04-10 Good Friday: only in the table",
    )


def test_a_table_says_all_that_is_wrong_with_it_at_once(tmp_path):
    text = year_of({date(2026, 5, 1): "Labour Day", date(2025, 5, 1): "Too early"})
    text = text.replace("confirmed_by: null", "confirmed_by: A. Person").replace("2026-05-01", "2026-05-32")
    with pytest.raises(FileInvalid) as caught:
        read_from(tmp_path, text + "colour: red\n")
    assert [(item.code, item.where.split(" ")[0]) for item in caught.value.problems] == [
        ("unknown_key", "colour"),
        ("wrong_type", "closed.2026-05-32"),
        ("unsigned", "confirmed_by"),
        ("span", "closed"),
    ]


def test_a_confirmed_table_names_the_person_and_the_day(tmp_path):
    text = year_of({}).replace("confirmed_by: null", "confirmed_by: A. Person")
    year = read_from(tmp_path, text.replace("confirmed_on: null", "confirmed_on: 2026-11-22"))
    assert (year.table.confirmed_by, year.confirmed_on) == ("A. Person", "2026-11-22")
