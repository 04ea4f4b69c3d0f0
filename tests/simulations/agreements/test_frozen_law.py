"""A holiday library that changed, a table that was corrected, a value that was reviewed: no published case moves."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from simulations.agreements.api import explain_deadline, reference
from simulations.agreements.engine import library_days, shelf
from simulations.agreements.engine.library_days import Days
from simulations.engine.check.report import LONG
from simulations.engine.reference import Reference
from simulations.scenarios import queries
from simulations.scenarios.api import publish_scenario, scenario_of
from simulations.scenarios.engine import library
from simulations.scenarios.models import ScenarioVersion

pytestmark = pytest.mark.django_db
EASTER = date(2026, 4, 2)
EASTER_CLOCK = library.path_of("easter_clock").read_bytes()


@pytest.fixture
def old() -> ScenarioVersion:
    return publish_scenario(key="easter_clock", raw=EASTER_CLOCK, reference=reference(), limits=LONG)


@pytest.fixture
def changed(monkeypatch) -> Reference:
    """Serbia closes on the day that was safe, and the reply takes twice as long."""
    serbia = shelf.calendars()["RS"]
    closed = replace(serbia, closed={**serbia.closed, date(2026, 4, 9): "A new holiday"})
    reply = replace(shelf.values()["eu-serbia.reply"], number=20)
    tables, values = {**shelf.calendars(), "RS": closed}, {**shelf.values(), "eu-serbia.reply": reply}
    monkeypatch.setattr(shelf, "calendars", lambda: tables)
    monkeypatch.setattr(shelf, "values", lambda: values)
    return reference()


def test_a_version_keeps_its_days_and_values(old, changed, monkeypatch):
    monkeypatch.setattr(queries, "_loaded", {})
    case = scenario_of(old)
    assert case.calendars["RS"].is_open(date(2026, 4, 9))
    assert case.values["eu-serbia.reply"].number == 10
    assert changed.values["eu-serbia.reply"].number == 20
    assert explain_deadline("eu-serbia.reply", received=EASTER).latest == date(2026, 4, 22)


def test_the_next_publish_takes_the_new_law_and_is_another_version(old, monkeypatch):
    again = publish_scenario(key="easter_clock", raw=EASTER_CLOCK, reference=reference(), limits=LONG)
    assert again == old
    serbia = shelf.calendars()["RS"]
    corrected = replace(serbia, closed={**serbia.closed, date(2026, 12, 24): "A new holiday"})
    newer = Reference(shelf.values(), {**shelf.calendars(), "RS": corrected})
    new = publish_scenario(key="easter_clock", raw=EASTER_CLOCK, reference=newer, limits=LONG)
    assert (new.number, new.logic_hash == old.logic_hash) == (old.number + 1, False)
    assert not scenario_of(new).calendars["RS"].is_open(date(2026, 12, 24))
    assert scenario_of(old).calendars["RS"].is_open(date(2026, 12, 24))


def test_a_new_library_changes_no_table_and_each_day_it_sees_otherwise_is_named(monkeypatch):
    before = shelf.calendars()["RS"]
    known = library_days.library_days

    def upgraded(code: str, year: int) -> Days:
        days = known(code, year)
        return Days({**days.closed, date(year, 4, 9): "A new holiday"} if code == "RS" else days.closed, days.also)

    monkeypatch.setattr(library_days, "library_days", upgraded)
    out = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("seed_calendar", "--compare", stdout=out)
    assert stop.value.code == 1
    assert out.getvalue().splitlines() == [
        "rs-2026.yaml: 2026-04-09 A new holiday: only in the library",
        "rs-2027.yaml: 2027-04-09 A new holiday: only in the library",
        "2 differences from holidays 0.109.",
    ]
    shelf.year_tables.cache_clear()
    shelf.calendars.cache_clear()
    assert shelf.calendars()["RS"] == before


def test_without_a_new_library_nothing_differs():
    out = StringIO()
    call_command("seed_calendar", "--compare", "RS", stdout=out)
    assert out.getvalue() == "0 differences from holidays 0.109.\n"
