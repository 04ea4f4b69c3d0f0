"""A case on the desk: without script, by keyboard, and one pane at a time on a phone."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE

PANES = ["file", "inbox", "now", "clock", "log"]


def desk(page: Page) -> None:
    """The demo's learner is in the middle of a case."""
    page.goto("/en/cases/")
    page.get_by_role("link", name="Continue the case").click()
    expect(page.get_by_role("heading", name="What you can do now")).to_be_visible()


def test_an_act_needs_no_script_and_survives_a_reload(visit):
    page = visit("learner", java_script_enabled=False)
    desk(page)
    acts = page.locator("#log li")
    before = acts.count()
    page.get_by_role("link", name="Ask your supervisor").click()
    page.get_by_label("Until when can you sign before Easter?").check()
    page.get_by_role("button", name="Do this").click()
    page.reload()
    expect(acts).to_have_count(before + 1)
    expect(acts.first).to_contain_text("Ask your supervisor")
    page.locator("#end").get_by_role("button", name="End the day").click()
    expect(acts.first).to_contain_text("Ended the day")


def test_the_keyboard_goes_through_the_desk_in_the_order_of_the_eye(visit):
    page = visit("learner")
    desk(page)
    passed: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        pane = page.evaluate("document.activeElement.closest('.pane')?.id ?? ''")
        if pane and (not passed or passed[-1] != pane):
            passed.append(pane)
        if page.evaluate("!!document.activeElement.closest('footer')"):
            break
    assert passed == [pane for pane in PANES if pane in passed]
    assert {"file", "now", "clock"} <= set(passed)


def test_a_phone_shows_one_pane_at_a_time_and_each_can_be_linked(visit):
    page = visit("learner", viewport=PHONE)
    desk(page)
    expect(page.locator("#now")).to_be_visible()
    expect(page.locator("#file")).to_be_hidden()
    for label, pane in (("File", "file"), ("Clock", "clock"), ("My acts", "log"), (re.compile("^Inbox"), "inbox")):
        page.get_by_role("navigation", name="Parts of the case").get_by_role("link", name=label).click()
        expect(page.locator(f"#{pane}")).to_be_visible()
        expect(page.locator("#now")).to_be_hidden()
    page.go_back()
    expect(page.locator("#log")).to_be_visible()
