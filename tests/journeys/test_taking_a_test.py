"""The final test on a bad line: the plug is pulled, the language changed, a second window open; nothing is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, violations
from tests.journeys.steps import accept, finish_lesson, invite

PASSWORD = "bridge over still water"
LESSONS = 9


@pytest.fixture
def page(visit):
    """On the first question, after all lessons."""
    link = invite(
        visit("coordinator"),
        email="sena.novak@example.org",
        name="Sena Novak",
        institution="Ministry of Security",
        place="Bosnia and Herzegovina",
    )
    page = visit(viewport=PHONE)
    accept(page, link, PASSWORD)
    page.goto("/en/learn/readmission-basics/")
    page.get_by_role("button", name="Join this course").click()
    page.get_by_role("link", name="Start", exact=True).click()
    for _ in range(LESSONS):
        finish_lesson(page)
    page.get_by_role("button", name="Start the test").click()
    page.wait_for_url("**/1/")
    return page


def test_no_answer_is_lost_whatever_happens_to_the_line(page):
    choices = page.locator("input[type=radio]")
    assert violations(page) == []

    page.context.set_offline(True)
    choices.nth(1).check()
    expect(page.locator("[data-saved-words]")).to_contain_text("line is down")
    page.context.set_offline(False)
    expect(page.locator("[data-saved-words]")).to_contain_text(re.compile("^Saved$"), timeout=15_000)
    chosen = choices.nth(1).get_attribute("value")

    page.reload()
    expect(page.locator(f"input[value={chosen}]")).to_be_checked()

    order = [choice.get_attribute("value") for choice in choices.all()]
    page.goto(page.url.replace("/en/", "/sq/"))
    expect(page.locator(f"input[value={chosen}]")).to_be_checked()
    assert [choice.get_attribute("value") for choice in choices.all()] == order

    page.goto(page.url.replace("/sq/", "/en/"))
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("input[type=radio]").nth(0).check()
    other.locator("main form button[type=submit]").first.click()
    other.wait_for_url("**/2/")
    choices.nth(2).check()
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("heading", name="A newer answer was saved in another window").wait_for()
    expect(choices.nth(0)).to_be_checked()

    page.get_by_role("button", name="all answers on one page").click()
    page.get_by_role("heading", name="Look at your answers before you hand in").wait_for()
    assert violations(page) == []
    assert "14 questions have no answer yet" in page.locator("main").inner_text()
