"""The law as data, read by a visitor: with and without script, on a small phone, and on paper."""

import re

import pytest

from tests.journeys.conftest import overflows, violations

EASTER = "/en/law/deadlines/?agreement=eu-serbia&clock=reply&received_day=2&received_month=4&received_year=2026"
PAGES = (
    EASTER,
    EASTER.replace("clock=reply", "clock=reply_extended"),
    EASTER.replace("received_day=2", "received_day=31"),
    EASTER.replace("clock=reply", "clock=document_validity"),
    "/en/law/agreements/",
    "/en/law/agreements/eu-serbia/",
    "/sq/law/agreements/kosovo-austria/",
    "/en/law/calendars/",
    "/en/law/calendars/ba-rs/",
    "/sq/law/calendars/me/",
)


@pytest.mark.parametrize("with_script", [True, False])
def test_a_visitor_finds_the_last_safe_day_and_whose_days_were_counted(visit, with_script):
    page = visit(java_script_enabled=with_script)
    page.goto("/en/law/deadlines/")
    page.get_by_label("Agreement").select_option(label="Readmission agreement EU–Bosnia and Herzegovina (2007)")
    page.get_by_label("What is to be done").select_option(label="Reply, normal procedure")
    for part, value in (("Day", "2"), ("Month", "4"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Days of the side that is asked").select_option(label="Republika Srpska")
    page.get_by_role("button", name="Show the days").click()
    assert "Done by Thursday 9 April 2026 is in time on every reading" in page.inner_text("main")
    assert "Would end Wed 22 April" in page.inner_text("main")
    page.get_by_text("The same as a list").click()
    assert "Closed: Orthodox Good Friday" in page.inner_text("main")


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_fit_a_small_phone_and_are_readable_by_a_machine(visit, address):
    page = visit(viewport={"width": 320, "height": 640})
    page.goto(address)
    assert (overflows(page), violations(page)) == (False, [])


@pytest.mark.parametrize("clock", ["reply", "reply_extended", "transfer"])
def test_a_limit_and_its_reasons_fit_on_one_sheet(visit, clock):
    page = visit()
    page.goto(EASTER.replace("clock=reply", f"clock={clock}"))
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
